import { Injectable } from '@nestjs/common';
import type { RouteBody, routes } from '#contracts';
import type { Actor } from '#platform/auth';
import { Database, execute, sql } from '#platform/database';
import { Outbox } from '#platform/outbox';
import { memberChanged } from '../../../membership.events.ts';
import { ContactPoints } from '../../people/contact-points.ts';
import { MembershipStore } from './membership-store.ts';
import { TeamAccess } from '../team-access.ts';

/** Role, position and affiliation change from a day on; name and contact are corrected at once. */
@Injectable()
export class ChangeMember {
  constructor(
    private readonly database: Database,
    private readonly places: TeamAccess,
    private readonly contacts: ContactPoints,
    private readonly memberships: MembershipStore,
    private readonly outbox: Outbox,
  ) {}

  async execute(
    actor: Actor,
    teamId: string,
    memberId: string,
    input: RouteBody<typeof routes.changeMember>,
  ): Promise<void> {
    await this.places.require(actor, 'team.manage', teamId);
    await this.database.tx(async (tx) => {
      const team = await this.places.lock(tx, teamId);
      const member = await this.memberships.one(tx, teamId, memberId);
      const next = {
        role: input.role ?? member.role,
        position: input.position ?? member.position,
        affiliation: input.affiliation ?? member.affiliation,
      };
      const isSame =
        next.role === member.role && next.position === member.position && next.affiliation === member.affiliation;
      if (input.fullName) await this.contacts.setName(tx, member.personId, input.fullName, actor);
      await this.contacts.set(tx, member.personId, input, actor);
      if (!isSame) await this.memberships.change(tx, actor, team, member, next, input.from);
      const changes = { from: input.from, fields: Object.keys(input).filter((key) => key !== 'from'), role: next.role };
      await this.outbox.append(
        tx,
        memberChanged({ teamId, personId: member.personId }, { unitId: team.unitId, changes }),
        actor,
      );
      await execute(tx, sql`select pg_notify('actor_changed', ${member.personId})`);
    });
  }
}
