import { Injectable, type OnModuleInit } from '@nestjs/common';
import { SendKinds } from '#modules/membership';
import { ChooseTeams } from './choose-teams.ts';
import { IssueAssignment } from './issue-assignment.ts';

/** An order that waits for a second officer: kept with each team's share, and issued in the name of who asked. */
@Injectable()
export class OrderSends implements OnModuleInit {
  constructor(
    private readonly kinds: SendKinds,
    private readonly teams: ChooseTeams,
    private readonly issuing: IssueAssignment,
  ) {}

  onModuleInit(): void {
    this.kinds.keep('order', {
      action: 'assignment.issue',
      chosen: null,
      prepare: async (actor, asked) => {
        const order = await this.teams.resolve(actor, asked.order);
        await this.issuing.check(actor, order);
        const { unitId, title, draftId, shares } = order;
        const reach = { teamIds: shares.map(({ teamId }) => teamId) };
        return { unitId, title, content: { kind: 'order', order }, reach, ...(draftId && { draftId }) };
      },
      send: async (actor, { order }, { askedBy, knowsOfSimilar }) => {
        const known = [...new Set([...order.knowsOfSimilar, ...knowsOfSimilar])];
        const resultId = await this.issuing.execute(actor, { ...order, knowsOfSimilar: known }, { askedBy });
        return { resultId, sentIds: null };
      },
    });
  }
}
