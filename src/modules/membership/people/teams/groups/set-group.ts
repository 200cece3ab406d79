import { Injectable } from '@nestjs/common';
import type { RouteAnswer, RouteBody, routes } from '#contracts';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database } from '#platform/database';
import { GroupStore } from './group-store.ts';
import { GroupNames } from './group-states.ts';
import { TeamAccess } from '../team-access.ts';

type Input = RouteBody<typeof routes.setGroup>;
type Answer = RouteAnswer<typeof routes.setGroup>;

/** Registers the chat group of a team. A wrong name is taken too: the answer says which one is right. */
@Injectable()
export class SetGroup {
  constructor(
    private readonly database: Database,
    private readonly places: TeamAccess,
    private readonly names: GroupNames,
    private readonly register: GroupStore,
    private readonly clock: Clock,
  ) {}

  async execute(actor: Actor, teamId: string, input: Input): Promise<Answer> {
    const team = await this.places.require(actor, 'group.manage', teamId);
    const owner = { teamId, unitId: team.unitId };
    await this.database.tx((tx) => this.register.write(tx, actor, owner, { ...input, link: input.link ?? null }));
    return this.names.ofTeam({ id: teamId, unitId: team.unitId }, this.clock.today());
  }
}
