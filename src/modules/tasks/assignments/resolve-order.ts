import { Injectable } from '@nestjs/common';
import type { RouteBody, routes } from '#contracts';
import type { Actor } from '#platform/auth';
import { ChooseTeams, type OrderInput } from './choose-teams.ts';
import { OrderPlanning } from './order-planning.ts';

export type ResolvedOrder = OrderInput & { replyByOn: string };

/** An order as it would be issued now: each team's share, and the day by which to answer. */
@Injectable()
export class ResolveOrder {
  constructor(
    private readonly teams: ChooseTeams,
    private readonly planning: OrderPlanning,
  ) {}

  async execute(actor: Actor, asked: RouteBody<typeof routes.issueAssignment>): Promise<ResolvedOrder> {
    const input = await this.teams.resolve(actor, asked);
    return { ...input, replyByOn: await this.planning.replyBy(input) };
  }
}
