import { Injectable } from '@nestjs/common';
import type { RouteAnswer, routes } from '#contracts';
import { openReportStates } from '#contracts/reporting/report-states';
import type { Actor } from '#platform/auth';
import { changesBetween, FigureQueries, type Figures, hashOf, nowOf } from '../figures/figure.queries.ts';
import { ReportAccess } from '../report/report-access.ts';
import type { ReportData } from '../report/report.rows.ts';
import { checksOf } from './report-checks.ts';
import { ReportFacts } from './report-facts.ts';
import { PresentReport } from './present-report.ts';
import { ReadReportHistory } from './read-report-history.ts';
import { ReportWordsQueries } from './report-words.queries.ts';
import { isWithdrawable } from './withdraw-report.ts';

type Report = RouteAnswer<typeof routes.readReport>;

/** One report as its reader sees it. */
@Injectable()
export class ReadReport {
  constructor(
    private readonly access: ReportAccess,
    private readonly figureQueries: FigureQueries,
    private readonly facts: ReportFacts,
    private readonly presenter: PresentReport,
    private readonly words: ReportWordsQueries,
    private readonly history: ReadReportHistory,
  ) {}

  async execute(actor: Actor, reportId: string): Promise<Report> {
    const report = await this.access.open(actor, reportId, 'report.read');
    return this.present(actor, report);
  }

  async wordsOf(actor: Actor, reportId: string): Promise<Report['words']> {
    const report = await this.access.open(actor, reportId, 'report.read');
    return this.words.of(report, await this.figureQueries.of(report));
  }

  async figure(actor: Actor, reportId: string, code: string): Promise<Report['figures'][number] | undefined> {
    const report = await this.access.open(actor, reportId, 'report.read');
    return (await this.figures(report, await this.figureQueries.of(report))).find(
      ({ indicator }) => indicator.code === code,
    );
  }

  /** After a command of the same actor. */
  async present(actor: Actor, report: ReportData): Promise<Report> {
    const figures = await this.figureQueries.of(report);
    const [head] = await this.presenter.heads([report]);
    const shown = await this.figures(report, figures);
    const words = await this.words.of(report, figures);
    const silent = await this.silent(report);
    const [comments, sent, { approval, mayApprove, steps }, difficulties] = await Promise.all([
      this.history.comments(report),
      this.history.steps(report),
      this.history.approval(actor, report),
      this.facts.difficulties(report),
    ]);
    return {
      ...(head as Report),
      figures: shown,
      months: await this.facts.months(report),
      words,
      checks: checksOf({
        figures: shown,
        sections: words.sections,
        silentTeams: silent.filter(({ reason }) => reason === null),
        phoneless: await this.facts.phoneless(report),
        missingUnits: report.unitKind === 'commune' ? [] : await this.facts.missingUnits(report),
        teams: figures.get('TC01')?.now.numerator ?? 0,
        differing: [],
        isRoster: report.kind === 'roster',
        isConsolidated: report.unitKind !== 'commune',
      }),
      silent,
      difficulties: difficulties.map(({ at, ...rest }) => ({ ...rest, at: at.toISOString() })),
      comments,
      changes: await this.changes(actor, report, figures),
      steps: [...sent, ...steps].sort((a, b) => a.at.localeCompare(b.at)),
      approval,
      figuresHash: hashOf(figures),
      may: { ...(await this.rights(actor, report, approval.isNeeded)), approve: mayApprove },
    };
  }

  private async figures(report: ReportData, figures: Figures): Promise<Report['figures']> {
    return this.presenter.figures(report, figures, await this.figureQueries.plansOf(report));
  }

  private async silent(report: ReportData): Promise<Report['silent']> {
    return (await this.facts.silentTeams(report)).map(({ teamId, name, lastActivityAt }) => ({
      teamId,
      name,
      lastActivityAt: lastActivityAt?.toISOString() ?? null,
      reason: report.words.silent?.[teamId] || null,
    }));
  }

  private async changes(actor: Actor, report: ReportData, figures: Figures): Promise<Report['changes']> {
    const seen = await this.history.lastSeen(report.id, actor.personId);
    return seen ? changesBetween(seen, nowOf(figures)) : [];
  }

  private async rights(actor: Actor, report: ReportData, isApproved: boolean): Promise<Omit<Report['may'], 'approve'>> {
    const [write, decide] = await Promise.all([
      this.access.may(actor, 'report.write', report),
      this.access.may(actor, 'report.decide', report),
    ]);
    const isOpen = openReportStates.includes(report.state);
    return {
      write: write && isOpen,
      submit: write && isOpen && !isApproved,
      decide: decide && !isOpen,
      withdraw: write && isWithdrawable(report),
    };
  }
}
