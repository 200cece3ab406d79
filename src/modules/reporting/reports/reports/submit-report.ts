import { Injectable } from '@nestjs/common';
import type { RouteBody, routes } from '#contracts';
import { addDays } from '#contracts/reporting/periods';
import { daysLate, isClosed } from '#contracts/reporting/due-days';
import { dateInVietnam } from '#i18n';
import type { Actor } from '#platform/auth';
import { execute, sql, type Tx } from '#platform/database';
import { Outbox } from '#platform/outbox';
import { FigureQueries, type Figures, hashOf } from '../figures/figure.queries.ts';
import { FigureStore } from '../figures/figure-store.ts';
import { ReportAccess } from '../report/report-access.ts';
import { isOwnSum, type ReportData } from '../report/report.rows.ts';
import { reportErrors } from '../../reporting.errors.ts';
import { reportSubmitted } from '../../reporting.events.ts';
import { ApprovalQueries } from '../report/approval.queries.ts';
import { contentHash, type ReportContent } from '../report/report-content.ts';
import { WriteContent } from './write-content.ts';
import { ReportVersion } from '../report/report.entity.ts';

type Input = RouteBody<typeof routes.submitReport>;
interface Sending {
  report: ReportData;
  input: Input;
  /** Whose report it is: whoever put it before the head of the unit where that one sends it. */
  by: string;
  now: Date;
}

/** Freezes figures and words as a version, in one snapshot: what is counted is exactly what is kept as counted. */
@Injectable()
export class SubmitReport {
  constructor(
    private readonly access: ReportAccess,
    private readonly figureQueries: FigureQueries,
    private readonly figureStore: FigureStore,
    private readonly content: WriteContent,
    private readonly approvals: ApprovalQueries,
    private readonly outbox: Outbox,
  ) {}

  /**
   * @throws report.approvalNeeded, and what refuses the sending
   */
  async execute(actor: Actor, reportId: string, input: Input): Promise<void> {
    await this.access.change(actor, reportId, 'report.write', async (tx, report, now) => {
      if (await this.approvals.isNeeded(report)) throw reportErrors.approvalNeeded();
      await this.send(tx, actor, { report, input, by: actor.personId, now });
      // The rule that asked for it has ended.
      await execute(
        tx,
        sql`update report_approvals set outcome = 'dropped', decided_at = ${now}, decided_by = ${actor.personId}
          where report_id = ${reportId} and outcome is null`,
      );
    });
  }

  /**
   * Inside the transaction that has locked the report.
   * @returns the number of the new version
   * @throws report.wrongState, tooEarly, closed, lateReasonMissing, wordsChanged, figuresChanged, phoneMissing, unitsMissing,
   * and the faults of typed figures
   */
  async send(tx: Tx, actor: Actor, { report, input, by, now }: Sending): Promise<number> {
    const state = this.access.next(report, 'submit');
    await this.figureStore.keepFacts(tx, report);
    const { figures, content, late } = await this.check(tx, report, input, now);
    const version = report.version + 1;
    await this.keep(tx, { report, figures, content, late, input, by, now });
    await execute(
      tx,
      sql`update reports set state = ${state}, version = ${version}, first_submitted_at = coalesce(first_submitted_at, ${now}),
              revision_asked_at = null, revision_asked_by = null, revision_reason = null where id = ${report.id}`,
    );
    await this.outbox.append(tx, reportSubmitted({ reportId: report.id, version }, { unitId: report.unitId }), actor);
    return version;
  }

  /** What would be sent. @throws what refuses the sending */
  async check(
    tx: Tx,
    report: ReportData,
    input: Input,
    now: Date,
  ): Promise<{ figures: Figures; content: ReportContent; late: number }> {
    this.access.next(report, 'submit');
    const late = lateness(report, input, dateInVietnam(now));
    if (report.wordsVersion !== input.wordsVersion) throw reportErrors.wordsChanged({ version: report.wordsVersion });
    const figures = await this.figureQueries.of(report, tx);
    if (hashOf(figures) !== input.figuresHash) throw reportErrors.figuresChanged({ figuresHash: hashOf(figures) });
    return { figures, late, content: await this.content.of(report, figures, input.withMissing) };
  }

  private async keep(
    tx: Tx,
    {
      report,
      figures,
      content,
      late,
      input,
      by,
      now,
    }: Sending & { figures: Figures; content: ReportContent; late: number },
  ): Promise<void> {
    const version = report.version + 1;
    await tx.insert(ReportVersion, {
      reportId: report.id,
      version,
      submittedAt: now,
      submittedBy: by,
      daysLate: late,
      lateReason: late > 0 ? (input.lateReason ?? null) : null,
      content,
      contentHash: contentHash(content),
    });
    const plans = await this.figureQueries.plansOf(report);
    await this.figureStore.freeze(tx, report.id, version, figures, plans);
  }
}

/** Days late of a first version; what comes back after a return is not late anew, and what nobody waits for never is. */
function lateness(report: ReportData, { lateReason }: Input, today: string): number {
  if (report.kind !== 'roster' && today <= report.endsOn)
    throw reportErrors.tooEarly({ from: addDays(report.endsOn, 1) });
  if (report.firstSubmittedAt || isOwnSum(report)) return 0;
  const late = daysLate(today, report.dueOn);
  if (isClosed(report.dueOn, report.exceptionUntil, today)) throw reportErrors.closed({ dueOn: report.dueOn });
  if (late > 0 && !lateReason) throw reportErrors.lateReasonMissing({ path: 'lateReason', days: late });
  return late;
}
