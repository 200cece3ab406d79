/** The seed's clock: it goes back to what was weeks ago, and comes home. */
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Clock } from '#platform/clock';
import { Database, sql } from '#platform/database';
import { until } from '../../story/checked.ts';

/** What was planned, held and certified weeks ago is entered as of then. Before each step everything is worked off. */
export class TimeTravel {
  private readonly clock: Clock;
  private readonly away: number;

  constructor(private readonly app: NestFastifyApplication) {
    this.clock = app.get(Clock);
    this.away = this.clock.now().getTime() - Date.now();
  }

  async to(instant: string): Promise<void> {
    await this.quiet();
    this.clock.set(new Date(instant));
  }

  async home(): Promise<void> {
    await this.quiet();
    this.clock.set(new Date(Date.now() + this.away));
  }

  private async quiet(): Promise<void> {
    await until('every message of the seed has left', async () => {
      const row = await this.app.get(Database).one<{ busy: boolean }>(
        sql`select exists (select 1 from outbox where published_at is null)
          or exists (select 1 from event_handlings where done_at is null and attempts = 0)
             or exists (select 1 from delivery_chunks where state <> 'done' and due_at <= ${this.clock.now()}) as busy`,
      );
      return row?.busy === false;
    });
  }
}
