/** What is received from below: who is late, what the sum says, and down to the record; the dashboard; a team's own month. */
import { z } from 'zod';
import { ActPreview, HeldAct, SecondApproval } from '../access/acts.ts';
import { pillars } from '../enums.ts';
import { day, id, instant, month, reason, reckonedDay, reckonedMonth, text, UnitRef } from '../primitives.ts';
import { longPeriods } from './long-periods.ts';
import { reportStandings } from './report-standing.ts';
import { campaignKinds } from './report-states.ts';
import { FigurePair, indicatorCodes, ReportHead, ReportIndicator } from './shapes.ts';
import { route } from '../route.ts';

const campaignDays = {
  kind: z.enum(campaignKinds).default('roster'),
  startsOn: day,
  /** The last day of the work; of `results` alone. */
  endsOn: day.optional(),
  /** The day before which it is due, as a directive words it: "trước ngày 20/4". */
  dueBefore: day,
  shift: z.enum(['none', 'next', 'previous']).default('none'),
};
export const CampaignInput = z
  .strictObject({ title: text.min(3).max(200), directiveId: id.optional(), ...campaignDays })
  .meta({ id: 'CampaignInput' });
/** Units that are reminded of one report. */
export const remindedUnits = z.array(id).min(1).max(500);
const monthQuery = z.strictObject({ month: month.optional() });
/** How those stand that owe a report, each counted once: late and on time are those whose report stands as sent. */
export const StandingCounts = z.object({
  onTime: z.int(),
  late: z.int(),
  /** Given back and not sent again. */
  returned: z.int(),
  /** Never sent, and the due day is over. */
  missing: z.int(),
  notDue: z.int(),
});
const StandingStatus = z.enum(reportStandings);
/** How far the plans of a pillar are reached, and a month before; in per cent of the plan, null where nothing is planned. */
const PillarReach = z.object({
  pillar: z.enum(pillars),
  percent: z.number().nullable(),
  before: z.number().nullable(),
});

/** Reminders of one report. */
export const Reminded = z
  .object({
    /** Reminders that went out, in days relative to the due day. */
    steps: z.array(z.int()),
    /** Last day on which somebody reminded by hand. */
    byHandOn: day.nullable(),
  })
  .meta({ id: 'Reminded' });

/** A unit that was late in `late` of the `of` months before which are known, of the last six. */
export const LateBefore = z.object({ unitId: id, late: z.int(), of: z.int() }).meta({ id: 'LateBefore' });

export const Campaign = z
  .object({
    id,
    unit: UnitRef,
    kind: z.enum(campaignKinds),
    title: z.string(),
    directiveId: id.nullable(),
    startsOn: reckonedDay,
    /** The last day of the work that is asked about; null where a list is asked for. */
    endsOn: reckonedDay.nullable(),
    dueOn: reckonedDay,
    counts: StandingCounts,
  })
  .meta({ id: 'Campaign' });

/** A quarter, six or nine months or a year, in whole months by the rule that binds the unit. */
export const LongPeriod = z
  .object({
    code: z.enum(longPeriods),
    year: z.int(),
    startsOn: day,
    endsOn: day,
    /** As offices usually word it, "trước ngày"; null once that is over. */
    dueBefore: day.nullable(),
  })
  .meta({ id: 'LongPeriod' });

export const ReportBoard = z
  .object({
    unit: UnitRef,
    month,
    dueOn: reckonedDay,
    counts: StandingCounts.extend({ accepted: z.int() }),
    /** One per unit that owes it, in the order of names; missing ones with the days so far. */
    units: z.array(
      z.object({
        unit: UnitRef,
        report: ReportHead.nullable(),
        status: StandingStatus,
        daysLate: z.int(),
        /** Without a valid phone, stand-in or session: reminders may not reach anybody. */
        reachable: z.boolean(),
        reminded: Reminded,
        /** Of the indicators asked for. */
        figures: z.array(z.object({ code: z.string(), pair: FigurePair })),
      }),
    ),
    /** A few days before the due day: who was late before and has written nothing of this month. */
    lateBefore: z.array(LateBefore),
    indicators: z.array(ReportIndicator),
    /** Of the units that have sent. Equal to the sum of their rows: `differences` names what is not. */
    totals: z.array(z.object({ code: z.string(), pair: FigurePair, before: FigurePair, year: FigurePair })),
    differences: z.array(z.object({ code: z.string(), total: FigurePair, parts: FigurePair })),
    pillars: z.array(PillarReach),
  })
  .meta({ id: 'ReportBoard' });

const RemindedReports = z
  .object({ reminded: z.int(), skipped: z.int(), act: HeldAct.nullable() })
  .meta({ id: 'RemindedReports' });

export const Dashboard = z
  .object({
    unit: UnitRef,
    month,
    /** As sent; live from confirmed records where nothing has been sent. */
    months: z.array(
      z.object({
        month: reckonedMonth,
        /** The unit's own report of the month: it opens what stands behind its figures. */
        reportId: id.nullable(),
        ...StandingCounts.shape,
        figures: z.array(z.object({ code: z.string(), pair: FigurePair })),
      }),
    ),
    pillars: z.array(PillarReach),
    indicators: z.array(ReportIndicator),
  })
  .meta({ id: 'Dashboard' });

export const boardRoutes = {
  reportBoard: route({
    method: 'GET',
    path: '/units/{unitId}/report-board',
    summary: 'Reports of the units below for a month: received, late, missing, and their sum',
    access: 'report.receive',
    query: monthQuery.extend({ codes: indicatorCodes.optional() }),
    response: ReportBoard,
  }),
  remindReports: route({
    method: 'POST',
    path: '/units/{unitId}/report-board/remind',
    summary: 'Remind the units that have not sent; once a day each',
    access: 'report.receive',
    command: true,
    body: z.strictObject({ month, unitIds: remindedUnits }).meta({ id: 'RemindReports' }),
    response: RemindedReports,
  }),
  previewRemind: route({
    method: 'POST',
    path: '/units/{unitId}/report-board/remind-preview',
    summary: 'Before reminding: who is told and by which route, and which units are left alone',
    access: 'report.receive',
    body: z.strictObject({ month, unitIds: remindedUnits }).meta({ id: 'PreviewRemind' }),
    response: ActPreview,
  }),
  dashboard: route({
    method: 'GET',
    path: '/units/{unitId}/dashboard',
    summary: 'Reports in time and figures below the unit over the last six months',
    access: 'report.read',
    query: monthQuery,
    response: Dashboard,
  }),
  listLongPeriods: route({
    method: 'GET',
    path: '/units/{unitId}/long-periods',
    summary: 'Periods of several months that can be asked for now, the one that ends next first',
    access: 'report.receive',
    whole: 'at most sixteen: eight a year',
    response: z.array(LongPeriod),
  }),
  listCampaigns: route({
    method: 'GET',
    path: '/units/{unitId}/campaigns',
    summary: 'Reports asked for once: of this unit and of those above',
    access: 'report.read',
    whole: 'the fifty newest',
    response: z.array(Campaign),
  }),
  readCampaign: route({
    method: 'GET',
    path: '/campaigns/{campaignId}',
    summary: 'A campaign with each unit that was asked',
    access: 'report.receive',
    response: Campaign.extend({
      /** The unit's own report, which sums up what the others sent; null where a list is asked for. */
      ownReportId: id.nullable(),
      units: z.array(
        z.object({
          unit: UnitRef,
          report: ReportHead,
          status: StandingStatus,
          daysLate: z.int(),
          reminded: Reminded,
        }),
      ),
    }).meta({ id: 'CampaignBoard' }),
  }),
  remindCampaign: route({
    method: 'POST',
    path: '/campaigns/{campaignId}/remind',
    summary: 'Remind the units that have not sent; once a day each',
    access: 'report.receive',
    command: true,
    body: z.strictObject({ unitIds: remindedUnits }).meta({ id: 'RemindCampaign' }),
    response: RemindedReports,
  }),
  previewCampaignReminder: route({
    method: 'POST',
    path: '/campaigns/{campaignId}/remind-preview',
    summary: 'Before reminding of a campaign: who is told and by which route, and which units are left alone',
    access: 'report.receive',
    body: z.strictObject({ unitIds: remindedUnits }).meta({ id: 'PreviewCampaignReminder' }),
    response: ActPreview,
  }),
  cancelCampaign: route({
    method: 'POST',
    path: '/campaigns/{campaignId}/cancel',
    summary: 'Nobody owes it any more; what was sent is kept, and the units are told',
    access: 'report.receive',
    command: true,
    body: z.strictObject({ reason }).meta({ id: 'CancelCampaign' }),
    response: z.object({ withdrawn: z.int(), kept: z.int() }).meta({ id: 'CampaignCancelled' }),
  }),
  previewCampaign: route({
    method: 'GET',
    path: '/units/{unitId}/campaign-preview',
    summary: 'Whom a campaign would ask, until when, and whether the same was asked already',
    access: 'report.receive',
    query: z.strictObject({ ...campaignDays, title: text.max(200).optional() }),
    response: z
      .object({
        /** Communes below that would owe it. */
        units: z.int(),
        /** Districts between, which would sum up what theirs send. */
        offices: z.int(),
        /** Communes below without an active team, which are not asked. */
        without: z.int(),
        dueOn: reckonedDay,
        same: z.object({ id, title: z.string() }).nullable(),
        /** Null: the units are asked at once. */
        secondApproval: SecondApproval.nullable(),
      })
      .meta({ id: 'CampaignPreview' }),
  }),
  startCampaign: route({
    method: 'POST',
    path: '/units/{unitId}/campaigns',
    summary: 'Ask every commune below for Appendix 1, or for its work of some days, before a day',
    access: 'report.receive',
    status: 201,
    command: true,
    body: CampaignInput,
    /** `recallUntil`: until then it is taken back without a word. */
    response: z.object({ id, units: z.int(), recallUntil: instant }).meta({ id: 'CampaignStarted' }),
  }),
  teamMonth: route({
    method: 'GET',
    path: '/teams/{teamId}/month',
    summary: "The team's own month: what it did, what waits, how the commune's report stands",
    access: 'task.read',
    query: monthQuery,
    response: z
      .object({
        month,
        startsOn: reckonedDay,
        endsOn: reckonedDay,
        dueOn: reckonedDay,
        figures: z.array(
          z.object({ indicator: ReportIndicator, confirmed: z.number(), waiting: z.number(), before: z.number() }),
        ),
        trained: z.int(),
        report: z.enum(['open', 'submitted', 'returned', 'accepted']),
      })
      .meta({ id: 'TeamMonth' }),
  }),
};
