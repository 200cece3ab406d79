/**
 * The one way to a report: who may read it (officers at its unit or above), write it (the unit's own focal officer or
 * stand-in, an officer of the district or province for its own report) and decide on it (its receiver).
 */
import { Injectable } from '@nestjs/common';
import { type Action, roleMay } from '#contracts/actions';
import {
  nextReportState,
  openReportStates,
  type ReportMove,
  type ReportState,
} from '#contracts/reporting/report-states';
import { Scope } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, rowsOf, sql, type Tx } from '#platform/database';
import { platformErrors } from '#platform/http';
import { type ReportData, reportColumns, reportTables } from './report.rows.ts';
import { Lineage } from './lineage.ts';
import { reportErrors } from '../../reporting.errors.ts';

export type ReportAction = Extract<Action, 'report.read' | 'report.write' | 'report.approve' | 'report.decide'>;

@Injectable()
export class ReportAccess {
  constructor(
    private readonly database: Database,
    private readonly scope: Scope,
    private readonly lineage: Lineage,
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
        sql`select ${reportColumns} from ${reportTables} where r.id = ${reportId} for update of r`,
      );
      if (!report) throw reportErrors.notFound();
      return work(tx, this.asOf(report), this.clock.now());
    });
  }

  async byId(reportId: string): Promise<ReportData | undefined> {
    const report = await this.database.one<ReportData>(
      sql`select ${reportColumns} from ${reportTables} where r.id = ${reportId}`,
    );
    return report && this.asOf(report);
  }

  /** A list of teams is as of the day on which it is looked at or was last sent, not of a period's end. */
  asOf(report: ReportData): ReportData {
    if (report.kind !== 'roster') return report;
    const sent = openReportStates.includes(report.state) ? null : report.sentOn;
    const on = sent ?? this.clock.today();
    return { ...report, endsOn: on, standsOn: on };
  }

  async may(actor: Actor, action: ReportAction, report: Pick<ReportData, 'unitId' | 'receiverId'>): Promise<boolean> {
    if (action === 'report.decide')
      return report.receiverId !== null && this.scope.may(actor, action, { unitId: report.receiverId });
    return (await this.placeOf(actor, action, report.unitId)) !== undefined;
  }

  /** A report is written where it is owed: a post above the unit does not do. @throws platform.denied */
  requireOwn(actor: Actor, unitId: string, action: OwnAction = 'report.write'): void {
    const post = this.ownPost(actor, unitId, action);
    if (!post) throw platformErrors.denied();
    actor.postId = post.id;
  }

  /** The state that the move leads to. @throws report.wrongState */
  next(report: ReportData, move: ReportMove): ReportState {
    const state = nextReportState(report.state, move);
    if (!state) throw reportErrors.wrongState({ state: report.state });
    return state;
  }

  /** The right to what a unit owes to its receiver, a report or another. Notes the post. @throws platform.denied */
  async require(actor: Actor, action: ReportAction, report: Pick<ReportData, 'unitId' | 'receiverId'>): Promise<void> {
    const unitId = action === 'report.decide' ? report.receiverId : await this.placeOf(actor, action, report.unitId);
    if (!unitId) throw platformErrors.denied();
    if (isOwn(action)) this.requireOwn(actor, unitId, action);
    else await this.scope.require(actor, action, { unitId });
  }

  /** Where the right holds: at the unit, or at one of its heirs once it has ended, which answer for what it left. */
  private async placeOf(
    actor: Actor,
    action: Exclude<ReportAction, 'report.decide'>,
    unitId: string,
  ): Promise<string | undefined> {
    const holds = async (at: string) =>
      isOwn(action) ? this.ownPost(actor, at, action) !== undefined : this.scope.may(actor, action, { unitId: at });
    if (await holds(unitId)) return unitId;
    for (const heirId of await this.lineage.heirs(unitId)) if (await holds(heirId)) return heirId;
    return undefined;
  }

  private ownPost(actor: Actor, unitId: string, action: OwnAction) {
    return actor.posts.find((post) => post.teamId === null && post.unitId === unitId && roleMay(post.role, action));
  }
}

/** Done where the report is owed, by nobody above. */
type OwnAction = Extract<ReportAction, 'report.write' | 'report.approve'>;
const isOwn = (action: ReportAction): action is OwnAction => action === 'report.write' || action === 'report.approve';
