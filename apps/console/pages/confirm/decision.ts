/** What a press on Confirm or Return sends: parts can be confirmed while the rest goes back. */
import type { Schemas } from '../../api/client.ts';

export type ResultRow = Schemas['ResultRow'];
export type Entry = Schemas['ProgressEntry'];

/** What the address names: the task, or the report that belongs to none. */
export const idOf = (result: ResultRow): string => result.task?.id ?? result.entries[0]?.id ?? '';

const nothing: Schemas['IndicatorRef'] = { code: '', name: '', nameEn: '', unit: '', unitEn: '' };
export const indicatorOf = (result: ResultRow): Schemas['IndicatorRef'] =>
  result.task?.indicator ?? result.report?.indicator ?? nothing;

/** Entries that count: a corrected one is replaced by its correction. */
export const liveEntries = (result: ResultRow): Entry[] => result.entries.filter((entry) => !entry.correctedById);

export const sumOf = (entries: readonly Entry[], values: Readonly<Record<string, number>> = {}): number =>
  entries.reduce((sum, entry) => sum + (values[entry.id] ?? entry.value), 0);

/** What they come to, by what is counted, in their order. */
export function sumsOf(results: readonly ResultRow[]): { indicator: Schemas['IndicatorRef']; sum: number }[] {
  const sums = new Map<string, { indicator: Schemas['IndicatorRef']; sum: number }>();
  for (const result of results) {
    const indicator = indicatorOf(result);
    const before = sums.get(indicator.code)?.sum ?? 0;
    sums.set(indicator.code, { indicator, sum: before + sumOf(waitingEntries(result)) });
  }
  return [...sums.values()];
}

/** Nothing was confirmed yet, so every live entry waits. */
export const waitingEntries = (result: ResultRow): Entry[] =>
  liveEntries(result).filter((entry) => entry.confirmedAt === null);

export interface Parts {
  confirmed: number;
  returned: number;
  confirm: { entryId: string; value: number }[];
}

/** `good` holds, by entry, how much of it is confirmed now; what is not named goes back whole. */
export function partsOf(result: ResultRow, good: Readonly<Record<string, number>>): Parts {
  const entries = waitingEntries(result);
  const confirm = entries
    .map((entry) => ({ entryId: entry.id, value: Math.min(entry.value, Math.max(0, good[entry.id] ?? 0)) }))
    .filter((part) => part.value > 0);
  const confirmed = confirm.reduce((sum, part) => sum + part.value, 0);
  return { confirmed, returned: sumOf(entries) - confirmed, confirm };
}
