import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import type { RouteBody, routes } from '#contracts';
import { isClosed } from '#contracts/reporting/due-days';
import { addDays } from '#contracts/reporting/periods';
import { reportSections } from '#contracts/reporting/report-states';
import { OrganizationApi } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { execute, sql, type Tx } from '#platform/database';
import { Outbox } from '#platform/outbox';
import { ReportAccess } from '../report/report-access.ts';
import type { ReportData } from '../report/report.rows.ts';
import { reportErrors } from '../../reporting.errors.ts';
import {
  lateDayAsked,
  lateReportAllowed,
  reportAccepted,
  reportReturned,
  revisionAsked,
} from '../../reporting.events.ts';
import { Report, ReportVersion } from '../report/report.entity.ts';

/** Days. An exception is for what is nearly done; it can be given again. */
const LONGEST_EXCEPTION = 60;

/** What the receiver does with a version, and what passes between the two. */
@Injectable()
export class DecideReport {
  constructor(
    private readonly access: ReportAccess,
    private readonly organization: OrganizationApi,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** @throws report.wrongState, report.versionChanged */
  async accept(actor: Actor, reportId: string, { version }: RouteBody<typeof routes.acceptReport>): Promise<void> {
    await this.access.change(actor, reportId, 'report.decide', async (tx, report, now) => {
      await this.decide(tx, actor, { report, version, decision: 'accepted', note: null, now });
      await this.outbox.append(tx, reportAccepted({ reportId, version }, { unitId: report.unitId }), actor);
    });
  }

  /** @throws report.wrongState, report.versionChanged, report.cellUnknown */
  async giveBack(
    actor: Actor,
    reportId: string,
    { version, note, comments }: RouteBody<typeof routes.returnReport>,
  ): Promise<void> {
    await this.access.change(actor, reportId, 'report.decide', async (tx, report, now) => {
      await this.checkCells(
        comments.map(({ cell }) => cell),
        report.endsOn,
      );
      await this.decide(tx, actor, { report, version, decision: 'returned', note: note || null, now });
      const rows = comments.map((comment) => ({ id: v7(), ...comment }));
      await execute(
        tx,
        sql`insert into report_comments (id, report_id, version, cell, comment, by_id, at)
         select w.id, ${reportId}, ${version}, w.cell, w.comment, ${actor.personId}, ${now}
           from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as w(id uuid, cell text, comment text)`,
      );
      await this.outbox.append(tx, reportReturned({ reportId, version }, { unitId: report.unitId }), actor);
    });
  }

  /** The sender asks to have a sent report back. @throws report.wrongState */
  async askRevision(actor: Actor, reportId: string, { reason }: RouteBody<typeof routes.askRevision>): Promise<void> {
    await this.access.change(actor, reportId, 'report.write', async (tx, report, now) => {
      if (report.state !== 'submitted' && report.state !== 'accepted')
        throw reportErrors.wrongState({ state: report.state });
      if (report.receiverId === null) throw reportErrors.noReceiver();
      await tx.update(
        Report,
        { id: reportId },
        { revisionAskedAt: now, revisionAskedBy: actor.personId, revisionReason: reason },
      );
      const event = revisionAsked({ reportId, version: report.version }, { unitId: report.unitId });
      await this.outbox.append(tx, event, actor);
    });
  }

  /** The sender of a report that is closed asks for a day. @throws report.wrongState, report.noReceiver */
  async askDay(actor: Actor, reportId: string, { reason }: RouteBody<typeof routes.askLateDay>): Promise<void> {
    await this.access.change(actor, reportId, 'report.write', async (tx, report, now) => {
      const closed = isClosed(report.dueOn, report.exceptionUntil, this.clock.today());
      if (report.version > 0 || !closed) throw reportErrors.wrongState({ state: report.state });
      if (report.receiverId === null) throw reportErrors.noReceiver();
      await tx.update(
        Report,
        { id: reportId },
        { revisionAskedAt: now, revisionAskedBy: actor.personId, revisionReason: reason },
      );
      await this.outbox.append(tx, lateDayAsked({ reportId }, { unitId: report.unitId }), actor);
    });
  }

  /** @throws report.wrongState, report.exceptionInPast, report.exceptionTooFar */
  async allowLate(
    actor: Actor,
    reportId: string,
    { until, reason }: RouteBody<typeof routes.allowLateReport>,
  ): Promise<void> {
    await this.access.change(actor, reportId, 'report.decide', async (tx, report) => {
      if (report.version > 0) throw reportErrors.wrongState({ state: report.state });
      const today = this.clock.today();
      if (until < today) throw reportErrors.exceptionInPast({ path: 'until' });
      const latest = addDays(today, LONGEST_EXCEPTION);
      if (until > latest) throw reportErrors.exceptionTooFar({ path: 'until', latest });
      await tx.update(
        Report,
        { id: reportId },
        {
          exceptionUntil: until,
          exceptionReason: reason,
          exceptionBy: actor.personId,
          revisionAskedAt: null,
          revisionAskedBy: null,
          revisionReason: null,
        },
      );
      await this.outbox.append(tx, lateReportAllowed({ reportId }, { unitId: report.unitId }), actor);
    });
  }

  private async decide(
    tx: Tx,
    actor: Actor,
    given: { report: ReportData; version: number; decision: 'accepted' | 'returned'; note: string | null; now: Date },
  ): Promise<void> {
    const { report, version, decision, note, now } = given;
    const state = this.access.next(report, decision === 'accepted' ? 'accept' : 'return');
    if (report.version !== version) throw reportErrors.versionChanged({ version: report.version });
    await tx.update(
      ReportVersion,
      { reportId: report.id, version },
      { decision, decidedAt: now, decidedBy: actor.personId, decisionNote: note },
    );
    await tx.update(Report, { id: report.id }, { state });
  }

  private async checkCells(cells: readonly string[], at: string): Promise<void> {
    const indicators = await this.organization.indicators(null, at);
    const sections: readonly string[] = reportSections;
    const unknown = cells.findIndex((cell) => !indicators.has(cell) && !sections.includes(cell));
    if (unknown >= 0) throw reportErrors.cellUnknown({ path: `comments.${unknown}.cell`, cell: cells[unknown] });
  }
}
