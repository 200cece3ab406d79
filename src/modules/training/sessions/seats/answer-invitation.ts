import { Injectable } from '@nestjs/common';
import type { RouteBody } from '#contracts';
import type { trainingMemberRoutes } from '#contracts/training/members';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, execute, sql } from '#platform/database';
import { Outbox } from '#platform/outbox';
import { SessionAccess } from '../session/session-access.ts';
import { seatGivenBack } from '../../training.events.ts';
import { invitationsOf, requireInvited, requireOpen } from './invitations.ts';
import { SeatStore } from './seat-store.ts';
import { TakeSeat } from './take-seat.ts';

type Answer = RouteBody<typeof trainingMemberRoutes.answerInvitation>['answer'];

/** Takes a seat or a place in the waiting list, gives it back, or declines. Asking again for what one has changes nothing. */
@Injectable()
export class AnswerInvitation {
  constructor(
    private readonly database: Database,
    private readonly access: SessionAccess,
    private readonly takeSeat: TakeSeat,
    private readonly seatStore: SeatStore,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** @throws training.notFound, training.notInvited, training.notOpen, training.started */
  execute(actor: Actor, sessionId: string, answer: Answer): Promise<void> {
    if (answer === 'take') return this.takeSeat.execute(actor, sessionId);
    return this.leave(actor, sessionId, answer === 'decline' ? 'declined' : 'given_back');
  }

  private leave(actor: Actor, sessionId: string, to: 'declined' | 'given_back'): Promise<void> {
    return this.database.tx(async (tx) => {
      const session = await this.access.lock(tx, sessionId);
      const invitations = await invitationsOf(tx, sessionId, [actor.personId], this.clock.today());
      const { state, teamId } = requireInvited(invitations.get(actor.personId));
      requireOpen(session, this.clock.now());
      if (state === to || (to === 'given_back' && state !== 'seated' && state !== 'waiting')) return;
      const now = this.clock.now();
      await execute(
        tx,
        sql`insert into session_invitations (session_id, person_id, team_id, state, answered_at, invited_at)
          values (${session.id}, ${actor.personId}, ${teamId}, ${to}, ${now}, ${now})
         on conflict (session_id, person_id) do update set state = ${to}, asked = null, answered_at = ${now}`,
      );
      const subject = { sessionId: session.id, personId: actor.personId };
      await this.outbox.append(
        tx,
        seatGivenBack(subject, { unitId: session.communeId, changes: { from: state, to } }),
        actor,
      );
      if (state === 'seated') await this.seatStore.moveUp(tx, session);
    });
  }
}
