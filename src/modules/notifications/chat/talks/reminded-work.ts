import { Injectable } from '@nestjs/common';
import { addDays } from '#i18n';
import { Clock } from '#platform/clock';
import { Database, sql } from '#platform/database';
import type { DueWork } from '../../deliver/sending/digest-text.ts';
import { dueWorkOf, SOON_DAYS } from '../../plan/planning/due-work-sql.ts';

/** So long a number alone is taken as the answer to a reminder. */
const ANSWER_MS = 24 * 60 * 60_000;

/** What the day's message has reminded somebody of, asking for a number. */
@Injectable()
export class RemindedWork {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Undefined where nobody was reminded, or of several pieces of work: which one is meant is asked then. */
  async soleOf(personId: string): Promise<DueWork | undefined> {
    const today = this.clock.today();
    const since = new Date(this.clock.now().getTime() - ANSWER_MS);
    const until = addDays(today, SOON_DAYS);
    const row = await this.database.one<{ due: DueWork[] | null }>(
      sql`select w.due from (${dueWorkOf(sql`${personId}`, sql`${today}`, sql`${until}`, 2)}) w
        where exists (select 1 from notifications n join messages m on m.id = n.message_id and m.kind = 'digest'
          where n.person_id = ${personId} and n.created_at >= ${since}::timestamptz)`,
    );
    return row?.due?.length === 1 ? row.due[0] : undefined;
  }
}
