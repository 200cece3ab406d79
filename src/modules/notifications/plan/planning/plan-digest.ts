import { Inject, Injectable } from '@nestjs/common';
import { v5 } from 'uuid';
import { addDays } from '#i18n';
import { Clock, Tick } from '#platform/clock';
import { ENV, type Env } from '#platform/config';
import { Database, sql } from '#platform/database';
import { digestMessage } from '../messages/index.ts';
import { REMIND_DAYS, remindedOf } from './due-work-sql.ts';
import { PlanMessage } from './plan-message.ts';
import { Message } from './message.entity.ts';

const EVERY_MS = 60_000;
/** Persisted: makes a day's digest one message, however often it is planned. */
const NAMESPACE = '5f0c2a52-3b1c-4f0e-9f39-6f7d1c3f2a10';
/** After a rest of so many days the first digest tells of the last day only. */
const REMEMBERED_DAYS = 7;
const DAY_MS = 86_400_000;

/**
 * Once a day, for those who have something in it: inbox entries were written when the news came, and work that is due is looked
 * for here. So a person gets one message a day, with what is due at its head.
 */
@Injectable()
export class PlanDigest {
  constructor(
    @Inject(ENV) private readonly env: Env,
    private readonly database: Database,
    private readonly plan: PlanMessage,
    private readonly clock: Clock,
  ) {}

  /** Gives 1 when it planned a digest. What comes while it is planned waits for the next day's. */
  @Tick('notifications.digest', EVERY_MS)
  async run(): Promise<number> {
    const now = this.clock.now();
    const day = this.clock.dayOf(now);
    if (this.clock.timeOf(now) < this.env.DIGEST_AT) return 0;
    const id = idOf(day);
    if (!(await this.isPlanned(id))) await this.addReminded(day);
    const due = await this.database.one(
      sql`select 1 where exists (select 1 from digest_people where due_on <= ${day}::date)
        and not exists (select 1 from messages where id = ${id} and planned_at is not null)`,
    );
    if (!due) return 0;
    const occurrence = { id, occurredAt: now, actorId: null, unitId: null };
    await this.plan.execute(digestMessage, { day, since: (await this.since(day, now)).toISOString() }, occurrence);
    await this.database.rows(
      sql`delete from digest_people d using notifications n where d.due_on <= ${day}::date and n.message_id = ${id}
        and n.person_id = d.person_id`,
    );
    return 1;
  }

  private isPlanned(id: string): Promise<boolean> {
    return this.database.manager.existsBy(Message, { id });
  }

  /** Whoever has nothing new, and work that ends in two days or today, or ended yesterday. */
  private async addReminded(day: string): Promise<void> {
    const days = REMIND_DAYS.map((left) => addDays(day, left));
    await this.database.rows(
      sql`insert into digest_people (due_on, person_id) select ${day}::date, person_id from (${remindedOf(day, days)}) r
        on conflict do nothing`,
    );
  }

  /** When the digest before was made. */
  private async since(day: string, now: Date): Promise<Date> {
    const before = Array.from({ length: REMEMBERED_DAYS }, (_, i) => idOf(addDays(day, -1 - i)));
    const row = await this.database.one<{ at: Date | null }>(
      sql`select max(created_at) as at from messages where id = any(${before})`,
    );
    return row?.at ?? new Date(now.getTime() - DAY_MS);
  }
}

const idOf = (day: string): string => v5(day, NAMESPACE);
