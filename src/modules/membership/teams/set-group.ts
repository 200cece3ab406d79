import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import type { RouteAnswer, RouteBody, routes } from '#contracts';
import { Scope } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database } from '#platform/database';
import { Outbox } from '#platform/outbox';
import { groupRegistered } from '../membership.events.ts';
import { GroupNames } from './group-states.ts';
import { TeamPlaces } from './team-places.ts';

type Input = RouteBody<typeof routes.setGroup>;
type Answer = RouteAnswer<typeof routes.setGroup>;

/** Registers the chat group of a team or of a commune. A wrong name is taken too: the answer says which one is right. */
@Injectable()
export class SetGroup {
  constructor(
    private readonly database: Database,
    private readonly places: TeamPlaces,
    private readonly scope: Scope,
    private readonly names: GroupNames,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  async ofTeam(actor: Actor, teamId: string, input: Input): Promise<Answer> {
    const team = await this.places.require(actor, 'group.manage', teamId);
    await this.save(actor, { teamId, unitId: null, place: team.unitId }, input);
    return this.names.ofTeam({ id: teamId, unitId: team.unitId }, this.clock.today());
  }

  async ofUnit(actor: Actor, unitId: string, input: Input): Promise<Answer> {
    await this.scope.require(actor, 'committee.manage', { unitId });
    await this.save(actor, { teamId: null, unitId, place: unitId }, input);
    return this.names.ofUnit(unitId, this.clock.today());
  }

  private async save(
    actor: Actor,
    { teamId, unitId, place }: { teamId: string | null; unitId: string | null; place: string },
    { channel, name, link }: Input,
  ): Promise<void> {
    await this.database.tx(async (tx) => {
      await tx.query(
        `insert into chat_groups (id, team_id, unit_id, channel, name, link, registered_by, registered_at) values ($1, $2, $3, $4, $5, $6, $7, $8)
         on conflict (${teamId ? 'team_id' : 'unit_id'}) do update set channel = excluded.channel, name = excluded.name, link = excluded.link, registered_by = excluded.registered_by, registered_at = excluded.registered_at`,
        [v7(), teamId, unitId, channel, name, link ?? null, actor.personId, this.clock.now()],
      );
      await this.outbox.append(
        tx,
        groupRegistered(
          { ...(teamId && { teamId }), ...(unitId && { unitId }) },
          { unitId: place, changes: { channel, name } },
        ),
        actor,
      );
    });
  }
}
