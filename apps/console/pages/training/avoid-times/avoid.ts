/** Market days and harvest weeks as they are typed, and as the API keeps them. Pure. */
import type { Schemas } from '../../../api/client.ts';
import { parseHour, writeHour } from '../hours.ts';

export type AvoidTime = Schemas['AvoidTime'];
export type AvoidItem = Schemas['AvoidTimesInput']['items'][number];
export const avoidKinds = ['week', 'lunar', 'every'] as const;
export type AvoidKind = (typeof avoidKinds)[number];

export interface AvoidDraft {
  label: string;
  kind: AvoidKind;
  weekdays: number[];
  lunar: string;
  from: string | null;
  to: string | null;
  start: string;
  end: string;
}

export const emptyAvoid = (): AvoidDraft => ({
  label: '',
  kind: 'lunar',
  weekdays: [],
  lunar: '',
  from: null,
  to: null,
  start: '06:00',
  end: '11:00',
});

export const draftOf = ({ label, weekdays, lunarDays, from, to, startTime, endTime }: AvoidTime): AvoidDraft => ({
  label,
  kind: weekdays.length > 0 ? 'week' : lunarDays.length > 0 ? 'lunar' : 'every',
  weekdays: [...weekdays],
  lunar: lunarDays.join(', '),
  from,
  to,
  start: startTime.slice(0, 5),
  end: endTime.slice(0, 5),
});

/** "3, 8, 13" as numbers; null where something else than days of a lunar month stands. */
export function parseLunar(text: string): number[] | null {
  const parts = text.split(/[\s,;]+/).filter(Boolean);
  const days = parts.map(Number);
  return days.every((day) => Number.isInteger(day) && day >= 1 && day <= 30) ? [...new Set(days)] : null;
}

/** As the API takes it; undefined while something is missing. A season that lasts every day has a beginning and an end. */
export function itemOf(draft: AvoidDraft): AvoidItem | undefined {
  const [start, end] = [parseHour(draft.start), parseHour(draft.end)];
  const lunarDays = draft.kind === 'lunar' ? parseLunar(draft.lunar) : [];
  const weekdays = draft.kind === 'week' ? [...draft.weekdays].sort((a, b) => a - b) : [];
  const label = draft.label.trim();
  if (label.length < 2 || start === null || end === null || end <= start || lunarDays === null) return undefined;
  if (draft.kind === 'lunar' && lunarDays.length === 0) return undefined;
  if (draft.kind === 'week' && weekdays.length === 0) return undefined;
  if (draft.kind === 'every' && !(draft.from && draft.to)) return undefined;
  if (draft.from && draft.to && draft.from > draft.to) return undefined;
  const { from, to } = draft;
  return { label, weekdays, lunarDays, from, to, startTime: writeHour(start), endTime: writeHour(end) };
}
