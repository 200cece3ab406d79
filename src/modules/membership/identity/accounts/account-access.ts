import { Injectable } from '@nestjs/common';
import { Scope } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, sql } from '#platform/database';
import { platformErrors } from '#platform/http';
import { InviteRights } from '../../people/people/invite-rights.ts';

/**
 * Whose accounts an officer may see and take off: of people whom they may invite, or who stood in their units last. What
 * is taken off hears nothing more, so a colleague's or a superior's is not theirs to take.
 */
@Injectable()
export class AccountAccess {
  constructor(
    private readonly database: Database,
    private readonly scope: Scope,
    private readonly rights: InviteRights,
    private readonly clock: Clock,
  ) {}

  /** @throws platform.notFound for somebody who has never had a place, platform.denied */
  async require(actor: Actor, personId: string): Promise<void> {
    const today = this.clock.today();
    const places = await this.database.rows<{ unitId: string; today: boolean }>(
      sql`select pp.unit_id as "unitId", pp.validity @> ${today}::date as today from person_places pp
        where pp.person_id = ${personId} and not isempty(pp.validity)
        order by pp.validity @> ${today}::date desc, upper(pp.validity) desc nulls first`,
    );
    if (places.length === 0) throw platformErrors.notFound();
    const standing = places.filter(({ today }) => today);
    if (standing.length > 0) await this.rights.require(actor, personId);
    for (const { unitId } of standing.length > 0 ? standing : places.slice(0, 1))
      if (await this.scope.may(actor, 'account.decide', { unitId }))
        return this.scope.require(actor, 'account.decide', { unitId });
    throw platformErrors.denied();
  }
}
