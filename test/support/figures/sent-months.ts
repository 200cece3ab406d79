/** Months that a commune has sent, as they are kept, without the way to them. */
import { v7 } from 'uuid';
import { monthsUntil, periodOfMonth } from '#contracts/reporting/periods';
import { execute, sql } from '#platform/database';
import type { TestApp } from '../app.ts';
import type { TestPerson } from '../people.ts';

interface Sent {
  unitId: string;
  receiverId: string;
  by: TestPerson;
}

/** Gives the report's id. What stands for the month already is taken for it. */
export async function buildSentMonth(
  app: TestApp,
  { unitId, receiverId, by }: Sent,
  month: string,
  figures: Readonly<Record<string, number>>,
): Promise<string> {
  const { startsOn, endsOn, dueOn } = periodOfMonth(month);
  const id = v7();
  await app.database.tx(async (tx) => {
    await execute(
      tx,
      sql`insert into reports (id, unit_id, unit_kind, kind, month, starts_on, ends_on, fixed_due_on, due_on, receiver_id, state,
            version, first_submitted_at, opened_at)
        values (${id}, ${unitId}, 'commune', 'monthly', ${`${month}-01`}, ${startsOn}, ${endsOn}, ${dueOn}, ${dueOn}, ${receiverId},
          'submitted', 1, ${`${endsOn}T20:00:00Z`}, ${`${startsOn}T00:00:00Z`})`,
    );
    await execute(
      tx,
      sql`insert into report_versions (report_id, version, submitted_at, submitted_by, days_late, content, content_hash)
        values (${id}, 1, ${`${endsOn}T20:00:00Z`}, ${by.id}, 0, '{}', 'x')`,
    );
    for (const [code, value] of Object.entries(figures))
      await execute(
        tx,
        sql`insert into report_figures (report_id, version, code, numerator, records, late, is_typed)
          values (${id}, 1, ${code}, ${value}, 0, 0, false)`,
      );
  });
  return id;
}

/** The year before a month: now and then more, now and then less, around 234. */
export const usualYear = [230, 241, 225, 234, 262, 218, 210, 247, 239, 234, 228, 236];

/** @param until the month after the last of them */
export async function buildUsualYear(app: TestApp, sent: Sent, until: string, code: string, times = 1): Promise<void> {
  const months = monthsUntil(until, usualYear.length + 1).slice(0, -1);
  for (const [i, month] of months.entries())
    await buildSentMonth(app, sent, month, { [code]: Math.round((usualYear[i] ?? 0) * times) });
}
