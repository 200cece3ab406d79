/** A report's document: what it tells, with the names, signers and units below that it shows. */
import { Injectable } from '@nestjs/common';
import { dateInVietnam } from '#i18n';
import type { ReportData } from '../../reports/report/report.rows.ts';
import { PresentReport } from '../../reports/reports/present-report.ts';
import { ReadPaperFacts } from '../../reports/report/paper-facts.ts';
import { ReadDocumentContent, type Told } from './read-document-content.ts';
import type { PrintedFigure } from '../../reports/report/report-figures.ts';
import type { PaperFacts, ReportDocument } from '../../reports/report/report-document.types.ts';
import { SubUnitQueries } from '../../reports/report/sub-unit.queries.ts';

@Injectable()
export class GatherDocument {
  constructor(
    private readonly content: ReadDocumentContent,
    private readonly present: PresentReport,
    private readonly facts: ReadPaperFacts,
    private readonly below: SubUnitQueries,
  ) {}

  /** @throws papers.versionUnknown */
  async of(
    report: ReportData,
    {
      version,
      number,
      issuedOn,
    }: { version?: number | undefined; number?: number | undefined; issuedOn?: string | undefined },
  ): Promise<ReportDocument> {
    const told = await this.content.of(report, version);
    const { sources, units, ...paper } = told.paper ?? (await this.known(report, told));
    const figures = await this.figures(report, told, sources);
    const aggregations = new Map(figures.map(({ code, aggregation }) => [code, aggregation]));
    return {
      ...paper,
      month: report.month,
      campaign: report.kind === 'monthly' ? null : report.title,
      issuedOn: issuedOn ?? dateInVietnam(told.at).slice(0, 7),
      number,
      draft: told.draft,
      figures,
      sections: told.words.sections,
      silent: told.words.silent,
      difficulties: told.words.difficulties,
      units: units && (await this.below.withFigures(units, aggregations)),
    };
  }

  /** Of a version that kept less, as far as it did. */
  private async known(report: ReportData, { at, named }: Told): Promise<PaperFacts> {
    const facts = await this.facts.of(report, at);
    if (!named) return facts;
    return { ...facts, unit: { ...facts.unit, fullName: named.unit }, receiver: named.receiver };
  }

  private async figures(
    report: ReportData,
    { figures, plans, notes }: Told,
    sources: PaperFacts['sources'],
  ): Promise<PrintedFigure[]> {
    const shown = await this.present.figures(report, figures, plans);
    return shown.map(({ indicator, before, now, year, plan, percent, late }) => {
      const isTyped = figures.get(indicator.code)?.isTyped ?? false;
      return {
        code: indicator.code,
        name: indicator.name,
        unit: indicator.unit,
        pillar: indicator.pillar,
        aggregation: indicator.aggregation,
        before,
        now,
        year,
        plan,
        percent,
        late,
        isTyped,
        source: (isTyped && sources[indicator.code]) || null,
        note: notes[indicator.code] ?? null,
      };
    });
  }
}
