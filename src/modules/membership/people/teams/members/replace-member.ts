import { Injectable } from '@nestjs/common';
import type { RouteBody, routes } from '#contracts';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, execute, sql } from '#platform/database';
import { PersonStore } from '../../people/person-store.ts';
import { recordDecision } from '../decisions/decisions.ts';
import { TellEndedMemberships } from './tell-ended-memberships.ts';
import { MembershipStore } from './membership-store.ts';
import { TeamAccess } from '../team-access.ts';

/** Who leaves, who comes, from which day: one step, and the open work moves along with the event. */
@Injectable()
export class ReplaceMember {
  constructor(
    private readonly database: Database,
    private readonly places: TeamAccess,
    private readonly people: PersonStore,
    private readonly memberships: MembershipStore,
    private readonly endedMemberships: TellEndedMemberships,
    private readonly clock: Clock,
  ) {}

  async execute(
    actor: Actor,
    teamId: string,
    memberId: string,
    { decision, ...input }: RouteBody<typeof routes.replaceMember>,
  ): Promise<void> {
    await this.places.require(actor, 'team.manage', teamId);
    await this.database.tx(async (tx) => {
      const team = await this.places.lock(tx, teamId);
      const old = await this.memberships.one(tx, teamId, memberId);
      const personId = await this.people.findOrCreate(tx, actor, input);
      await this.memberships.leave(tx, teamId, old, input.from, { path: 'from', successorId: personId });
      const already = await this.memberships.ofPerson(tx, teamId, personId, input.from);
      if (already)
        await this.memberships.change(
          tx,
          actor,
          team,
          already,
          { role: input.role, position: input.position ?? already.position, affiliation: input.affiliation },
          input.from,
        );
      else await this.memberships.join(tx, actor, team, { ...input, personId }, input.from);
      if (decision) await recordDecision(tx, this.clock, { kind: 'change', teamId }, decision);
      await this.endedMemberships.tell(tx, actor);
      await execute(tx, sql`select pg_notify('actor_changed', ${personId})`);
    });
  }
}
