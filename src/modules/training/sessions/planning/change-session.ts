import { Injectable } from '@nestjs/common';
import type { RouteBody } from '#contracts';
import type { trainingPlanRoutes } from '#contracts/training/training';
import { dateInVietnam } from '#i18n';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { rowsOf, sql, type Tx } from '#platform/database';
import { Outbox } from '#platform/outbox';
import { SeatStore } from '../seats/seat-store.ts';
import { type SessionData, timeAndPlace } from '../session/session.rows.ts';
import { SessionAccess } from '../session/session-access.ts';
import { trainingErrors } from '../../training.errors.ts';
import { peopleInvited, sessionMoved, sessionPlanChanged, sessionProposed } from '../../training.events.ts';
import { PlanReferences } from './plan-references.ts';
import { checkPlan } from '../session/session-plan.ts';
import { SessionWriter } from '../session/session-writer.ts';

type Change = RouteBody<typeof trainingPlanRoutes.changeSession>;

/** Changes a plan. Once published, another time or place is a move: whoever holds the old one is told and acknowledges. */
@Injectable()
export class ChangeSession {
  constructor(
    private readonly access: SessionAccess,
    private readonly references: PlanReferences,
    private readonly writer: SessionWriter,
    private readonly seatStore: SeatStore,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** @throws training.changedMeanwhile, whyMissing, capacityBelowTaken, communeFixed, wrongState and what a proposal throws */
  async execute(actor: Actor, sessionId: string, change: Change): Promise<void> {
    const known = await this.access.open(actor, sessionId, 'training.propose');
    if (change.communeId !== known.communeId) throw trainingErrors.communeFixed({ path: 'communeId' });
    checkPlan(change, this.clock.now());
    const trainerId = change.trainerId ?? known.trainerId;
    await this.references.check(change, known.providerId, trainerId);
    await this.access.change(actor, sessionId, 'training.propose', async (tx, session) => {
      if (session.version !== change.version) throw trainingErrors.changedMeanwhile({ version: session.version });
      const state = this.access.next(session, 'change');
      await this.requireRoom(tx, session, change.capacity);
      const isMoved = session.state === 'published' && differs(session, change);
      if (isMoved && !change.why) throw trainingErrors.whyMissing({ path: 'why' });
      await this.writer.update(tx, sessionId, change, trainerId);
      await this.writer.setTeams(tx, sessionId, change.teamIds, change.seatsPerTeam, session.state !== 'published');
      await this.writer.set(tx, sessionId, {
        state,
        // Whoever answers a plan has seen its last version.
        ...(session.state !== 'published' && { proposal: null, nudgedAt: null, version: session.version + 1 }),
        ...(isMoved && {
          version: session.version + 1,
          before: timeAndPlace(session),
          note: change.why,
        }),
      });
      if (isMoved) await this.writer.forgetReminders(tx, sessionId, isOtherDay(session, change));
      await this.tell(tx, actor, session, isMoved);
    });
  }

  private async tell(tx: Tx, actor: Actor, session: SessionData, isMoved: boolean): Promise<void> {
    const [id, extra] = [{ sessionId: session.id }, { unitId: session.communeId }];
    if (session.state !== 'published') {
      const event = session.state === 'proposed' ? sessionPlanChanged : sessionProposed;
      await this.outbox.append(tx, event(id, extra), actor);
      return;
    }
    if (isMoved) {
      const changes = { before: timeAndPlace(session) };
      await this.outbox.append(tx, sessionMoved({ ...id, version: session.version + 1 }, { ...extra, changes }), actor);
    } else await this.outbox.append(tx, sessionPlanChanged(id, extra), actor);
    await this.inviteMore(tx, actor, session);
    await this.seatStore.moveUp(tx, await this.access.lock(tx, session.id));
  }

  /** Teams that the change has added. */
  private async inviteMore(tx: Tx, actor: Actor, { id: sessionId, communeId }: SessionData): Promise<void> {
    const personIds = await this.writer.invite(tx, sessionId, [], this.clock.today(), this.clock.now());
    if (personIds.length > 0)
      await this.outbox.append(tx, peopleInvited({ sessionId, personIds }, { unitId: communeId }), actor);
  }

  private async requireRoom(tx: Tx, session: SessionData, capacity: number): Promise<void> {
    const [row] = await rowsOf<{ taken: number }>(
      tx,
      sql`select count(*)::int as taken from session_invitations where session_id = ${session.id} and state = 'seated'`,
    );
    const taken = row?.taken ?? 0;
    if (capacity < taken) throw trainingErrors.capacityBelowTaken({ path: 'capacity', taken });
  }
}

const isOtherDay = (known: SessionData, change: Change): boolean =>
  dateInVietnam(known.startsAt) !== dateInVietnam(change.startsAt);

function differs(session: SessionData, change: Change): boolean {
  return (
    session.startsAt.getTime() !== Date.parse(change.startsAt) ||
    session.endsAt.getTime() !== Date.parse(change.endsAt) ||
    session.place !== change.place ||
    session.onlineUrl !== change.onlineUrl
  );
}
