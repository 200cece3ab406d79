import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import type { RouteAnswer, RouteBody, routes } from '#contracts';
import { OrganizationApi, Scope } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database } from '#platform/database';
import { Outbox } from '#platform/outbox';
import { holdErrors } from '../../membership.errors.ts';
import { recordsHeld } from '../../membership.events.ts';
import { Person } from '../../people/people/person.entity.ts';
import { RetentionHold } from './retention-hold.entity.ts';

/** Records that an inspection or a dispute needs stay, whatever their time: of a person, of a unit, of a rule, or of several of these. */
@Injectable()
export class HoldRecords {
  constructor(
    private readonly scope: Scope,
    private readonly organization: OrganizationApi,
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
  ) {}

  /** @throws hold.personUnknown, hold.unitUnknown */
  async execute(
    actor: Actor,
    { reason, ...of }: RouteBody<typeof routes.holdRecords>,
  ): Promise<RouteAnswer<typeof routes.holdRecords>> {
    await this.scope.requireAtTop(actor, 'channel.manage');
    const { kind = null, personId = null, unitId = null } = of;
    if (unitId && !(await this.organization.unitRef(unitId))) throw holdErrors.unitUnknown({ path: 'unitId' });
    if (personId && !(await this.database.manager.existsBy(Person, { id: personId })))
      throw holdErrors.personUnknown({ path: 'personId' });
    const id = v7();
    const hold = { id, kind, personId, unitId, reason, heldBy: actor.personId, heldAt: this.clock.now() };
    await this.database.tx(async (tx) => {
      await tx.insert(RetentionHold, { ...hold, endedBy: null, endedAt: null });
      await this.outbox.append(tx, recordsHeld({ holdId: id }, { changes: { kind } }), actor);
    });
    return { id };
  }
}
