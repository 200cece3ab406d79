import { Injectable } from '@nestjs/common';
import type { RouteAnswer, RouteQuery, routes } from '#contracts';
import { openReportStates } from '#contracts/reporting/report-states';
import { OrganizationApi } from '#modules/organization';
import { ReadPhotos, tasksSql } from '#modules/tasks';
import type { Actor } from '#platform/auth';
import { Database, type Sql, sql } from '#platform/database';
import { ReportAccess } from '../report/report-access.ts';
import type { ReportData } from '../report/report.rows.ts';
import { reportErrors } from '../../reporting.errors.ts';
import { ReportPeople } from '../report/report-people.ts';
import { type CountedWindow, countedIn, sentMonths } from './counted-in.ts';
import { countsByDays, linesOfDays } from './day-figures.ts';
import { type KindRow, kindsOf, toBreakdown } from './figure-breakdown.ts';
import { itemKindOf } from './figure-items.ts';
import { FigureParts } from './figure-parts.ts';
import { cumulativeCodes } from './figure-sql.ts';
import { windowsOf } from './windows.ts';
import { TypedFigure } from './report-figure.entity.ts';

type Source = RouteAnswer<typeof routes.figureSource>;
type Query = RouteQuery<typeof routes.figureSource>;

interface LineRow {
  entryId: string;
  teamId: string;
  team: string;
  happenedOn: string;
  value: number;
  isLate: boolean;
  taskId: string | null;
  title: string | null;
  receipt: string;
  actorId: string;
  photos: number;
  links: string[];
  confirmedBy: string | null;
  confirmedAt: Date | null;
  unseen: 'together' | 'sample' | null;
}

/** What adds up over the year opens the year's lines, all others those of the month. */
const firstMonth = (report: ReportData, code: string, window: CountedWindow): Sql =>
  cumulativeCodes.includes(code)
    ? sql`report_month(${window.yearFrom}::date, ${window.startDay})`
    : sql`${`${report.month}-01`}::date`;
const kept = (report: ReportData, code: string): Sql => sql`
  lines as (
    select l.*, f.is_late from report_facts f join counted_lines l on l.entry_id = f.entry_id and l.position = f.position
     where f.report_id = ${report.id} and l.indicator_code = ${code})`;
const live = (report: ReportData, code: string, window: CountedWindow): Sql => sql`
  asked as (select unit_id as commune_id from reports where id = ${report.id}), ${sentMonths},
  lines as (
    select * from (${countedIn(sql`l.*`, window)}) l where l.indicator_code = ${code}
       and l.month between ${firstMonth(report, code, window)} and ${`${report.month}-01`}::date)`;
/** Of a campaign: lines count for their days, and none is late. */
const ofDays = (report: ReportData, code: string): Sql => sql`
  lines as (
    select * from (${linesOfDays(sql`l.*, false as is_late`, report)}) l where l.indicator_code = ${code})`;
const keptOfDays = (report: ReportData, code: string): Sql => sql`
  lines as (
    select l.*, false as is_late from campaign_facts f
      join counted_lines l on l.entry_id = f.entry_id and l.position = f.position
     where f.report_id = ${report.id} and l.indicator_code = ${code})`;
/** Those that were counted, or as long as it is open would be. */
function linesOf(report: ReportData, code: string, window: CountedWindow): Sql {
  const isOpen = openReportStates.includes(report.state);
  if (report.kind === 'results') return isOpen ? ofDays(report, code) : keptOfDays(report, code);
  // A report keeps the lines of its own month; of the year so far the months before it hold the others.
  return isOpen || cumulativeCodes.includes(code) ? live(report, code, window) : kept(report, code);
}

/** Where a figure comes from: every number opens its records. */
@Injectable()
export class ReadFigureSource {
  constructor(
    private readonly database: Database,
    private readonly access: ReportAccess,
    private readonly organization: OrganizationApi,
    private readonly people: ReportPeople,
    private readonly photos: ReadPhotos,
    private readonly parts: FigureParts,
  ) {}

  /** @throws report.indicatorUnknown */
  async execute(actor: Actor, reportId: string, query: Query): Promise<Source> {
    const report = await this.access.open(actor, reportId, 'report.read');
    const indicator = (await this.organization.indicators([query.code], report.endsOn)).get(query.code);
    if (!indicator || (report.kind === 'results' && !countsByDays(indicator)))
      throw reportErrors.indicatorUnknown({ path: 'code', code: query.code });
    const nothing = { parts: [], items: [], records: [], total: 0, after: 0 };
    if (report.unitKind !== 'commune')
      return { ...nothing, kind: 'reports', parts: await this.parts.ofUnits(report, query.code) };
    if (report.kind === 'months')
      return { ...nothing, kind: 'months', parts: await this.parts.ofMonths(report, indicator) };
    if (report.kind === 'monthly' && (await this.isTyped(report, query.code))) return { ...nothing, kind: 'typed' };
    const kind = itemKindOf(query.code);
    if (!kind) return this.fromLines(report, query);
    return { ...nothing, kind, items: await this.parts.ofList(report, query.code) };
  }

  private isTyped({ unitId, month }: ReportData, code: string): Promise<boolean> {
    return this.database.manager.existsBy(TypedFigure, { unitId, month: `${month}-01`, code });
  }

  private async windowOf(report: ReportData): Promise<CountedWindow> {
    const rule = await this.organization.periodRule(report.unitId, report.endsOn);
    const { period, year } = windowsOf(report.month, rule);
    return { yearFrom: year.startsOn, until: period.endsOn, startDay: rule.windowStartDay };
  }

  private async fromLines(report: ReportData, { code, teamId, limit }: Query): Promise<Source> {
    const lines = linesOf(report, code, await this.windowOf(report));
    const rows = await this.database.rows<LineRow>(
      sql`with ${lines}
       select l.entry_id as "entryId", l.team_id as "teamId", coalesce(t.name, '') as team, l.happened_on::text as "happenedOn",
         l.confirmed_value as value, l.is_late as "isLate", l.task_id as "taskId", k.title, e.receipt, e.links, l.actor_id as "actorId",
              n.by_id as "confirmedBy", n.at as "confirmedAt",
              (select count(*)::int from ${tasksSql.entryPhotos} p where p.entry_id = l.entry_id) as photos, u.manner as unseen
         from lines l join ${tasksSql.entries} e on e.id = l.entry_id
         -- With the day as a value, line by line: else the teams of the country would be listed for every line.
         left join lateral (select n.name from teams_at(${report.standsOn}::date) n where n.id = l.team_id offset 0) t on true
         left join lateral (select by_id, at from ${tasksSql.confirmations} s
              where s.entry_id = l.entry_id and s.position = l.position offset 0) n on true
         left join lateral (select manner from ${tasksSql.unseenConfirmations} s
              where s.entry_id = l.entry_id and s.position = l.position offset 0) u on true
         left join ${tasksSql.taskTitles} k on k.task_id = l.task_id order by l.happened_on, e.recorded_at`,
    );
    const shown = rows.filter((row) => !teamId || row.teamId === teamId);
    const page = shown.slice(0, limit);
    const person = await this.people.people(page.flatMap((row) => [row.actorId, row.confirmedBy]));
    const pictures = await this.photos.ofEntries(page.map(({ entryId }) => entryId));
    return {
      kind: 'lines',
      parts: partsOf(rows),
      items: [],
      records: page.map((row) => ({
        entryId: row.entryId,
        team: { id: row.teamId, name: row.team },
        happenedOn: row.happenedOn,
        value: row.value,
        isLate: row.isLate,
        taskId: row.taskId,
        taskTitle: row.title,
        receipt: row.receipt,
        by: person(row.actorId),
        photos: row.photos,
        pictures: pictures.get(row.entryId) ?? [],
        links: row.links,
        confirmed:
          row.confirmedBy && row.confirmedAt
            ? { by: person(row.confirmedBy), at: row.confirmedAt.toISOString() }
            : null,
        ...(row.unseen && { unseen: row.unseen }),
      })),
      total: shown.length,
      breakdown: await this.breakdown(lines, code),
      after: report.kind === 'monthly' ? await this.after(report, code) : 0,
    };
  }

  private async breakdown(lines: Sql, code: string): Promise<Source['breakdown']> {
    const rows = await this.database.rows<KindRow>(kindsOf(lines));
    return rows.length > 0 ? toBreakdown(rows, await this.organization.wordsOfIndicator(code)) : [];
  }

  /** Confirmed, of days after the period: they belong to the next. */
  private async after(report: ReportData, code: string): Promise<number> {
    const row = await this.database.one<{ n: number }>(
      sql`select count(*)::int as n from counted_lines where commune_id = ${report.unitId} and indicator_code = ${code}
        and confirmed_value is not null and happened_on > ${report.endsOn}`,
    );
    return row?.n ?? 0;
  }
}

function partsOf(rows: readonly LineRow[]): Source['parts'] {
  const parts = new Map<string, Source['parts'][number]>();
  for (const { teamId: id, team: name, value } of rows) {
    const part = parts.get(id) ?? { id, name, pair: { numerator: 0, denominator: null } };
    parts.set(id, { ...part, pair: { numerator: (part.pair.numerator ?? 0) + value, denominator: null } });
  }
  return [...parts.values()].sort((a, b) => (b.pair.numerator ?? 0) - (a.pair.numerator ?? 0));
}
