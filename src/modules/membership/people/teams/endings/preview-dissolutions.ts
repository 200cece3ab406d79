import { Injectable } from '@nestjs/common';
import type { RouteAnswer, RouteBody, routes } from '#contracts';
import { HeldActs } from '#platform/acts';
import type { Actor } from '#platform/auth';
import { Database } from '#platform/database';
import { ChooseToDissolve } from './choose-to-dissolve.ts';
import { TeamEndings } from './team-endings.ts';

type Answer = RouteAnswer<typeof routes.previewDissolutions>;

/** Before several teams are dissolved: how many, and with which of them work is open. Nobody is told by the act itself. */
@Injectable()
export class PreviewDissolutions {
  constructor(
    private readonly choose: ChooseToDissolve,
    private readonly endings: TeamEndings,
    private readonly acts: HeldActs,
    private readonly database: Database,
  ) {}

  async execute(
    actor: Actor,
    unitId: string,
    { teams, from }: RouteBody<typeof routes.previewDissolutions>,
  ): Promise<Answer> {
    const chosen = await this.choose.of(actor, unitId, teams);
    const open: Answer['open'] = [];
    for (const team of chosen) {
      const { tasks, sessions, difficulties } = await this.endings.open(this.database.manager, team.id);
      if (tasks + sessions + difficulties > 0) open.push({ ...team, tasks, sessions, difficulties });
    }
    return {
      count: chosen.length,
      people: 0,
      routes: [],
      told: chosen.map((team) => ({ ...team, people: [] })),
      left: [],
      leftCount: 0,
      holdSeconds: this.choose.canBeTakenBack(from) ? this.acts.seconds : 0,
      open,
    };
  }
}
