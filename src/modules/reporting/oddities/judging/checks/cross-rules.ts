import type { OddityReason } from '#i18n/words/oddity-text';
import type { Cell, Check } from '../series.ts';

interface CrossRule {
  /** May not be above `whole`; asked about at `part`. */
  part: string;
  whole: string;
  reason: OddityReason;
}

/** Indicators of the law's form of which one is a part of the other, or cannot be without it. */
const RULES: readonly CrossRule[] = [
  { part: 'XH02', whole: 'XH01', reason: 'crossRules.accounts' },
  { part: 'KT04', whole: 'KT03', reason: 'crossRules.products' },
  { part: 'TT01', whole: 'TT02', reason: 'crossRules.events' },
];

/** Two figures of one month that cannot both be right. It needs no past. */
export const crossRules: Check = {
  id: 'crossRules',
  minimumMonths: 0,
  judge({ indicator, value, siblings }: Cell) {
    if (value === null) return undefined;
    for (const { part, whole, reason } of RULES) {
      const other = part === indicator ? siblings.get(whole)?.value : undefined;
      if (other != null && value > other) return { reason, params: { value, other }, expected: other, other: whole };
    }
    return undefined;
  },
};
