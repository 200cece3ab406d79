/** The seats of one session, read and written inside the transaction that holds its row. */
import { Injectable } from '@nestjs/common';
import { Clock } from '#platform/clock';
import { execute, prepared, rowsOf, sql, type Tx } from '#platform/database';
import { Outbox } from '#platform/outbox';
import type { SessionData } from '../session/session.rows.ts';
import { seatPromoted } from '../../training.events.ts';
import { type Asking, promoted, type Seated, type SeatRules } from './seating.ts';

export interface SeatState {
  rules: SeatRules;
  seated: Seated;
}

export interface Placed extends Asking {
  state: 'seated' | 'waiting';
}

@Injectable()
export class SeatStore {
  constructor(
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** While teams have seats kept for them. */
  isHeld({ heldUntil: until }: SessionData): boolean {
    return until !== null && until >= this.clock.today();
  }

  /** Who is seated; by team only where teams have kept seats, since else it does not matter. */
  async state(tx: Tx, session: SessionData): Promise<SeatState> {
    const rows = await rowsOf<{ teamId: string | null; kept: number; seated: number }>(
      tx,
      prepared(
        'seats.state',
        sql`select t.team_id as "teamId", coalesce(t.kept, 0) as kept, count(i.person_id)::int as seated
           from (select team_id, kept from session_teams
              where session_id = ${session.id} and kept > 0 and ${this.isHeld(session)}::boolean) t
           full join (select team_id, person_id from session_invitations where session_id = ${session.id} and state = 'seated') i
             on i.team_id = t.team_id
          group by t.team_id, t.kept`,
      ),
    );
    const teams = rows.flatMap(({ teamId, kept, seated }) => (teamId ? [{ teamId, kept, seated }] : []));
    return {
      rules: {
        capacity: session.capacity,
        kept: new Map(teams.map((row) => [row.teamId, row.kept])),
        isHeld: this.isHeld(session),
      },
      seated: {
        total: rows.reduce((sum, row) => sum + row.seated, 0),
        byTeam: new Map(teams.map((row) => [row.teamId, row.seated])),
      },
    };
  }

  /** Seats or places in the waiting list, and the places in the order of asking, in one statement. */
  async enter(tx: Tx, session: SessionData, placed: readonly Placed[]): Promise<void> {
    const now = this.clock.now();
    await execute(
      tx,
      prepared(
        'seats.enter',
        sql`with turn as (
           update training_sessions set asked = asked + ${placed.length}::int where id = ${session.id}
           returning asked - ${placed.length}::int as before)
         insert into session_invitations (session_id, person_id, team_id, state, asked, answered_at, invited_at, acknowledged)
         select ${session.id}::uuid, p.person_id, p.team_id, p.state, turn.before + p.place, ${now}::timestamptz,
                ${now}::timestamptz, ${session.version}::int
           from turn, unnest(${placed.map(({ personId }) => personId)}::uuid[], ${placed.map(({ teamId }) => teamId)}::uuid[],
                ${placed.map(({ state }) => state)}::text[]) with ordinality as p(person_id, team_id, state, place)
         on conflict (session_id, person_id) do update set state = excluded.state, asked = excluded.asked,
           answered_at = excluded.answered_at, acknowledged = excluded.acknowledged`,
      ),
    );
  }

  /** After a seat became free, more seats, or the end of keeping: the waiting list moves up, each is told. */
  async moveUp(tx: Tx, session: SessionData): Promise<string[]> {
    const waiting = await rowsOf<Asking>(
      tx,
      sql`select person_id as "personId",
        team_id as "teamId" from session_invitations where session_id = ${session.id} and state = 'waiting' order by asked`,
    );
    if (waiting.length === 0) return [];
    const { rules, seated } = await this.state(tx, session);
    const up = promoted(rules, seated, waiting).map(({ personId }) => personId);
    if (up.length === 0) return [];
    await execute(
      tx,
      sql`update session_invitations set state = 'seated' where session_id = ${session.id} and person_id = any(${up})`,
    );
    const events = up.map((personId) =>
      seatPromoted({ sessionId: session.id, personId }, { unitId: session.communeId }),
    );
    await this.outbox.appendMany(tx, events);
    return up;
  }
}
