import { Injectable, type OnModuleInit } from '@nestjs/common';
import { SendKinds } from '#modules/membership';
import { AssignmentPlace, reachOf } from './assignment-place.ts';
import { ChooseReminded } from './choose-reminded.ts';
import { Remind } from './remind.ts';

/** A reminder of many teams that waits for a second officer: who has answered meanwhile is left alone. */
@Injectable()
export class TeamReminderSends implements OnModuleInit {
  constructor(
    private readonly kinds: SendKinds,
    private readonly place: AssignmentPlace,
    private readonly choose: ChooseReminded,
    private readonly reminding: Remind,
  ) {}

  onModuleInit(): void {
    this.kinds.keep('teamReminder', {
      action: 'assignment.chase',
      prepare: async (actor, asked) => {
        const { assignmentId } = asked;
        const { order, unitIds } = await this.place.open(actor, 'assignment.chase', assignmentId);
        const { due } = await this.choose.of(order, { assignmentId, unitIds }, asked.teams);
        const teamIds = due.map(({ teamId }) => teamId);
        const unitId = await this.place.sender(order, unitIds, teamIds);
        return { unitId, title: order.title, content: { ...asked, within: unitIds }, reach: reachOf(teamIds) };
      },
      chosen: async ({ assignmentId, teams, within }) => {
        const order = await this.place.order(assignmentId);
        const due = await this.choose.dueNow(order, { assignmentId, unitIds: within }, teams);
        return due.map(({ teamId }) => teamId);
      },
      send: async (actor, content, { askedBy }) => ({
        resultId: null,
        sentIds: await this.reminding.approved(actor, content, askedBy),
      }),
    });
  }
}
