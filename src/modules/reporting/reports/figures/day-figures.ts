/**
 * The figures of a commune for the days of a campaign: what its teams did on them, and how things stood on the last. A line
 * counts for its day, in whichever month's report it counts as well. What means nothing but in a month or a year is absent:
 * the period before, the year so far, what is typed by month, reports in time, members trained this year.
 */
import { Injectable } from '@nestjs/common';
import { absent, type Pair } from '#contracts/reporting/figures';
import { TeamGroupsApi } from '#modules/membership';
import { raw, rowsOf, type Sql, sql, type Tx } from '#platform/database';
import type { ReportData } from '../report/report.rows.ts';
import { standing } from './figure-sql.ts';
import type { LiveFigure } from './live-figures.ts';

type Days = Pick<ReportData, 'unitId' | 'startsOn' | 'endsOn'>;
interface Row {
  code: string;
  n: number | null;
  d: number | null;
  records: number;
}

/** Codes whose words name a month or a year. */
const OF_MONTHS: ReadonlySet<string> = new Set(['TC10', 'DT03']);

/** Whether an indicator says something of days that are no month. */
export const countsByDays = ({ code, typed }: { code: string; typed: boolean }): boolean =>
  !typed && !OF_MONTHS.has(code);

/** Confirmed lines of a report's days, as rows of counted_lines. */
export const linesOfDays = (columns: Sql, { unitId, startsOn, endsOn }: Days): Sql => sql`
  select ${columns} from counted_lines l
   where l.commune_id = ${unitId} and l.happened_on between ${startsOn} and ${endsOn} and l.confirmed_value is not null`;

@Injectable()
export class DayFigures {
  constructor(private readonly groups: TeamGroupsApi) {}

  /** Indicators that the commune has nothing about are absent. */
  async of(report: Days, tx: Tx): Promise<Map<string, LiveFigure>> {
    const rows = await rowsOf<Row>(tx, figuresOf(report));
    const named = (await this.groups.rightlyNamed([report.unitId], report.endsOn)).get(report.unitId);
    const groups = named ? [{ code: 'TC06', n: named.right, d: named.teams, records: 0 }] : [];
    return new Map([...rows, ...groups].map((row) => [row.code, figure(row)]));
  }
}

function figure({ code, n, d, records }: Row): LiveFigure {
  const now: Pair = { numerator: n, denominator: d };
  return { code, now, before: absent, year: absent, records, late: 0, isTyped: false };
}

const figuresOf = (report: Days): Sql => sql`
  with asked as (select ${report.unitId}::uuid as commune_id),
  lines as materialized (
    ${linesOfDays(sql`l.commune_id, l.team_id, l.indicator_code as code, l.confirmed_value as value`, report)}),
  ${standing(sql`${report.endsOn}::date`, raw('now'))},
  taught as (
    select count(distinct t.session_id) as sessions, count(*) as times from trained_at_sessions t
      join asked a on a.commune_id = t.commune_id
     where t.audience = 'teams' and t.held_on between ${report.startsOn} and ${report.endsOn})
  select code, n::float8 as n, d::float8 as d, records::int as records from (
    select l.code, sum(l.value) as n, max(h.value) as d, count(*) as records from lines l
      left join registered_now h on l.code = 'TT04' and h.metric = 'households' group by 1
    union all
    select code, n, d, 0 from states_now
    union all
    select v.code, v.n, null, 0 from taught cross join lateral (values ('DT01', sessions), ('DT02', times)) as v(code, n)
    union all
    select 'TC07', count(distinct l.team_id), (select count(*) from teams_now), 0 from lines l) f`;
