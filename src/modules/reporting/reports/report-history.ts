/** Steps, comments and versions of a report. */
import { Injectable } from '@nestjs/common';
import type { RouteAnswer, routes } from '#contracts';
import type { Pair } from '#contracts/figures';
import { reportSections } from '#contracts/report-states';
import type { Actor } from '#platform/auth';
import { Database } from '#platform/database';
import { changesBetween } from '../figures/figure-book.ts';
import { ReportDesk } from '../report-desk.ts';
import type { ReportData } from '../report.rows.ts';
import type { ReportContent } from './report-content.ts';
import { ReportPeople } from './report-people.ts';

type Report = RouteAnswer<typeof routes.readReport>;
type Version = RouteAnswer<typeof routes.reportVersions>[number];

interface VersionRow {
  version: number;
  submitted_at: Date;
  submitted_by: string;
  days_late: number;
  late_reason: string | null;
  content: ReportContent;
  content_hash: string;
  decision: 'accepted' | 'returned' | null;
  decided_at: Date | null;
  decided_by: string | null;
  decision_note: string | null;
}

@Injectable()
export class ReportHistory {
  constructor(
    private readonly database: Database,
    private readonly people: ReportPeople,
    private readonly desk: ReportDesk,
  ) {}

  async execute(actor: Actor, reportId: string): Promise<Version[]> {
    return this.versions(await this.desk.open(actor, reportId, 'report.read'));
  }

  async comments(report: ReportData): Promise<Report['comments']> {
    const rows = await this.database.rows<{ cell: string; comment: string; by_id: string; at: Date; version: number }>(
      'select cell, comment, by_id, at, version from report_comments where report_id = $1 order by version desc, at, id',
      [report.id],
    );
    const person = await this.people.people(rows.map((row) => row.by_id));
    return rows.map(({ by_id: by, at, ...row }) => ({ ...row, by: person(by), at: at.toISOString() }));
  }

  async steps(report: ReportData): Promise<Report['steps']> {
    const versions = await this.rows(report.id);
    const person = await this.people.people([
      ...versions.flatMap((row) => [row.submitted_by, row.decided_by]),
      report.revision_asked_by,
    ]);
    const by = (id: string | null) => (id ? person(id) : null);
    const nothing = { by: null, version: null, daysLate: null, note: null };
    const steps: Report['steps'] = [{ kind: 'opened', ...nothing, at: report.opened_at.toISOString() }];
    for (const row of versions) {
      const { version, days_late: daysLate, late_reason: note } = row;
      steps.push({
        kind: 'submitted',
        at: row.submitted_at.toISOString(),
        by: by(row.submitted_by),
        version,
        daysLate,
        note,
      });
      if (row.decision && row.decided_at)
        steps.push({
          kind: row.decision,
          at: row.decided_at.toISOString(),
          by: by(row.decided_by),
          version,
          daysLate: null,
          note: row.decision_note,
        });
    }
    if (report.revision_asked_at)
      steps.push({
        ...nothing,
        kind: 'revision_asked',
        at: report.revision_asked_at.toISOString(),
        by: by(report.revision_asked_by),
        note: report.revision_reason,
      });
    return steps.sort((a, b) => a.at.localeCompare(b.at));
  }

  /** Newest first, each against the one before it. */
  private async versions(report: ReportData): Promise<Version[]> {
    const rows = await this.rows(report.id);
    const figures = await this.figures(report.id);
    const person = await this.people.people(rows.map((row) => row.submitted_by));
    return rows
      .map((row, i): Version => {
        const earlier = rows[i - 1];
        return {
          version: row.version,
          submittedAt: row.submitted_at.toISOString(),
          submittedBy: person(row.submitted_by),
          daysLate: row.days_late,
          lateReason: row.late_reason,
          contentHash: row.content_hash,
          decision: row.decision,
          decidedAt: row.decided_at?.toISOString() ?? null,
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
      `select version, submitted_at, submitted_by, days_late, late_reason, content, content_hash, decision, decided_at, decided_by, decision_note
         from report_versions where report_id = $1 order by version`,
      [reportId],
    );
  }

  private async figures(reportId: string): Promise<Map<number, Map<string, Pair>>> {
    const rows = await this.database.rows<{
      version: number;
      code: string;
      numerator: number | null;
      denominator: number | null;
    }>(
      'select version, code, numerator::float8 as numerator, denominator::float8 as denominator from report_figures where report_id = $1',
      [reportId],
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
