import { Injectable } from '@nestjs/common';
import type { RouteAnswer, RouteBody, routes } from '#contracts';
import { Scope } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database } from '#platform/database';
import { type GroupPlace, GroupStore } from './group-store.ts';
import { GroupNames } from './group-states.ts';
import { TeamAccess } from '../team-access.ts';

type Input = RouteBody<typeof routes.setGroup>;
type Answer = RouteAnswer<typeof routes.setGroup>;

/** Registers the chat group of a team or of a commune. A wrong name is taken too: the answer says which one is right. */
@Injectable()
export class SetGroup {
  constructor(
    private readonly database: Database,
    private readonly places: TeamAccess,
    private readonly scope: Scope,
    private readonly names: GroupNames,
    private readonly register: GroupStore,
    private readonly clock: Clock,
  ) {}

  async ofTeam(actor: Actor, teamId: string, input: Input): Promise<Answer> {
    const team = await this.places.require(actor, 'group.manage', teamId);
    await this.save(actor, { teamId, unitId: team.unitId }, input);
    return this.names.ofTeam({ id: teamId, unitId: team.unitId }, this.clock.today());
  }

  async ofUnit(actor: Actor, unitId: string, input: Input): Promise<Answer> {
    await this.scope.require(actor, 'committee.manage', { unitId });
    await this.save(actor, { teamId: null, unitId }, input);
    return this.names.ofUnit(unitId, this.clock.today());
  }

  private async save(actor: Actor, owner: GroupPlace, input: Input): Promise<void> {
    await this.database.tx((tx) => this.register.write(tx, actor, owner, { ...input, link: input.link ?? null }));
  }
}
