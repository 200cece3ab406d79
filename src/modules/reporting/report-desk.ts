/**
 * The one way to a report: who may read it (officers at its unit or above), write it (the unit's own focal officer or
 * stand-in, an officer of the district or province for its own report) and decide on it (its receiver).
 */
import { Injectable } from '@nestjs/common';
import { type Action, roleMay } from '#contracts/actions';
import { nextReportState, openReportStates, type ReportMove, type ReportState } from '#contracts/report-states';
import { Scope } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, rowsOf, type Tx } from '#platform/database';
import { platformErrors } from '#platform/http';
import { type ReportData, reportColumns, reportTables } from './report.rows.ts';
import { reportErrors } from './reporting.errors.ts';

export type ReportAction = Extract<Action, 'report.read' | 'report.write' | 'report.decide'>;

@Injectable()
export class ReportDesk {
  constructor(
    private readonly database: Database,
    private readonly scope: Scope,
    private readonly clock: Clock,
  ) {}

  /** The report, after the right to it. @throws report.notFound, platform.denied */
  async open(actor: Actor, reportId: string, action: ReportAction): Promise<ReportData> {
    const report = await this.byId(reportId);
    if (!report) throw reportErrors.notFound();
    await this.require(actor, action, report);
    return report;
  }

  /** @throws report.notFound, platform.denied */
  async change<T>(
    actor: Actor,
    reportId: string,
    action: ReportAction,
    work: (tx: Tx, report: ReportData, now: Date) => Promise<T>,
  ): Promise<T> {
    await this.open(actor, reportId, action);
    return this.database.tx(async (tx) => {
      const [report] = await rowsOf<ReportData>(
        tx,
        `select ${reportColumns} from ${reportTables} where r.id = $1 for update of r`,
        [reportId],
      );
      if (!report) throw reportErrors.notFound();
      return work(tx, this.asOf(report), this.clock.now());
    });
  }

  async byId(reportId: string): Promise<ReportData | undefined> {
    const report = await this.database.one<ReportData>(`select ${reportColumns} from ${reportTables} where r.id = $1`, [
      reportId,
    ]);
    return report && this.asOf(report);
  }

  /** A list of teams is as of the day on which it is looked at or was last sent, not of a period's end. */
  asOf(report: ReportData): ReportData {
    if (report.kind !== 'roster') return report;
    const sent = openReportStates.includes(report.state) ? null : report.sent_on;
    return { ...report, ends_on: sent ?? this.clock.today() };
  }

  async may(actor: Actor, action: ReportAction, report: Pick<ReportData, 'unit_id' | 'receiver_id'>): Promise<boolean> {
    if (action === 'report.write') return this.ownPost(actor, report.unit_id) !== undefined;
    const unitId = action === 'report.decide' ? report.receiver_id : report.unit_id;
    return unitId !== null && this.scope.may(actor, action, { unitId });
  }

  /** A report is written where it is owed: a post above the unit does not do. @throws platform.denied */
  requireOwn(actor: Actor, unitId: string): void {
    const post = this.ownPost(actor, unitId);
    if (!post) throw platformErrors.denied();
    actor.postId = post.id;
  }

  /** The state that the move leads to. @throws report.wrongState */
  next(report: ReportData, move: ReportMove): ReportState {
    const state = nextReportState(report.state, move);
    if (!state) throw reportErrors.wrongState({ state: report.state });
    return state;
  }

  private async require(actor: Actor, action: ReportAction, report: ReportData): Promise<void> {
    if (action === 'report.write') return this.requireOwn(actor, report.unit_id);
    if (action === 'report.read') return this.scope.require(actor, action, { unitId: report.unit_id });
    if (report.receiver_id === null) throw platformErrors.denied();
    await this.scope.require(actor, action, { unitId: report.receiver_id });
  }

  private ownPost(actor: Actor, unitId: string) {
    return actor.posts.find(
      (post) => post.teamId === null && post.unitId === unitId && roleMay(post.role, 'report.write'),
    );
  }
}
