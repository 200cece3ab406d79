/** A report's document: what it tells, with the names, signers and units below that it shows. */
import { Injectable } from '@nestjs/common';
import { dateInVietnam } from '#i18n';
import type { ReportData } from '../report.rows.ts';
import { PresentReport } from '../reports/present-report.ts';
import { ReportPeople } from '../reports/report-people.ts';
import { DocumentSettingsStore } from './document-settings-store.ts';
import { ReadDocumentContent, type Told } from './read-document-content.ts';
import type { PrintedFigure } from './report-figures.ts';
import type { ReportDocument } from './report-document.types.ts';
import { SubUnitQueries } from './sub-unit.queries.ts';

@Injectable()
export class GatherDocument {
  constructor(
    private readonly content: ReadDocumentContent,
    private readonly present: PresentReport,
    private readonly people: ReportPeople,
    private readonly settings: DocumentSettingsStore,
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
    const day = dateInVietnam(told.at);
    const [units, office] = await Promise.all([
      this.people.units([report.unitId, ...(report.receiverId ? [report.receiverId] : [])], report.endsOn),
      this.settings.of(report.unitId, day),
    ]);
    const unit = units.get(report.unitId);
    const figures = await this.figures(report, told);
    const aggregations = new Map(figures.map(({ code, aggregation }) => [code, aggregation]));
    return {
      unit: { name: unit?.name ?? '', fullName: unit?.fullName ?? '' },
      receiver: units.get(report.receiverId ?? '')?.fullName ?? null,
      month: report.month,
      campaign: report.kind === 'results' ? report.title : null,
      issuedOn: issuedOn ?? day.slice(0, 7),
      number,
      office,
      draft: told.draft,
      figures,
      sections: told.words.sections,
      silent: told.words.silent,
      difficulties: told.words.difficulties,
      units: report.unitKind === 'commune' ? null : await this.below.of(report, told.at, aggregations),
    };
  }

  private async figures(report: ReportData, { figures, plans, notes }: Told): Promise<PrintedFigure[]> {
    const shown = await this.present.figures(report, figures, plans);
    return shown.map(({ indicator, before, now, year, plan, percent, late, typed }) => ({
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
      isTyped: figures.get(indicator.code)?.isTyped ?? false,
      source: typed?.source ?? null,
      note: notes[indicator.code] ?? null,
    }));
  }
}
