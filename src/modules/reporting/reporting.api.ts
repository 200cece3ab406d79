import { Injectable } from '@nestjs/common';
import type { DueWording } from '#contracts/reporting/due-days';
import type { CampaignKind } from '#contracts/reporting/report-states';
import { OrganizationApi, organizationSql } from '#modules/organization';
import { Clock } from '#platform/clock';
import { Database, type Sql, sql } from '#platform/database';
import { type CopiedFile, DocumentCopies } from './papers/documents/document-copies.ts';
import { WorkDays } from './reports/periods/work-days.ts';
import { Lineage } from './reports/report/lineage.ts';
import { ReportApproval } from './reports/report/report-approval.entity.ts';
import { type ReportData, reportColumns, reportTables } from './reports/report/report.rows.ts';
import { ReportVersion } from './reports/report/report.entity.ts';

export type ReportInfo = Pick<
  ReportData,
  | 'id'
  | 'unitId'
  | 'unitKind'
  | 'kind'
  | 'title'
  | 'month'
  | 'startsOn'
  | 'endsOn'
  | 'dueOn'
  | 'receiverId'
  | 'state'
  | 'version'
  | 'revisionReason'
  | 'exceptionUntil'
  | 'exceptionReason'
  | 'approvalAskedAt'
>;

/** What is told of a report: with the names of both sides. */
export type ToldReport = ReportInfo & {
  unit: string;
  receiver: string;
  /** The last working day that is on time. */
  workingDayOn: string;
  /** How the rule of its month words the due day; of a campaign "before". */
  wording: DueWording;
  /** Units whose officers write it: its own, or the heirs of one that has ended. */
  writtenBy: string[];
};

export interface ReturnedCell {
  /** An indicator's code or a section. */
  cell: string;
  /** Of an indicator. */
  name: string | null;
  nameEn: string | null;
}

export interface ToldOddFigure {
  cell: ReturnedCell;
  question: string | null;
  answer: string | null;
  askedBy: string | null;
  enteredBy: string | null;
}

export interface CampaignInfo {
  id: string;
  unitId: string;
  /** Of the office that asks. */
  office: string;
  kind: CampaignKind;
  title: string;
  month: string;
  startsOn: string;
  /** The last day of the work that is asked about; null where a list is asked for. */
  endsOn: string | null;
  dueOn: string;
  workingDayOn: string;
  unitIds: string[];
  /** Why it was taken back; null while it runs. */
  cancelReason: string | null;
  /** Until then it is taken back without a word. */
  recallUntil: Date;
}

export interface OwedToOffice {
  id: string;
  unitId: string;
  isOpen: boolean;
  /** Somebody asked for it by hand today. */
  isChased: boolean;
  writtenBy: string[];
}

export interface ReadyList {
  askedBy: string;
  unitId: string;
  unit: string;
  on: string;
  teams: number;
  /** Of the file, without its ending. */
  title: string;
}

/** What other modules may ask of reporting. */
@Injectable()
export class ReportingApi {
  constructor(
    private readonly database: Database,
    private readonly organization: OrganizationApi,
    private readonly days: WorkDays,
    private readonly copies: DocumentCopies,
    private readonly lineage: Lineage,
    private readonly clock: Clock,
  ) {}

  async report(id: string): Promise<ToldReport | undefined> {
    const report = await this.database.one<ReportData>(
      sql`select ${reportColumns} from ${reportTables} where r.id = ${id}`,
    );
    if (!report) return undefined;
    const units = await this.names([report.unitId, ...(report.receiverId ? [report.receiverId] : [])]);
    const { workingDayOn } = await this.days.due(report.dueOn, 'none');
    const receiver = report.receiverId ? units(report.receiverId) : '';
    const writtenBy = await this.lineage.writersOf(report.unitId);
    const wording =
      report.kind === 'monthly' ? await this.organization.dueWording(report.unitId, report.endsOn) : 'before';
    return { ...report, unit: units(report.unitId), receiver, workingDayOn, wording, writtenBy };
  }

  /** One time that a report was put before the head of its unit. */
  async approval(id: string): Promise<Pick<ReportApproval, 'askedBy' | 'note' | 'outcome' | 'reason'> | undefined> {
    return (
      (await this.database.manager.findOne(ReportApproval, {
        select: { askedBy: true, note: true, outcome: true, reason: true },
        where: { id },
      })) ?? undefined
    );
  }

  /** An odd figure, and whoever entered it: typed it, or sent the version in which it was found. */
  async oddFigure(id: string): Promise<ToldOddFigure | undefined> {
    const row = await this.database.one<Omit<ToldOddFigure, 'cell'> & { code: string; endsOn: string }>(
      sql`select o.code, o.question, o.answer, o.asked_by as "askedBy", r.ends_on::text as "endsOn",
              coalesce(t.by_id, v.submitted_by) as "enteredBy"
         from odd_figures o join reports r on r.id = o.report_id
         left join report_versions v on v.report_id = o.report_id and v.version = o.version
         left join typed_figures t on t.unit_id = o.unit_id and t.month = o.month and t.code = o.code
        where o.id = ${id}`,
    );
    if (!row) return undefined;
    const { code, endsOn, ...told } = row;
    const [cell] = await this.named([code], endsOn);
    return cell && { ...told, cell };
  }

  /** The note and the cells of a returned version, each cell once. */
  async returned(
    reportId: string,
    version: number,
  ): Promise<{ note: string | null; cells: ReturnedCell[] } | undefined> {
    const row = await this.database.one<{ note: string | null; cells: string[]; endsOn: string }>(
      sql`select v.decision_note as note, r.ends_on::text as "endsOn",
              array(select c.cell from report_comments c where c.report_id = v.report_id and c.version = v.version
                group by c.cell order by min(c.id::text)) as cells
         from report_versions v join reports r on r.id = v.report_id where v.report_id = ${reportId} and v.version = ${version}`,
    );
    return row && { note: row.note, cells: await this.named(row.cells, row.endsOn) };
  }

  /** Figures and sections in which a version differs from the one before it. */
  async revised(reportId: string, version: number): Promise<ReturnedCell[]> {
    const row = await this.database.one<{ cells: string[]; endsOn: string }>(
      sql`select r.ends_on::text as "endsOn", array(
          select f.code from (
              select code, numerator, denominator from report_figures where report_id = r.id and version = ${version}) f
            full join (
              select code, numerator, denominator from report_figures where report_id = r.id and version = ${version} - 1) b
              using (code)
            where (f.numerator, f.denominator) is distinct from (b.numerator, b.denominator) order by f.code)
          || array(
          select n.key from report_versions v
            cross join lateral jsonb_to_recordset(v.content->'sections') as n(key text, text text)
            left join report_versions w on w.report_id = v.report_id and w.version = v.version - 1
            left join lateral (select o.text from jsonb_to_recordset(w.content->'sections') as o(key text, text text)
              where o.key = n.key) o on true
            where v.report_id = r.id and v.version = ${version} and n.text is distinct from o.text) as cells
        from reports r where r.id = ${reportId}`,
    );
    return row ? this.named(row.cells, row.endsOn) : [];
  }

  private async named(cells: readonly string[], on: string): Promise<ReturnedCell[]> {
    const indicators = await this.organization.indicators(null, on);
    return cells.map((cell) => {
      const { name = null, nameEn = null } = indicators.get(cell) ?? {};
      return { cell, name, nameEn };
    });
  }

  /** A sent version as it is kept, to be attached. Undefined for one that was never sent. */
  sentFiles(reportId: string, version: number): Promise<CopiedFile[] | undefined> {
    return this.copies.of(reportId, version);
  }

  /** The one file of a sent version that offices of "Nơi nhận" get. Undefined for one that was never sent. */
  sentPaper(reportId: string, version: number): Promise<{ file: CopiedFile; isSigned: boolean } | undefined> {
    return this.copies.paper(reportId, version);
  }

  /** Lines of "Nơi nhận" of a unit's reports. */
  recipients(unitId: string): Promise<string[]> {
    return this.copies.recipients(unitId);
  }

  /** A list that was made in the background; undefined when it is no longer kept. */
  async list(jobId: string): Promise<ReadyList | undefined> {
    const row = await this.database.one<{ askedBy: string; unitId: string; on: string; teams: number; title: string }>(
      sql`select asked_by as "askedBy", unit_id as "unitId", on_day::text as on, coalesce(teams, 0) as teams, name as title from list_jobs
        where id = ${jobId} and state = 'ready'`,
    );
    if (!row) return undefined;
    const unit = (await this.organization.unitRef(row.unitId, row.on))?.fullName ?? '';
    return { ...row, title: row.title.replace(/\.\w+$/, ''), unit };
  }

  /** What a unit's papers or its card name as its office's mailbox; null where neither does. Nobody has tried it. */
  mailbox(unitId: string): Promise<string | null> {
    return this.copies.mailbox(unitId);
  }

  /** Days between the due day and the sending of a version. */
  async daysLate(reportId: string, version: number): Promise<number> {
    const row: { daysLate: number } | null = await this.database.manager.findOne(ReportVersion, {
      select: { daysLate: true },
      where: { reportId, version },
    });
    return row?.daysLate ?? 0;
  }

  /** Reports of a month that an office waits for, by unit; the writers of units that stand are their own. */
  owed(receiverId: string, month: string, unitIds: readonly string[]): Promise<OwedToOffice[]> {
    const ofMonth = sql`r.receiver_id = ${receiverId} and r.kind = 'monthly' and r.month = ${`${month}-01`}::date`;
    return this.owedWhere(ofMonth, unitIds);
  }

  /** The same of a campaign. */
  owedToCampaign(campaignId: string, unitIds: readonly string[]): Promise<OwedToOffice[]> {
    return this.owedWhere(sql`r.campaign_id = ${campaignId}`, unitIds);
  }

  private async owedWhere(condition: Sql, unitIds: readonly string[]): Promise<OwedToOffice[]> {
    const rows = await this.database.rows<Omit<OwedToOffice, 'writtenBy'> & { hasEnded: boolean }>(
      sql`select r.id, r.unit_id as "unitId", r.state in ('draft', 'returned') as "isOpen",
              r.chased_on is not distinct from ${this.clock.today()}::date as "isChased",
              upper(u.validity) <= ${this.clock.today()}::date as "hasEnded"
         from reports r join ${organizationSql.units} u on u.id = r.unit_id
        where ${condition} and r.unit_id = any(${unitIds}::uuid[])`,
    );
    const owed: OwedToOffice[] = [];
    for (const { hasEnded, ...row } of rows)
      owed.push({ ...row, writtenBy: hasEnded ? await this.lineage.writersOf(row.unitId) : [row.unitId] });
    return owed;
  }

  /** With the units that owe it to somebody. */
  async campaign(id: string): Promise<CampaignInfo | undefined> {
    const row = await this.database.one<{
      id: string;
      unitId: string;
      kind: CampaignKind;
      title: string;
      month: string;
      startsOn: string;
      endsOn: string | null;
      dueOn: string;
      unitIds: string[];
      cancelReason: string | null;
      recallUntil: Date;
    }>(
      sql`select k.id, k.unit_id as "unitId", k.kind, k.title, to_char(k.starts_on, 'YYYY-MM') as month,
        k.starts_on::text as "startsOn", k.ends_on::text as "endsOn",
        coalesce(max(r.due_on), k.fixed_due_on)::text as "dueOn",
              array_remove(array_agg(r.unit_id), null) as "unitIds", k.cancel_reason as "cancelReason",
              k.recall_until as "recallUntil"
         from campaigns k left join reports r on r.campaign_id = k.id and r.unit_id <> k.unit_id where k.id = ${id} group by k.id`,
    );
    if (!row) return undefined;
    const { workingDayOn } = await this.days.due(row.dueOn, 'none');
    return { ...row, office: (await this.names([row.unitId]))(row.unitId), workingDayOn };
  }

  private async names(unitIds: readonly string[]): Promise<(id: string) => string> {
    const units = await this.organization.unitRefs(unitIds, this.clock.today());
    return (id) => units.get(id)?.fullName ?? '';
  }
}
