import { Injectable } from '@nestjs/common';
import type { RouteAnswer, routes } from '#contracts';
import type { Pair } from '#contracts/reporting/figures';
import { openReportStates } from '#contracts/reporting/report-states';
import type { Actor } from '#platform/auth';
import { Database, sql } from '#platform/database';
import { changesBetween, FigureQueries, type Figures, hashOf, nowOf } from '../figures/figure.queries.ts';
import { ReportAccess } from '../report-access.ts';
import type { ReportData } from '../report.rows.ts';
import { checksOf } from './report-checks.ts';
import { ReportFacts } from './report-facts.ts';
import { ReportParts } from './report-parts.ts';
import { isWithdrawable } from './withdraw-report.ts';

type Report = RouteAnswer<typeof routes.readReport>;

/** One report as its reader sees it. */
@Injectable()
export class ReadReport {
  constructor(
    private readonly database: Database,
    private readonly access: ReportAccess,
    private readonly figureQueries: FigureQueries,
    private readonly facts: ReportFacts,
    private readonly parts: ReportParts,
  ) {}

  async execute(actor: Actor, reportId: string): Promise<Report> {
    const report = await this.access.open(actor, reportId, 'report.read');
    return this.present(actor, report);
  }

  async words(actor: Actor, reportId: string): Promise<Report['words']> {
    const report = await this.access.open(actor, reportId, 'report.read');
    return this.parts.words.of(report, await this.figureQueries.of(report));
  }

  async figure(actor: Actor, reportId: string, code: string): Promise<Report['figures'][number] | undefined> {
    const report = await this.access.open(actor, reportId, 'report.read');
    return (await this.figures(report, await this.figureQueries.of(report))).find(
      ({ indicator }) => indicator.code === code,
    );
  }

  /** After a command of the same actor. */
  async present(actor: Actor, report: ReportData): Promise<Report> {
    const { present, words: book, history } = this.parts;
    const figures = await this.figureQueries.of(report);
    const [head] = await present.heads([report]);
    const shown = await this.figures(report, figures);
    const words = await book.of(report, figures);
    const silent = await this.silent(report);
    const [comments, steps, difficulties] = await Promise.all([
      history.comments(report),
      history.steps(report),
      this.facts.difficulties(report),
    ]);
    return {
      ...(head as Report),
      figures: shown,
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
      steps,
      figuresHash: hashOf(figures),
      may: await this.rights(actor, report),
    };
  }

  private async figures(report: ReportData, figures: Figures): Promise<Report['figures']> {
    const plans = await this.figureQueries.plans(report.unitId, Number(report.month.slice(0, 4)));
    return this.parts.present.figures(report, figures, plans);
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
    const look = await this.database.one<{ figures: Record<string, Pair> }>(
      sql`select figures from report_looks where report_id = ${report.id} and person_id = ${actor.personId}`,
    );
    return look ? changesBetween(new Map(Object.entries(look.figures)), nowOf(figures)) : [];
  }

  private async rights(actor: Actor, report: ReportData): Promise<Report['may']> {
    const [write, decide] = await Promise.all([
      this.access.may(actor, 'report.write', report),
      this.access.may(actor, 'report.decide', report),
    ]);
    const isOpen = openReportStates.includes(report.state);
    return {
      write: write && isOpen,
      submit: write && isOpen,
      decide: decide && !isOpen,
      withdraw: write && isWithdrawable(report),
    };
  }
}
