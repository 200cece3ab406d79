import { Injectable } from '@nestjs/common';
import type { RouteAnswer, routes } from '#contracts';
import { openReportStates, reportSections } from '#contracts/reporting/report-states';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, sql } from '#platform/database';
import { ReportAccess } from '../../reports/report/report-access.ts';
import type { ReportData } from '../../reports/report/report.rows.ts';
import type { ReportContent } from '../../reports/report/report-content.ts';
import { ReportFacts } from '../../reports/reports/report-facts.ts';
import { type Added, addedLines } from './added-lines.ts';
import { SubUnitQueries } from '../../reports/report/sub-unit.queries.ts';

type Told = Pick<ReportContent, 'silent' | 'difficulties'> & { at: Date; units?: Added['units'] };

/** What the print of a monthly report adds to its words: as things stand while it is open, then as they were sent. */
@Injectable()
export class ReadAddedLines {
  constructor(
    private readonly access: ReportAccess,
    private readonly database: Database,
    private readonly facts: ReportFacts,
    private readonly below: SubUnitQueries,
    private readonly clock: Clock,
  ) {}

  async execute(actor: Actor, reportId: string): Promise<RouteAnswer<typeof routes.addedLines>> {
    const report = await this.access.open(actor, reportId, 'report.read');
    if (report.kind === 'roster') return { sections: [] };
    const added = await this.added(report);
    const sections = reportSections.map((key) => ({ key, lines: addedLines(key, added) }));
    return { sections: sections.filter(({ lines }) => lines.length > 0) };
  }

  private async added(report: ReportData): Promise<Added> {
    const isOpen = openReportStates.includes(report.state);
    const { at, silent, difficulties, units } = isOpen ? await this.live(report) : await this.sent(report);
    return {
      silent,
      difficulties,
      units: report.unitKind === 'commune' ? null : (units ?? (await this.below.statuses(report, at))),
    };
  }

  private async live(report: ReportData): Promise<Told> {
    const [silent, difficulties] = await Promise.all([this.facts.silentTeams(report), this.facts.difficulties(report)]);
    return {
      at: this.clock.now(),
      silent: silent.map(({ teamId, name }) => ({ name, reason: report.words.silent?.[teamId] || null })),
      difficulties,
    };
  }

  private async sent({ id, version }: ReportData): Promise<Told> {
    const row = await this.database.one<Told>(
      sql`select submitted_at as at, content->'silent' as silent, content->'difficulties' as difficulties,
          content->'paper'->'units' as units
        from report_versions where report_id = ${id} and version = ${version}`,
    );
    return row ?? { at: this.clock.now(), silent: [], difficulties: [] };
  }
}
