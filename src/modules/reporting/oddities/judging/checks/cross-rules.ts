import type { OddityReason } from '#i18n/words/oddity-text';
import type { Cell, Check } from '../series.ts';

interface CrossRule {
  /** May not be above `whole`; asked about at `part`. */
  part: string;
  whole: string;
  reason: OddityReason;
}

/** Indicators of which one counts some of what the other counts: by their definitions, not by what is usual. */
const RULES: readonly CrossRule[] = [{ part: 'KT04', whole: 'KT03', reason: 'crossRules.products' }];

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
