import { Injectable } from '@nestjs/common';
import type { RouteBody, routes } from '#contracts';
import { addDays } from '#contracts/reporting/periods';
import { daysLate } from '#contracts/reporting/due-days';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { execute, sql, type Tx } from '#platform/database';
import { Outbox } from '#platform/outbox';
import { FigureQueries, type Figures, hashOf } from '../figures/figure.queries.ts';
import { FigureStore } from '../figures/figure-store.ts';
import { ReportAccess } from '../report-access.ts';
import type { ReportData } from '../report.rows.ts';
import { reportErrors } from '../reporting.errors.ts';
import { reportSubmitted } from '../reporting.events.ts';
import { contentHash } from './report-content.ts';
import { WriteContent } from './write-content.ts';

type Input = RouteBody<typeof routes.submitReport>;

/** Days after the due day in which a late report is still taken with a reason; then only by a dated exception. */
const OPEN_LATE_DAYS = 10;

/** Freezes figures and words as a version, in one snapshot: what is counted is exactly what is kept as counted. */
@Injectable()
export class SubmitReport {
  constructor(
    private readonly access: ReportAccess,
    private readonly figureQueries: FigureQueries,
    private readonly figureStore: FigureStore,
    private readonly content: WriteContent,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws report.wrongState, tooEarly, closed, lateReasonMissing, wordsChanged, figuresChanged, phoneMissing, unitsMissing,
   * and the faults of typed figures
   */
  async execute(actor: Actor, reportId: string, input: Input): Promise<void> {
    await this.access.change(actor, reportId, 'report.write', async (tx, report, now) => {
      const state = this.access.next(report, 'submit');
      const late = this.lateness(report, input);
      if (report.wordsVersion !== input.wordsVersion) throw reportErrors.wordsChanged({ version: report.wordsVersion });
      await this.figureStore.keepFacts(tx, report);
      const figures = await this.figureQueries.of(report, tx);
      if (hashOf(figures) !== input.figuresHash) throw reportErrors.figuresChanged({ figuresHash: hashOf(figures) });
      await this.version(tx, actor, { report, figures, late, input, now });
      await execute(
        tx,
        sql`update reports set state = ${state}, version = version + 1, first_submitted_at = coalesce(first_submitted_at, ${now}),
                revision_asked_at = null, revision_asked_by = null, revision_reason = null where id = ${reportId}`,
      );
      const event = reportSubmitted({ reportId, version: report.version + 1 }, { unitId: report.unitId });
      await this.outbox.append(tx, event, actor);
    });
  }

  private async version(
    tx: Tx,
    actor: Actor,
    {
      report,
      figures,
      late,
      input,
      now,
    }: { report: ReportData; figures: Figures; late: number; input: Input; now: Date },
  ): Promise<void> {
    const content = await this.content.of(report, figures, input.withMissing);
    const version = report.version + 1;
    await execute(
      tx,
      sql`insert into report_versions (report_id, version, submitted_at, submitted_by, days_late, late_reason, content,
        content_hash) values (${report.id}, ${version}, ${now}, ${actor.personId}, ${late},
          ${late > 0 ? (input.lateReason ?? null) : null}, ${JSON.stringify(content)}, ${contentHash(content)})`,
    );
    const plans = await this.figureQueries.plans(report.unitId, Number(report.month.slice(0, 4)));
    await this.figureStore.freeze(tx, report.id, version, figures, plans);
  }

  /** Days late of a first version; what comes back after a return is not late anew. */
  private lateness(report: ReportData, { lateReason }: Input): number {
    const today = this.clock.today();
    if (report.kind === 'monthly' && today <= report.endsOn)
      throw reportErrors.tooEarly({ from: addDays(report.endsOn, 1) });
    if (report.firstSubmittedAt) return 0;
    const late = daysLate(today, report.dueOn);
    const excepted = report.exceptionUntil !== null && today <= report.exceptionUntil;
    if (late > OPEN_LATE_DAYS && !excepted) throw reportErrors.closed({ dueOn: report.dueOn });
    if (late > 0 && !lateReason) throw reportErrors.lateReasonMissing({ path: 'lateReason', days: late });
    return late;
  }
}
