/**
 * By which channel a person really reads, learned from what they opened and answered. Pure: the store keeps the reads and the
 * answer, so that planning reads one column.
 */
import type { ChannelId } from '#contracts/enums';

/** Weighed reads by channel, each as of its newest one. */
export type Reads = Partial<Record<string, { score: number; at: string }>>;
export type ReadKind = 'opened' | 'answered';

/** An answer in a chat is no chance; a message that was opened may have been found in the app. */
const weights: Record<ReadKind, number> = { opened: 1, answered: 2 };
/** What somebody did a month ago says half as much. */
const HALF_LIFE_MS = 30 * 86_400_000;
const ENOUGH = 3;
/** So much more than the next one, or the order of channels stands. */
const CLEARLY = 1.5;

const aged = (one: Reads[string], at: number): number =>
  one ? one.score * 2 ** -(Math.max(0, at - Date.parse(one.at)) / HALF_LIFE_MS) : 0;

/** An event that is worked twice counts once. */
export function learn(reads: Reads, channel: ChannelId, kind: ReadKind, at: Date): Reads {
  const known = reads[channel];
  if (known && Date.parse(known.at) >= at.getTime()) return reads;
  return { ...reads, [channel]: { score: aged(known, at.getTime()) + weights[kind], at: at.toISOString() } };
}

/** Null: nothing stands out, and the order of channels decides. */
export function bestRoute(reads: Reads, at: Date): string | null {
  const scores = Object.entries(reads)
    .map(([channel, one]) => ({ channel, score: aged(one, at.getTime()) }))
    .toSorted((a, b) => b.score - a.score);
  const [first, second] = scores;
  return first && first.score >= ENOUGH && first.score >= CLEARLY * (second?.score ?? 0) ? first.channel : null;
}
