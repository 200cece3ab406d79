import { Injectable } from '@nestjs/common';
import type { RouteBody } from '#contracts';
import type { trainingPlanRoutes } from '#contracts/training/training';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import type { Tx } from '#platform/database';
import { Outbox } from '#platform/outbox';
import type { SessionData } from '../session/session.rows.ts';
import { SessionAccess } from '../session/session-access.ts';
import { trainingErrors } from '../../training.errors.ts';
import { sessionChangeAsked, sessionConfirmed, sessionRefused } from '../../training.events.ts';
import { PlanReferences } from './plan-references.ts';
import { PublishSession } from './publish-session.ts';
import { SessionWriter } from '../session/session-writer.ts';

type Decision = RouteBody<typeof trainingPlanRoutes.decideSession>;
type Wish = Extract<Decision, { outcome: 'change' }>;

/** The commune's answer: confirm (which publishes), ask for another time or place, or refuse. */
@Injectable()
export class DecideSession {
  constructor(
    private readonly access: SessionAccess,
    private readonly references: PlanReferences,
    private readonly publish: PublishSession,
    private readonly writer: SessionWriter,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** @throws training.wrongState, changedMeanwhile, inPast, endsBeforeStart, teamOutside */
  execute(actor: Actor, sessionId: string, decision: Decision): Promise<void> {
    return this.access.change(actor, sessionId, 'training.decide', async (tx, session, now) => {
      const decided = { decidedBy: actor.personId, decidedAt: now };
      if (decision.outcome === 'confirm') {
        if (session.version !== decision.version) throw trainingErrors.changedMeanwhile({ version: session.version });
        this.access.next(session, 'confirm');
        await this.chooseTeams(tx, session, decision.teamIds);
        await this.writer.set(tx, sessionId, decided);
        await this.publish.execute(tx, actor, session);
        await this.outbox.append(tx, sessionConfirmed({ sessionId }, { unitId: session.communeId }), actor);
        return;
      }
      if (decision.outcome === 'change') {
        const state = this.access.next(session, 'ask_change');
        const proposal = this.wish(decision);
        await this.writer.set(tx, sessionId, { ...decided, state, proposal, note: decision.note });
        await this.outbox.append(tx, sessionChangeAsked({ sessionId }, { unitId: session.communeId }), actor);
        return;
      }
      const state = this.access.next(session, 'refuse');
      await this.writer.set(tx, sessionId, { ...decided, state, note: decision.note });
      await this.outbox.append(tx, sessionRefused({ sessionId }, { unitId: session.communeId }), actor);
    });
  }

  private async chooseTeams(tx: Tx, session: SessionData, teamIds: readonly string[] | undefined): Promise<void> {
    if (!teamIds) return;
    await this.references.checkTeams(session.communeId, teamIds);
    const kept = session.seatsPerTeam * teamIds.length;
    if (kept > session.capacity)
      throw trainingErrors.keptOverCapacity({ path: 'teamIds', kept, capacity: session.capacity });
    await this.writer.setTeams(tx, session.id, teamIds, session.seatsPerTeam, true);
  }

  private wish({ startsAt, endsAt, place, note }: Wish) {
    if (Date.parse(startsAt) <= this.clock.now().getTime()) throw trainingErrors.inPast({ path: 'startsAt' });
    if (Date.parse(endsAt) <= Date.parse(startsAt)) throw trainingErrors.endsBeforeStart({ path: 'endsAt' });
    return { startsAt, endsAt, place, note };
  }
}
