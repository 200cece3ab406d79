import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { RouteAnswer, RouteBody, routes } from '#contracts';
import { HeldActs, refusalOf } from '#platform/acts';
import type { Actor } from '#platform/auth';
import { Database } from '#platform/database';
import { ProblemError } from '#platform/http';
import { ChooseToDissolve } from './choose-to-dissolve.ts';
import { DissolveTeam } from './dissolve-team.ts';
import { type Ended, PutTeamsBack } from './put-teams-back.ts';

type Answer = RouteAnswer<typeof routes.dissolveTeams>;

/** Persisted. */
const KIND = 'membership.dissolve';

/** Several teams end by one decision. One that cannot stops no other: it is named with what speaks against it. */
@Injectable()
export class DissolveTeams implements OnModuleInit {
  constructor(
    private readonly choose: ChooseToDissolve,
    private readonly dissolve: DissolveTeam,
    private readonly back: PutTeamsBack,
    private readonly acts: HeldActs,
    private readonly database: Database,
  ) {}

  onModuleInit(): void {
    this.acts.putBackBy<Ended[]>(KIND, (tx, ended, actor) => this.back.execute(tx, ended, actor));
  }

  /** @throws membership.tooManyAtOnce */
  async execute(
    actor: Actor,
    unitId: string,
    { teams, from, reason, ...decision }: RouteBody<typeof routes.dissolveTeams>,
  ): Promise<Answer> {
    const ended: Ended[] = [];
    const refused: Answer['refused'] = [];
    const openWork = reason ? { openWork: { kind: 'cancel' as const, reason } } : {};
    for (const team of await this.choose.of(actor, unitId, teams)) {
      try {
        const decisionId = await this.dissolve.execute(actor, team.id, { ...decision, from, ...openWork });
        ended.push({ ...team, decisionId });
      } catch (error) {
        if (!(error instanceof ProblemError)) throw error;
        refused.push({ ...team, ...refusalOf(error) });
      }
    }
    const act = ended.length > 0 && this.choose.canBeTakenBack(from) ? this.acts.begin() : null;
    await this.database.tx((tx) => this.acts.keep(tx, act, actor, KIND, ended));
    return { dissolved: ended.length, refused, act };
  }
}
