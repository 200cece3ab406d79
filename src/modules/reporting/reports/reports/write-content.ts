import { Injectable } from '@nestjs/common';
import { daysLate } from '#contracts/reporting/due-days';
import { Clock } from '#platform/clock';
import { type Figures, hashOf } from '../figures/figure.queries.ts';
import { ReadPaperFacts } from '../report/paper-facts.ts';
import type { ReportData } from '../report/report.rows.ts';
import { reportErrors } from '../../reporting.errors.ts';
import { PresentReport } from './present-report.ts';
import { typedFault } from './report-checks.ts';
import type { ReportContent } from '../report/report-content.ts';
import { ReportFacts } from './report-facts.ts';
import { ReportPeople } from '../report/report-people.ts';
import { ReportWordsQueries } from './report-words.queries.ts';

/** Gathers what a version is printed from, and refuses what may not be sent. */
@Injectable()
export class WriteContent {
  constructor(
    private readonly facts: ReportFacts,
    private readonly words: ReportWordsQueries,
    private readonly people: ReportPeople,
    private readonly present: PresentReport,
    private readonly paper: ReadPaperFacts,
    private readonly clock: Clock,
  ) {}

  /** @throws report.phoneMissing, report.unitsMissing, and the faults of typed figures */
  async of(report: ReportData, figures: Figures, withMissing: boolean): Promise<ReportContent> {
    const missing = report.unitKind === 'commune' ? [] : await this.facts.missingUnits(report);
    if (missing.length > 0 && !withMissing)
      throw reportErrors.unitsMissing({ units: missing.map(({ name }) => name).slice(0, 60), count: missing.length });
    await this.refusePhoneless(report);
    await this.refuseFaults(report, figures);
    return { ...(await this.gather(report, figures, missing)), paper: await this.paper.of(report, this.clock.now()) };
  }

  /** What stands there now. */
  async gather(
    report: ReportData,
    figures: Figures,
    missing: readonly { name: string; dueOn: string }[] = [],
  ): Promise<ReportContent> {
    const [units, words, silent, difficulties] = await Promise.all([
      this.people.units([report.unitId, ...(report.receiverId ? [report.receiverId] : [])], report.endsOn),
      this.words.of(report, figures),
      this.facts.silentTeams(report),
      this.facts.difficulties(report),
    ]);
    return {
      unit: units.get(report.unitId)?.fullName ?? '',
      receiver: units.get(report.receiverId ?? '')?.fullName ?? null,
      sections: words.sections.map(({ key, text }) => ({ key, text })),
      notes: report.words.notes ?? {},
      silent: silent.map(({ teamId, name }) => ({ name, reason: report.words.silent?.[teamId] || null })),
      missing: missing.map(({ name, dueOn }) => ({ name, daysLate: daysLate(this.clock.today(), dueOn) })),
      difficulties: difficulties.map(({ text, team, answer }) => ({ text, team, answer })),
      figuresHash: hashOf(figures),
    };
  }

  /** Appendix 1 has "Số điện thoại (Bắt buộc)": nobody on it is without. */
  private async refusePhoneless(report: ReportData): Promise<void> {
    if (report.kind !== 'roster') return;
    const lines = await this.facts.phoneless(report);
    if (lines.length > 0) throw reportErrors.phoneMissing({ rows: lines.slice(0, 60), count: lines.length });
  }

  private async refuseFaults(report: ReportData, figures: Figures): Promise<void> {
    const shown = await this.present.figures(report, figures, new Map());
    for (const figure of shown) {
      const fault = figure.typed ? typedFault(figure) : undefined;
      if (fault) throw reportErrors[fault]({ path: 'figures', code: figure.indicator.code });
    }
  }
}
