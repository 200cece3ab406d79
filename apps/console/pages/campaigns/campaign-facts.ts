/** What a one-off report asks for, and when it is due, as a directive words it and as it is counted. Pure. */
import type { DueWording } from '#contracts/reporting/due-days';
import { addDays, daysBetween } from '#contracts/reporting/periods';
import { campaignKinds, type CampaignKind } from '#contracts/reporting/report-states';
import { isProblem, type Schemas } from '../../api/client.ts';
import type { Translate } from '../../i18n/i18n.tsx';

export type Campaign = Schemas['Campaign'];
export type CampaignBoard = Schemas['CampaignBoard'];

/** "Trước ngày 20" is until the end of the 19th. */
export const lastDayOf = (dueBefore: string): string => addDays(dueBefore, -1);

export const shifts = ['none', 'next', 'previous'] as const;

export interface CampaignForm {
  kind: CampaignKind;
  /** Of a sum of months, once it is chosen: 'H1 2026'. */
  period?: string | undefined;
  title: string;
  directiveId: string | null;
  startsOn: string;
  /** The last day of the work; of a list it says nothing. */
  endsOn: string;
  dueBefore: string | null;
  /** How the directive words it: "trước ngày 20" leaves the 20th out, "đến hết ngày 20" is with it. */
  wording: DueWording;
  shift: (typeof shifts)[number];
}

const fewest = 3;

export const isReady = ({ kind, period, title, dueBefore }: CampaignForm): boolean =>
  title.trim().length >= fewest && dueBefore !== null && (kind !== 'months' || period !== undefined);

/** The first day that can stand behind "trước ngày": a report on work is sent from the day after the last of it. */
export const firstDueBefore = ({ kind, startsOn, endsOn }: CampaignForm): string =>
  kind === 'roster' ? addDays(startsOn, 1) : addDays(endsOn, 2);

/** What the server is asked and told of the days. */
export const daysOf = ({ kind, startsOn, endsOn, dueBefore, shift }: CampaignForm) => ({
  kind,
  startsOn,
  ...(kind !== 'roster' && { endsOn }),
  dueBefore: dueBefore ?? addDays(startsOn, 1),
  shift,
});

/** The field that the server's refusal is about. */
export const faultyField = (error: unknown): string | undefined =>
  isProblem(error) ? error.details?.[0]?.path : undefined;

/** Lists and work apart, each as it came; a kind that nobody asks for is absent. */
export const byKind = (campaigns: readonly Campaign[]): { kind: CampaignKind; rows: Campaign[] }[] =>
  campaignKinds
    .map((kind) => ({ kind, rows: campaigns.filter((campaign) => campaign.kind === kind) }))
    .filter(({ rows }) => rows.length > 0);

/** The day that the directive names, in its own words; and back. */
export const namedDay = ({ dueBefore, wording }: Pick<CampaignForm, 'dueBefore' | 'wording'>): string | null =>
  dueBefore && (wording === 'until' ? lastDayOf(dueBefore) : dueBefore);
export const dueBeforeOf = (named: string | null, wording: DueWording): string | null =>
  named && (wording === 'until' ? addDays(named, 1) : named);

export function clockText(t: Translate, today: string, dueOn: string): string {
  const left = daysBetween(today, dueOn);
  if (left === 0) return t('camp.today');
  return left > 0 ? t('camp.left', { n: left }) : t('camp.over', { n: -left });
}
