import { Injectable } from '@nestjs/common';
import type { RouteBody, routes } from '#contracts';
import { SecondApproval, type ShownApproval } from '#modules/membership';
import type { Actor } from '#platform/auth';
import { ChooseTeams, type OrderInput } from './choose-teams.ts';
import { OrderPlanning } from './order-planning.ts';

export interface ResolvedOrder extends OrderInput {
  replyByOn: string;
  /** Null: it is sent at once. */
  approval: ShownApproval | null;
}

/** An order as it would be issued now: each team's share, and the day by which to answer. */
@Injectable()
export class ResolveOrder {
  constructor(
    private readonly teams: ChooseTeams,
    private readonly planning: OrderPlanning,
    private readonly approval: SecondApproval,
  ) {}

  async execute(actor: Actor, asked: RouteBody<typeof routes.issueAssignment>): Promise<ResolvedOrder> {
    const input = await this.teams.resolve(actor, asked);
    const { unitId, shares } = input;
    const reach = { teamIds: shares.map(({ teamId }) => teamId) };
    return {
      ...input,
      replyByOn: await this.planning.replyBy(input),
      approval: await this.approval.shown(unitId, 'assignment.issue', reach, actor.personId),
    };
  }
}
