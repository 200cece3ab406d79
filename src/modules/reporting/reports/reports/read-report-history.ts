/** Steps, comments and versions of a report. */
import { Injectable } from '@nestjs/common';
import type { RouteAnswer, routes } from '#contracts';
import type { Pair } from '#contracts/reporting/figures';
import { reportSections } from '#contracts/reporting/report-states';
import type { Actor } from '#platform/auth';
import { Database, sql } from '#platform/database';
import { ReadApproval } from '../report/read-approval.ts';
import { changesBetween } from '../figures/figure.queries.ts';
import { ReportAccess } from '../report/report-access.ts';
import type { ReportData } from '../report/report.rows.ts';
import type { ReportContent } from '../report/report-content.ts';
import { ReportPeople } from '../report/report-people.ts';
import type { ReportVersion } from '../report/report.entity.ts';
import { ReportLook } from '../report/report-comment.entity.ts';

type Report = RouteAnswer<typeof routes.readReport>;
type Version = RouteAnswer<typeof routes.reportVersions>[number];

type VersionRow = Pick<
  ReportVersion,
  | 'version'
  | 'submittedAt'
  | 'submittedBy'
  | 'daysLate'
  | 'lateReason'
  | 'content'
  | 'contentHash'
  | 'decision'
  | 'decidedAt'
  | 'decidedBy'
  | 'decisionNote'
>;

@Injectable()
export class ReadReportHistory {
  constructor(
    private readonly database: Database,
    private readonly people: ReportPeople,
    private readonly access: ReportAccess,
    private readonly approvals: ReadApproval,
  ) {}

  async execute(actor: Actor, reportId: string): Promise<Version[]> {
    return this.versions(await this.access.open(actor, reportId, 'report.read'));
  }

  /** The figures as a person last saw them; undefined for who looks for the first time. */
  async lastSeen(reportId: string, personId: string): Promise<Map<string, Pair> | undefined> {
    const look: { figures: Record<string, Pair> } | null = await this.database.manager.findOne(ReportLook, {
      select: { figures: true },
      where: { reportId, personId },
    });
    return look ? new Map(Object.entries(look.figures)) : undefined;
  }

  async comments(report: ReportData): Promise<Report['comments']> {
    const rows = await this.database.rows<{ cell: string; comment: string; byId: string; at: Date; version: number }>(
      sql`select cell, comment, by_id as "byId", at, version from report_comments where report_id = ${report.id}
        order by version desc, at, id`,
    );
    const person = await this.people.people(rows.map((row) => row.byId));
    return rows.map(({ byId: by, at, ...row }) => ({ ...row, by: person(by), at: at.toISOString() }));
  }

  /** How far it is on its way to the head of its unit, and whether this reader decides. */
  approval(actor: Actor, report: ReportData): ReturnType<ReadApproval['of']> {
    return this.approvals.of(actor, report);
  }

  async steps(report: ReportData): Promise<Report['steps']> {
    const versions = await this.rows(report.id);
    const person = await this.people.people([
      ...versions.flatMap((row) => [row.submittedBy, row.decidedBy]),
      report.revisionAskedBy,
    ]);
    const by = (id: string | null) => (id ? person(id) : null);
    const nothing = { by: null, version: null, daysLate: null, note: null };
    const steps: Report['steps'] = [{ kind: 'opened', ...nothing, at: report.openedAt.toISOString() }];
    for (const row of versions) {
      const { version, daysLate, lateReason: note } = row;
      steps.push({
        kind: 'submitted',
        at: row.submittedAt.toISOString(),
        by: by(row.submittedBy),
        version,
        daysLate,
        note,
      });
      if (row.decision && row.decidedAt)
        steps.push({
          kind: row.decision,
          at: row.decidedAt.toISOString(),
          by: by(row.decidedBy),
          version,
          daysLate: null,
          note: row.decisionNote,
        });
    }
    if (report.revisionAskedAt)
      steps.push({
        ...nothing,
        kind: report.version > 0 ? 'revision_asked' : 'day_asked',
        at: report.revisionAskedAt.toISOString(),
        by: by(report.revisionAskedBy),
        note: report.revisionReason,
      });
    return steps.sort((a, b) => a.at.localeCompare(b.at));
  }

  /** Newest first, each against the one before it. */
  private async versions(report: ReportData): Promise<Version[]> {
    const rows = await this.rows(report.id);
    const figures = await this.figures(report.id);
    const person = await this.people.people(rows.map((row) => row.submittedBy));
    return rows
      .map((row, i): Version => {
        const earlier = rows[i - 1];
        return {
          version: row.version,
          submittedAt: row.submittedAt.toISOString(),
          submittedBy: person(row.submittedBy),
          daysLate: row.daysLate,
          lateReason: row.lateReason,
          contentHash: row.contentHash,
          decision: row.decision,
          decidedAt: row.decidedAt?.toISOString() ?? null,
          changes: earlier
            ? changesBetween(figures.get(earlier.version) ?? new Map(), figures.get(row.version) ?? new Map())
            : [],
          sections: earlier ? sectionsBetween(earlier.content, row.content) : [],
        };
      })
      .reverse();
  }

  private rows(reportId: string): Promise<VersionRow[]> {
    return this.database.rows<VersionRow>(
      sql`select version, submitted_at as "submittedAt", submitted_by as "submittedBy", days_late as "daysLate",
        late_reason as "lateReason", content, content_hash as "contentHash", decision, decided_at as "decidedAt",
        decided_by as "decidedBy", decision_note as "decisionNote"
         from report_versions where report_id = ${reportId} order by version`,
    );
  }

  private async figures(reportId: string): Promise<Map<number, Map<string, Pair>>> {
    const rows = await this.database.rows<{
      version: number;
      code: string;
      numerator: number | null;
      denominator: number | null;
    }>(
      sql`select version, code, numerator::float8 as numerator, denominator::float8 as denominator from report_figures
        where report_id = ${reportId}`,
    );
    const byVersion = new Map<number, Map<string, Pair>>();
    for (const { version, code, ...pair } of rows)
      byVersion.set(version, (byVersion.get(version) ?? new Map<string, Pair>()).set(code, pair));
    return byVersion;
  }
}

function sectionsBetween(before: ReportContent, after: ReportContent): Version['sections'] {
  const textOf = (content: ReportContent, key: string) => content.sections.find((one) => one.key === key)?.text ?? '';
  return reportSections.flatMap((key) => {
    const [was, is] = [textOf(before, key), textOf(after, key)];
    return was === is ? [] : [{ key, before: was, after: is }];
  });
}
