/**
 * Takes a seat or a place in the waiting list. All who ask this process for the same session while its row is held go
 * together with the next transaction, in the order of asking: a popular session then costs one lock and one commit for
 * many, and does not keep a connection for each who waits.
 */
import { Injectable } from '@nestjs/common';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, type Tx } from '#platform/database';
import { Outbox } from '#platform/outbox';
import type { SessionData } from '../session/session.rows.ts';
import { SessionAccess } from '../session/session-access.ts';
import { seatTaken } from '../../training.events.ts';
import { type Invitation, invitationsOf, requireInvited, requireOpen } from './invitations.ts';
import { type Placed, SeatStore } from './seat-store.ts';
import { seats } from './seating.ts';

interface Asker {
  actor: Actor;
  done(): void;
  refused(error: unknown): void;
}

const MOST_AT_ONCE = 100;

@Injectable()
export class TakeSeat {
  /** Those who wait for the transaction under way, by session. */
  private readonly lines = new Map<string, Asker[]>();

  constructor(
    private readonly database: Database,
    private readonly access: SessionAccess,
    private readonly seatStore: SeatStore,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** Whoever has a seat or a place already keeps it. @throws training.notFound, training.notInvited, training.notOpen, training.started */
  execute(actor: Actor, sessionId: string): Promise<void> {
    return new Promise((done, refused) => {
      const asker = { actor, done, refused };
      const line = this.lines.get(sessionId);
      if (line) line.push(asker);
      else void this.serve(sessionId, [asker]);
    });
  }

  private async serve(sessionId: string, line: Asker[]): Promise<void> {
    this.lines.set(sessionId, line);
    while (line.length > 0) {
      const together = line.splice(0, MOST_AT_ONCE);
      try {
        const answers = await this.database.tx((tx) => this.seat(tx, sessionId, together));
        for (const answer of answers) answer();
      } catch (error) {
        for (const { refused } of together) refused(error);
      }
    }
    this.lines.delete(sessionId);
  }

  /** What to answer to each once it is committed. */
  private async seat(tx: Tx, sessionId: string, together: readonly Asker[]): Promise<(() => void)[]> {
    const session = await this.access.lock(tx, sessionId);
    const personIds = [...new Set(together.map(({ actor }) => actor.personId))];
    const invitations = await invitationsOf(tx, sessionId, personIds, this.clock.today());
    const asking = new Map<string, { actor: Actor; invitation: Invitation }>();
    const answers = together.map(({ actor, done, refused }) => {
      try {
        const invitation = requireInvited(invitations.get(actor.personId));
        requireOpen(session, this.clock.now());
        const hasAsked = invitation.state === 'seated' || invitation.state === 'waiting';
        if (!hasAsked && !asking.has(actor.personId)) asking.set(actor.personId, { actor, invitation });
        return done;
      } catch (error) {
        return () => refused(error);
      }
    });
    if (asking.size > 0) await this.place(tx, session, [...asking.values()]);
    return answers;
  }

  private async place(
    tx: Tx,
    session: SessionData,
    asking: readonly { actor: Actor; invitation: Invitation }[],
  ): Promise<void> {
    // Seats that are kept no longer belong to those who wait, before whoever asks now.
    if (session.heldUntil && session.heldUntil < this.clock.today()) await this.seatStore.moveUp(tx, session);
    const { rules, seated } = await this.seatStore.state(tx, session);
    const people = asking.map(({ invitation }) => invitation);
    const free = seats(rules, seated, people);
    const placed = people.map((one, i): Placed => ({ ...one, state: free[i] ? 'seated' : 'waiting' }));
    await this.seatStore.enter(tx, session, placed);
    await this.outbox.appendMany(
      tx,
      placed.map(({ personId, state }, i) =>
        seatTaken(
          { sessionId: session.id, personId },
          { unitId: session.communeId, changes: { state }, by: asking[i]?.actor as Actor },
        ),
      ),
    );
  }
}
