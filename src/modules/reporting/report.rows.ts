/** Rows of `reports` as SQL gives them. */
import type { ReminderDay } from '#contracts/due-days';
import type { ReportKind, ReportState } from '#contracts/report-states';
import type { StoredWords } from './reports/report.entity.ts';

export interface ReportData {
  id: string;
  unit_id: string;
  unit_kind: 'commune' | 'district' | 'province';
  kind: ReportKind;
  campaign_id: string | null;
  title: string | null;
  /** 'YYYY-MM' */
  month: string;
  starts_on: string;
  ends_on: string;
  fixed_due_on: string;
  due_on: string;
  receiver_id: string | null;
  state: ReportState;
  version: number;
  words: StoredWords;
  words_version: number;
  words_by: string | null;
  words_at: Date | null;
  first_submitted_at: Date | null;
  revision_asked_at: Date | null;
  revision_asked_by: string | null;
  revision_reason: string | null;
  exception_until: string | null;
  exception_reason: string | null;
  opened_at: Date;
  /** Last day on which its receiver reminded by hand. */
  chased_on: string | null;
  /** Steps of the ladder of reminders that went out. */
  reminded: ReminderDay[];
  /** Day on which the current version was sent. */
  sent_on: string | null;
}

export const reportColumns = `r.id, r.unit_id, r.unit_kind, r.kind, r.campaign_id, k.title, to_char(r.month, 'YYYY-MM') as month, r.starts_on::text as starts_on, r.ends_on::text as ends_on,
  r.fixed_due_on::text as fixed_due_on, r.due_on::text as due_on, r.receiver_id, r.state, r.version, r.words, r.words_version, r.words_by, r.words_at, r.first_submitted_at,
  r.revision_asked_at, r.revision_asked_by, r.revision_reason, r.exception_until::text as exception_until, r.exception_reason, r.opened_at, r.chased_on::text as chased_on, r.reminded,
  (select (v.submitted_at at time zone 'Asia/Ho_Chi_Minh')::date::text from report_versions v where v.report_id = r.id and v.version = r.version) as sent_on`;
/** Day on which the first version was sent, of `reports r`: lateness is measured once. */
export const firstSentOn = `(r.first_submitted_at at time zone 'Asia/Ho_Chi_Minh')::date`;
export const reportTables = 'reports r left join campaigns k on k.id = r.campaign_id';
