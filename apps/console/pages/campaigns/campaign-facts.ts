/** When a one-off report is due, as a directive words it and as it is counted. Pure. */
import { addDays, daysBetween } from '#contracts/reporting/periods';
import type { Schemas } from '../../api/client.ts';
import type { Translate } from '../../i18n/i18n.tsx';

export type Campaign = Schemas['Campaign'];
export type CampaignBoard = Schemas['CampaignBoard'];

/** "Trước ngày 20" is until the end of the 19th. */
export const lastDayOf = (dueBefore: string): string => addDays(dueBefore, -1);

export const shifts = ['none', 'next', 'previous'] as const;

export interface CampaignForm {
  title: string;
  directiveId: string | null;
  startsOn: string;
  dueBefore: string | null;
  shift: (typeof shifts)[number];
}

const fewest = 3;

export const isReady = ({ title, dueBefore, startsOn }: CampaignForm): boolean =>
  title.trim().length >= fewest && dueBefore !== null && lastDayOf(dueBefore) >= startsOn;

export const all = ({ onTime, late, missing }: Campaign['counts']): number => onTime + late + missing;

export function clockText(t: Translate, today: string, dueOn: string): string {
  const left = daysBetween(today, dueOn);
  if (left === 0) return t('camp.today');
  return left > 0 ? t('camp.left', { n: left }) : t('camp.over', { n: -left });
}
