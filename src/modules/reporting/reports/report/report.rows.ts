/** Rows of `reports` as SQL gives them. */
import { monthsOfDays } from '#contracts/reporting/long-periods';
import { isSummed } from '#contracts/reporting/report-states';
import { organizationSql } from '#modules/organization';
import { type Sql, sql } from '#platform/database';
import type { Report } from './report.entity.ts';

export interface ReportData extends Omit<Report, 'exceptionBy' | 'standsOn'> {
  /** The day whose tree and lists it shows. */
  standsOn: string;
  title: string | null;
  /** That its campaign carries out. */
  directiveId: string | null;
  /** 'YYYY-MM' */
  month: string;
  /** Day on which the current version was sent. */
  sentOn: string | null;
  /** While it waits to be approved. */
  approvalAskedAt: Date | null;
  approvalAskedBy: string | null;
}

export const reportColumns = sql`r.id, r.unit_id as "unitId", r.unit_kind as "unitKind", r.kind, r.campaign_id as "campaignId",
  k.title, k.directive_id as "directiveId", to_char(r.month, 'YYYY-MM') as month, r.starts_on as "startsOn", r.ends_on as "endsOn",
  coalesce(r.stands_on, r.ends_on) as "standsOn",
  r.fixed_due_on as "fixedDueOn", r.due_on as "dueOn", r.receiver_id as "receiverId", r.state, r.version,
  r.words, r.words_version as "wordsVersion", r.words_by as "wordsBy", r.words_at as "wordsAt",
  r.first_submitted_at as "firstSubmittedAt", r.revision_asked_at as "revisionAskedAt",
  r.revision_asked_by as "revisionAskedBy", r.revision_reason as "revisionReason",
  r.exception_until as "exceptionUntil", r.exception_reason as "exceptionReason",
  r.opened_at as "openedAt", r.chased_on as "chasedOn", r.reminded,
  (select (v.submitted_at at time zone 'Asia/Ho_Chi_Minh')::date from report_versions v
    where v.report_id = r.id and v.version = r.version) as "sentOn",
  (select a.asked_at from report_approvals a where a.report_id = r.id and a.outcome is null) as "approvalAskedAt",
  (select a.asked_by from report_approvals a where a.report_id = r.id and a.outcome is null) as "approvalAskedBy"`;
/** Day on which the first version was sent, of `reports r`: lateness is measured once. */
export const firstSentOn = sql`(r.first_submitted_at at time zone 'Asia/Ho_Chi_Minh')::date`;
export const reportTables = sql`reports r left join campaigns k on k.id = r.campaign_id`;
/** Of `reports r`: those of the same month, or of the same campaign. */
export const ofSamePeriod = ({ campaignId, month }: Pick<ReportData, 'campaignId' | 'month'>): Sql =>
  campaignId === null ? sql`r.kind = 'monthly' and r.month = ${`${month}-01`}` : sql`r.campaign_id = ${campaignId}`;
/** The months that a report is the sum of, 'YYYY-MM' in order; none of any other kind. */
export const monthsOf = ({ kind, startsOn, endsOn }: Pick<ReportData, 'kind' | 'startsOn' | 'endsOn'>): string[] =>
  kind === 'months' ? (monthsOfDays(startsOn, endsOn) ?? []) : [];
/** Sums up for the office itself what others sent to a campaign: nobody waits for it, so that it is never late. */
export const isOwnSum = ({ kind, receiverId }: Pick<ReportData, 'kind' | 'receiverId'>): boolean =>
  isSummed(kind) && receiverId === null;
/** Beside `reports r` its unit `u (id, full_name)`, called as on the day that it shows: a reform may have ended it since. */
export const namesOfThen = sql`cross join lateral (
  select n.id, n.full_name from units_at(coalesce(r.stands_on, r.ends_on)) n where n.id = r.unit_id offset 0) u`;

/** Of `reports r`: what an office received; of one that has ended also what stood below it, which is the next office's since. */
export const sentTo = ({ unitId, endsOn }: Pick<ReportData, 'unitId' | 'endsOn'>): Sql => sql`(
  r.receiver_id = ${unitId} or r.unit_id = any(array(
    select c.descendant_id from ${organizationSql.units} g
     cross join lateral unit_closure_at(least(${endsOn}::date, upper(g.validity) - 1)) c
     where g.id = ${unitId} and upper(g.validity) is not null and c.ancestor_id = g.id and c.depth = 1)))`;
