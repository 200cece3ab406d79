/** The seats of one session, read and written inside the transaction that holds its row. */
import { Injectable } from '@nestjs/common';
import { Clock } from '#platform/clock';
import { rowsOf, type Tx } from '#platform/database';
import { Outbox } from '#platform/outbox';
import type { SessionData } from '../session.rows.ts';
import { seatPromoted } from '../training.events.ts';
import { type Asking, promoted, type Seated, type SeatRules } from './seating.ts';

export interface SeatState {
  rules: SeatRules;
  seated: Seated;
}

@Injectable()
export class SeatBook {
  constructor(
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  async state(tx: Tx, session: SessionData): Promise<SeatState> {
    const rows = await rowsOf<{ team_id: string | null; kept: number; seated: number }>(
      tx,
      `select coalesce(t.team_id, i.team_id) as team_id, coalesce(t.kept, 0) as kept, coalesce(i.seated, 0) as seated
         from (select team_id, kept from session_teams where session_id = $1) t
         full join (select team_id, count(*)::int as seated from session_invitations where session_id = $1 and state = 'seated' group by team_id) i on i.team_id = t.team_id`,
      [session.id],
    );
    const byTeam = rows.flatMap(({ team_id, kept, seated }) => (team_id ? [{ team_id, kept, seated }] : []));
    return {
      rules: {
        capacity: session.capacity,
        kept: new Map(byTeam.map((row) => [row.team_id, row.kept])),
        isHeld: session.held_until !== null && session.held_until >= this.clock.today(),
      },
      seated: {
        total: rows.reduce((sum, row) => sum + row.seated, 0),
        byTeam: new Map(byTeam.map((row) => [row.team_id, row.seated])),
      },
    };
  }

  /** Seats and place in the order of asking in one statement. */
  async enter(tx: Tx, session: SessionData, asking: Asking, state: 'seated' | 'waiting', now: Date): Promise<void> {
    await tx.query(
      `with turn as (update training_sessions set asked = asked + 1 where id = $1 returning asked)
       insert into session_invitations (session_id, person_id, team_id, state, asked, answered_at, invited_at, acknowledged)
       select $1, $2, $3, $4, turn.asked, $5, $5, $6 from turn
       on conflict (session_id, person_id) do update set state = excluded.state, asked = excluded.asked, answered_at = excluded.answered_at, acknowledged = excluded.acknowledged`,
      [session.id, asking.personId, asking.teamId, state, now, session.version],
    );
  }

  /** After a seat became free, more seats, or the end of keeping: the waiting list moves up, each is told. */
  async moveUp(tx: Tx, session: SessionData): Promise<string[]> {
    const waiting = await rowsOf<Asking>(
      tx,
      `select person_id as "personId", team_id as "teamId" from session_invitations where session_id = $1 and state = 'waiting' order by asked`,
      [session.id],
    );
    if (waiting.length === 0) return [];
    const { rules, seated } = await this.state(tx, session);
    const up = promoted(rules, seated, waiting).map(({ personId }) => personId);
    if (up.length === 0) return [];
    await tx.query(`update session_invitations set state = 'seated' where session_id = $1 and person_id = any($2)`, [
      session.id,
      up,
    ]);
    const events = up.map((personId) =>
      seatPromoted({ sessionId: session.id, personId }, { unitId: session.commune_id }),
    );
    await this.outbox.appendMany(tx, events);
    return up;
  }
}
