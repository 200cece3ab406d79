import { Injectable } from '@nestjs/common';
import type { RouteBody } from '#contracts';
import type { trainingMemberRoutes } from '#contracts/training/members';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { AcknowledgeChange } from '../sessions/changes/acknowledge-change.ts';
import { type MySession, ReadMySessions } from '../sessions/reads/read-my-sessions.ts';
import { AnswerInvitation } from '../sessions/seats/answer-invitation.ts';

type Answer = RouteBody<typeof trainingMemberRoutes.answerInvitation>['answer'];

/** What a person does about the sessions to which they are invited, wherever they do it. */
@Injectable()
export class MyInvitations {
  constructor(
    private readonly read: ReadMySessions,
    private readonly answers: AnswerInvitation,
    private readonly changes: AcknowledgeChange,
    private readonly clock: Clock,
  ) {}

  /** Sessions that have not begun, the nearest first. */
  async coming(actor: Actor): Promise<MySession[]> {
    const now = this.clock.now().toISOString();
    return (await this.read.all(actor)).filter(({ state, startsAt }) => state === 'published' && startsAt > now);
  }

  /** Gives the session as it is then. */
  async answer(actor: Actor, sessionId: string, answer: Answer): Promise<MySession> {
    await this.answers.execute(actor, sessionId, answer);
    return this.read.one(actor, sessionId);
  }

  async acknowledge(actor: Actor, sessionId: string, version: number): Promise<MySession> {
    await this.changes.byMyself(actor, sessionId, version);
    return this.read.one(actor, sessionId);
  }
}
