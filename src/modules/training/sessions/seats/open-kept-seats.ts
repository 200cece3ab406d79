import { Injectable } from '@nestjs/common';
import { Clock, Tick } from '#platform/clock';
import { Database, sql } from '#platform/database';
import { SessionAccess } from '../session/session-access.ts';
import { SeatStore } from './seat-store.ts';

const HOUR_MS = 3_600_000;

/** Once the time of keeping is over, seats that teams did not take go to the waiting list. */
@Injectable()
export class OpenKeptSeats {
  constructor(
    private readonly database: Database,
    private readonly access: SessionAccess,
    private readonly seatStore: SeatStore,
    private readonly clock: Clock,
  ) {}

  /** Gives how many people moved up. */
  @Tick('training.open-kept-seats', HOUR_MS)
  async run(): Promise<number> {
    const due = await this.database.rows<{ id: string }>(
      sql`select s.id from training_sessions s
        where s.state = 'published' and s.starts_at > ${this.clock.now()} and s.held_until < ${this.clock.today()} and exists (
          select 1 from session_invitations i where i.session_id = s.id and i.state = 'waiting')`,
    );
    let moved = 0;
    for (const { id } of due)
      moved += (await this.database.tx(async (tx) => this.seatStore.moveUp(tx, await this.access.lock(tx, id)))).length;
    return moved;
  }
}
