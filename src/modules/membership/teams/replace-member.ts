import { Injectable } from '@nestjs/common';
import type { RouteBody, routes } from '#contracts';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database } from '#platform/database';
import { People } from '../people/people.ts';
import { recordDecision } from './decisions.ts';
import { Leavings } from './leavings.ts';
import { MemberRows } from './member-rows.ts';
import { TeamPlaces } from './team-places.ts';

/** Who leaves, who comes, from which day: one step, and the open work moves along with the event. */
@Injectable()
export class ReplaceMember {
  constructor(
    private readonly database: Database,
    private readonly places: TeamPlaces,
    private readonly people: People,
    private readonly rows: MemberRows,
    private readonly leavings: Leavings,
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
      const old = await this.rows.one(tx, teamId, memberId);
      const personId = await this.people.findOrCreate(tx, actor, input);
      await this.rows.leave(tx, teamId, old, input.from, { path: 'from', successorId: personId });
      const already = await this.rows.ofPerson(tx, teamId, personId, input.from);
      if (already)
        await this.rows.change(
          tx,
          actor,
          teamId,
          already,
          { role: input.role, position: input.position ?? already.position, affiliation: input.affiliation },
          input.from,
        );
      else await this.rows.join(tx, actor, team, { ...input, personId }, input.from);
      if (decision) await recordDecision(tx, this.clock, { kind: 'change', teamId }, decision);
      await this.leavings.tell(tx, actor);
      await tx.query(`select pg_notify('actor_changed', $1)`, [personId]);
    });
  }
}
