import { createHash } from 'node:crypto';
import type { lookReasons } from '#contracts/tasks/sampling';
import type { SamplingRule } from './sampling-rule.entity.ts';

export type RuleToday = Pick<SamplingRule, 'id' | 'below' | 'oneIn' | 'seed'>;
export type LookReason = (typeof lookReasons)[number];

/** A task that was handed in, or a quick report; `value` is what would be confirmed. */
export interface Drawable {
  id: string;
  value: number;
}

/**
 * Why a result has to be looked at; undefined: it may be confirmed unseen. The draw depends on the rule and the result
 * alone: it comes out the same at every look, and handing in again does not draw again.
 */
export function lookReason({ below, oneIn, seed }: RuleToday, { id, value }: Drawable): LookReason | undefined {
  if (value >= below) return 'size';
  const head = createHash('sha256').update(`${seed}:${id}`).digest().readUInt32BE(0);
  return head % oneIn === 0 ? 'drawn' : undefined;
}
