/** Odd figures as they are kept. */
import { Injectable } from '@nestjs/common';
import type { OddFigureState } from '#contracts/reporting/odd-figure-states';
import { Database, rowsOf, type Sql, sql, type Tx } from '#platform/database';
import type { OddFigure } from '../finding/odd-figure.entity.ts';

export interface OddFigureRow extends Omit<OddFigure, 'month' | 'checks'> {
  /** 'YYYY-MM' */
  month: string;
  endsOn: string;
  receiverId: string | null;
  state: OddFigureState;
}

const state = sql`case when o.dismissed_at is not null then 'dismissed' when o.answered_at is not null then 'answered'
  when o.asked_at is not null then 'asked' else 'open' end`;
const columns = sql`o.id, o.unit_id as "unitId", to_char(o.month, 'YYYY-MM') as month, o.code, o.report_id as "reportId", o.version,
  o.value::float8 as value, o.reasons, o.usual_low as "usualLow", o.usual_high as "usualHigh", o.difference, o.share, o.total,
  o.found_at as "foundAt", o.closed_at as "closedAt", o.question, o.asked_by as "askedBy", o.asked_at as "askedAt",
  o.answer, o.answered_by as "answeredBy", o.answered_at as "answeredAt", o.dismiss_reason as "dismissReason",
  o.dismissed_by as "dismissedBy", o.dismissed_at as "dismissedAt", r.ends_on::text as "endsOn", r.receiver_id as "receiverId",
  ${state} as state`;
const tables = sql`odd_figures o join reports r on r.id = o.report_id`;
const byWeight = sql`order by abs(o.share) desc nulls last, o.unit_id, o.code`;
const MOST = 200;

@Injectable()
export class OddFigureQueries {
  constructor(private readonly database: Database) {}

  async one(id: string, tx: Tx = this.database.manager): Promise<OddFigureRow | undefined> {
    const [row] = await rowsOf<OddFigureRow>(tx, sql`select ${columns} from ${tables} where o.id = ${id}`);
    return row;
  }

  /** Those that weigh most, and how many there are of each kind. */
  async ofUnits(unitIds: readonly string[], month: string) {
    const where: Sql = sql`o.unit_id = any(${unitIds}::uuid[]) and o.month = ${`${month}-01`}::date and o.closed_at is null`;
    const [rows, counted] = await Promise.all([
      this.database.rows<OddFigureRow>(sql`select ${columns} from ${tables} where ${where} ${byWeight} limit ${MOST}`),
      this.database.rows<{ state: OddFigureState; n: number }>(
        sql`select ${state} as state, count(*)::int as n from ${tables} where ${where} group by 1`,
      ),
    ]);
    const counts: Record<OddFigureState, number> = { open: 0, asked: 0, answered: 0, dismissed: 0 };
    for (const one of counted) counts[one.state] = one.n;
    return { rows, counts };
  }

  /** What is odd now, and what was answered: an answer stands also once the figure is not odd any more. */
  ofReport(reportId: string): Promise<OddFigureRow[]> {
    return this.database.rows<OddFigureRow>(
      sql`select ${columns} from ${tables}
        where o.report_id = ${reportId} and (o.closed_at is null or o.answered_at is not null) ${byWeight}`,
    );
  }
}
