import { Injectable } from '@nestjs/common';
import type { RouteBody } from '#contracts';
import type { trainingMemberRoutes } from '#contracts/training-members';
import type { InvitationState } from '#contracts/training-states';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, rowsOf, type Tx } from '#platform/database';
import { Outbox } from '#platform/outbox';
import type { SessionData } from '../session.rows.ts';
import { TrainingDesk } from '../training-desk.ts';
import { trainingErrors } from '../training.errors.ts';
import { seatGivenBack, seatTaken } from '../training.events.ts';
import { SeatBook } from './seat-book.ts';
import { hasSeat } from './seating.ts';

type Answer = RouteBody<typeof trainingMemberRoutes.answerInvitation>['answer'];

interface Invitation {
  team_id: string | null;
  state: InvitationState;
}

/** Takes a seat or a place in the waiting list, gives it back, or declines. Asking again for what one has changes nothing. */
@Injectable()
export class AnswerInvitation {
  constructor(
    private readonly database: Database,
    private readonly desk: TrainingDesk,
    private readonly book: SeatBook,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** @throws training.notFound, training.notInvited, training.notOpen, training.started */
  execute(actor: Actor, sessionId: string, answer: Answer): Promise<void> {
    return this.database.tx(async (tx) => {
      const session = await this.desk.lock(tx, sessionId);
      const invitation = await this.invitation(tx, session, actor.personId);
      this.requireOpen(session);
      if (answer === 'take') await this.take(tx, session, invitation, actor);
      else await this.leave(tx, session, invitation, actor, answer === 'decline' ? 'declined' : 'given_back');
    });
  }

  /** Who joined an invited team after the invitations went out is invited with it. */
  private async invitation(tx: Tx, session: SessionData, personId: string): Promise<Invitation> {
    const [known] = await rowsOf<Invitation>(
      tx,
      `select team_id, state, 0 as rank from session_invitations where session_id = $1 and person_id = $2
       union all
       select m.team_id, 'invited', 1 from session_teams t join team_members_at($3) m on m.team_id = t.team_id where t.session_id = $1 and m.person_id = $2
       order by rank limit 1`,
      [session.id, personId, this.clock.today()],
    );
    if (!known) throw trainingErrors.notInvited();
    return known;
  }

  private requireOpen(session: SessionData): void {
    if (session.state !== 'published') throw trainingErrors.notOpen({ state: session.state });
    if (session.starts_at <= this.clock.now()) throw trainingErrors.started({ at: session.starts_at.toISOString() });
  }

  private async take(tx: Tx, session: SessionData, { team_id, state }: Invitation, actor: Actor): Promise<void> {
    if (state === 'seated' || state === 'waiting') return;
    // Seats that are kept no longer belong to those who wait, before whoever asks now.
    if (session.held_until && session.held_until < this.clock.today()) await this.book.moveUp(tx, session);
    const { rules, seated } = await this.book.state(tx, session);
    const asking = { personId: actor.personId, teamId: team_id };
    const free = hasSeat(rules, seated, team_id);
    await this.book.enter(tx, session, asking, free ? 'seated' : 'waiting', this.clock.now());
    const changes = { state: free ? 'seated' : 'waiting' };
    await this.outbox.append(
      tx,
      seatTaken({ sessionId: session.id, personId: actor.personId }, { unitId: session.commune_id, changes }),
      actor,
    );
  }

  private async leave(
    tx: Tx,
    session: SessionData,
    { team_id, state }: Invitation,
    actor: Actor,
    to: 'declined' | 'given_back',
  ): Promise<void> {
    if (state === to || (to === 'given_back' && state !== 'seated' && state !== 'waiting')) return;
    await tx.query(
      `insert into session_invitations (session_id, person_id, team_id, state, answered_at, invited_at) values ($1, $2, $3, $4, $5, $5)
       on conflict (session_id, person_id) do update set state = $4, asked = null, answered_at = $5`,
      [session.id, actor.personId, team_id, to, this.clock.now()],
    );
    await this.outbox.append(
      tx,
      seatGivenBack(
        { sessionId: session.id, personId: actor.personId },
        { unitId: session.commune_id, changes: { from: state, to } },
      ),
      actor,
    );
    if (state === 'seated') await this.book.moveUp(tx, session);
  }
}
