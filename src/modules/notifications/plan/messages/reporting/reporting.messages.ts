/** Reports that units owe, campaigns, lists made in the background. */
import { openReportStates } from '#contracts/reporting/report-states';
import {
  approvalAsked,
  approvalRefused,
  campaignCancelled,
  campaignStarted,
  lateDayAsked,
  lateReportAllowed,
  listReady,
  reportAccepted,
  reportApproved,
  reportChased,
  reportReminded,
  reportReturned,
  reportSubmitted,
  revisionAsked,
} from '#modules/reporting';
import type { Occurrence } from '#platform/outbox';
import { aboutReport } from './about-report.ts';
import { defineMessage, type MessageDraft, staleAfterDays } from '../message-definition.ts';
import type { MessageFacts } from '../facts/message-facts.ts';

type Campaign = NonNullable<Awaited<ReturnType<MessageFacts['reporting']['campaign']>>>;

export const reportingMessages = {
  /** The head of the unit has a report to look at; one that was taken back or decided on meanwhile stays untold. */
  approvalAsked: defineMessage({
    on: [approvalAsked],
    kind: 'reportApprovalAsked',
    repeatable: true,
    mandatory: 'all',
    opens: 'report',
    async draft({ reportId, approvalId }, occurrence, facts) {
      const report = await facts.reporting.report(reportId);
      const approval = await facts.reporting.approval(approvalId);
      if (!report || !approval || approval.outcome !== null) return undefined;
      return aboutReport(report, occurrence, {
        personIds: await facts.reportAudience.approvers(report.writtenBy),
        reason: approval.note,
        days: 7,
      });
    },
  }),

  /** Whoever put it there hears what to mend. */
  approvalRefused: defineMessage({
    on: [approvalRefused],
    kind: 'reportApprovalRefused',
    repeatable: true,
    mandatory: 'all',
    opens: 'report',
    async draft({ reportId, approvalId }, occurrence, facts) {
      const report = await facts.reporting.report(reportId);
      const approval = await facts.reporting.approval(approvalId);
      if (!report || approval?.outcome !== 'refused' || report.approvalAskedAt) return undefined;
      return aboutReport(report, occurrence, { personIds: [approval.askedBy], reason: approval.reason, days: 7 });
    },
  }),

  /** Whoever put it there hears that it is on its way. */
  approved: defineMessage({
    on: [reportApproved],
    kind: 'reportApproved',
    repeatable: true,
    mandatory: 'nobody',
    digest: true,
    opens: 'report',
    async draft({ reportId, approvalId, version }, occurrence, facts) {
      const report = await facts.reporting.report(reportId);
      const approval = await facts.reporting.approval(approvalId);
      if (!approval || report?.version !== version) return undefined;
      return aboutReport(report, occurrence, { personIds: [approval.askedBy] });
    },
  }),

  /** The units that had not sent yet hear that they need not, and why. */
  campaignCancelled: defineMessage({
    on: [campaignCancelled],
    kind: 'campaignCancelled',
    takesBack: ({ campaignId, silent }) => ({ subject: subjectOf(campaignId), silent }),
    repeatable: true,
    mandatory: 'all',
    opens: 'report',
    async draft({ campaignId, unitIds, silent }, occurrence, facts) {
      const campaign = silent ? undefined : await facts.reporting.campaign(campaignId);
      if (!campaign?.cancelReason) return undefined;
      return aboutCampaign(campaign, occurrence, await facts.reportAudience.writers(unitIds));
    },
  }),

  /** Every unit that owes it hears of it once it can no longer be taken back without a word. */
  campaignStarted: defineMessage({
    on: [campaignStarted],
    kind: 'campaignStarted',
    repeatable: true,
    mandatory: 'all',
    opens: 'report',
    async draft({ campaignId }, occurrence, facts) {
      const campaign = await facts.reporting.campaign(campaignId);
      if (!campaign || campaign.cancelReason !== null) return undefined;
      const told = aboutCampaign(campaign, occurrence, await facts.reportAudience.writers(campaign.unitIds));
      return { ...told, holdUntil: campaign.recallUntil };
    },
  }),

  /** The sender of a closed report wants a day on which it may still come. */
  dayAsked: defineMessage({
    on: [lateDayAsked],
    kind: 'lateDayAsked',
    repeatable: false,
    mandatory: 'nobody',
    opens: 'report',
    async draft({ reportId }, occurrence, facts) {
      const report = await facts.reporting.report(reportId);
      if (!report?.revisionReason || report.version > 0) return undefined;
      return aboutReport(report, occurrence, {
        personIds: await facts.reportAudience.receivers(report.receiverId),
        reason: report.revisionReason,
      });
    },
  }),

  /** A closed report may be sent until a day. */
  lateAllowed: defineMessage({
    on: [lateReportAllowed],
    kind: 'lateReportAllowed',
    repeatable: true,
    mandatory: 'nobody',
    opens: 'report',
    async draft({ reportId }, occurrence, facts) {
      const report = await facts.reporting.report(reportId);
      if (!report?.exceptionUntil) return undefined;
      return aboutReport(report, occurrence, {
        personIds: await facts.reportAudience.writers(report.writtenBy),
        until: report.exceptionUntil,
        reason: report.exceptionReason,
      });
    },
  }),

  /** A list that was made in the background is there: only whoever asked for it hears of it. */
  listReady: defineMessage({
    on: [listReady],
    kind: 'listReady',
    repeatable: true,
    mandatory: 'nobody',
    opens: 'report',
    async draft({ jobId }, occurrence, facts) {
      const list = await facts.reporting.list(jobId);
      if (!list) return undefined;
      const { askedBy, unitId, unit, on, teams, title } = list;
      return {
        params: {
          count: teams,
          until: on,
          report: { ...ofNoReport, title, month: on.slice(0, 7), unit, receiver: '', dueOn: on, workingDayOn: on },
        },
        audience: { by: 'people', personIds: [askedBy], teamId: null },
        issuerUnitId: unitId,
        senderId: null,
        expiresAt: staleAfterDays(occurrence, 7),
      };
    },
  }),

  /** The sender hears that nothing is left to do. */
  accepted: defineMessage({
    on: [reportAccepted],
    kind: 'reportAccepted',
    repeatable: false,
    mandatory: 'nobody',
    digest: true,
    opens: 'report',
    async draft({ reportId }, occurrence, facts) {
      const report = await facts.reporting.report(reportId);
      if (report?.state !== 'accepted') return undefined;
      return aboutReport(report, occurrence, { personIds: await facts.reportAudience.writers(report.writtenBy) });
    },
  }),

  /** The receiver asks by hand. */
  chased: defineMessage({
    on: [reportChased],
    kind: 'reportChased',
    repeatable: true,
    mandatory: 'all',
    opens: 'report',
    draft: askForReport,
  }),

  /** The receiving office has a version to look at; one that was decided on or sent anew meanwhile stays untold. */
  received: defineMessage({
    on: [reportSubmitted],
    kind: 'reportReceived',
    repeatable: false,
    mandatory: 'nobody',
    digest: true,
    opens: 'report',
    async draft({ reportId, version }, occurrence, facts) {
      const report = await facts.reporting.report(reportId);
      if (report?.state !== 'submitted' || report.version !== version) return undefined;
      const daysLate = await facts.reporting.daysLate(reportId, version);
      const cells = version > 1 ? await facts.reporting.revised(reportId, version) : [];
      return aboutReport(report, occurrence, {
        personIds: await facts.reportAudience.receivers(report.receiverId),
        more: { daysLate, cells },
      });
    },
  }),

  /** A reminder by the clock. */
  reminded: defineMessage({
    on: [reportReminded],
    kind: 'reportReminded',
    repeatable: true,
    mandatory: 'all',
    opens: 'report',
    draft: askForReport,
  }),

  /** The cells are named; what was written about each stays behind the sign-in. */
  sentBack: defineMessage({
    on: [reportReturned],
    kind: 'reportSentBack',
    repeatable: true,
    mandatory: 'all',
    opens: 'report',
    async draft({ reportId, version }, occurrence, facts) {
      const report = await facts.reporting.report(reportId);
      if (report?.state !== 'returned' || report.version !== version) return undefined;
      const returned = await facts.reporting.returned(reportId, version);
      return aboutReport(report, occurrence, {
        personIds: await facts.reportAudience.writers(report.writtenBy),
        reason: returned?.note ?? null,
        more: { cells: returned?.cells ?? [] },
      });
    },
  }),

  /** The sender wants a sent version back; the receiver gives it back by returning it. */
  revisionAsked: defineMessage({
    on: [revisionAsked],
    kind: 'revisionAsked',
    repeatable: false,
    mandatory: 'nobody',
    opens: 'report',
    async draft({ reportId }, occurrence, facts) {
      const report = await facts.reporting.report(reportId);
      if (!report?.revisionReason) return undefined;
      return aboutReport(report, occurrence, {
        personIds: await facts.reportAudience.receivers(report.receiverId),
        reason: report.revisionReason,
      });
    },
  }),
};

/** Of many units at once. */
const ofNoReport = { id: null, unit: '', version: 0 };

/** One that is answered meanwhile stays untold. */
async function askForReport({ reportId }: { reportId: string }, occurrence: Occurrence, facts: MessageFacts) {
  const report = await facts.reporting.report(reportId);
  if (!report || !openReportStates.includes(report.state)) return undefined;
  return aboutReport(report, occurrence, { personIds: await facts.reportAudience.askedFor(report), days: 2 });
}

function aboutCampaign(campaign: Campaign, occurrence: Occurrence, personIds: readonly string[]): MessageDraft {
  const { title, month, office, startsOn, endsOn, dueOn, workingDayOn, unitId, cancelReason } = campaign;
  return {
    params: {
      report: {
        ...ofNoReport,
        title,
        month,
        receiver: office,
        dueOn,
        workingDayOn,
        ...(endsOn && { days: { from: startsOn, until: endsOn } }),
      },
      ...(cancelReason && { reason: cancelReason }),
    },
    audience: { by: 'people', personIds, teamId: null },
    subject: subjectOf(campaign.id),
    issuerUnitId: unitId,
    senderId: occurrence.actorId,
    expiresAt: staleAfterDays(occurrence, 14),
  };
}

const subjectOf = (campaignId: string) => `campaign ${campaignId}`;
