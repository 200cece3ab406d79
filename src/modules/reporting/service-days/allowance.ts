/** What confirmed days of service come to by a province's rules. Pure. */
import type { AllowanceBasis } from '#contracts/reporting/service-days';
import type { Period } from '#contracts/reporting/periods';

export interface DatedRule {
  basis: AllowanceBasis;
  amount: number;
  from: string;
  /** The day on which another rule begins. */
  until: string | null;
}

export interface Pay {
  basis: 'team' | 'person' | 'day';
  from: string;
  parts: { days: number; amount: number }[];
  sum: number | null;
}

type Window = Pick<Period, 'endsOn'>;

export const ruleOn = <T extends DatedRule>(rules: readonly T[], day: string): T | undefined =>
  rules.find(({ from, until }) => from <= day && (until === null || day < until));

/** How the month is paid: by the rule of its last day. Undefined where nothing is. */
export function ruleOfMonth<T extends DatedRule>(rules: readonly T[], { endsOn }: Window): T | undefined {
  const rule = ruleOn(rules, endsOn);
  return rule?.basis === 'none' ? undefined : rule;
}

/** Of a person, by their confirmed days; a day is paid with the amount that holds on it. Null where nothing is paid. */
export function payOfPerson(rules: readonly DatedRule[], days: readonly string[], period: Window): Pay | null {
  const rule = ruleOfMonth(rules, period);
  if (!rule) return null;
  const { basis, amount, from } = rule;
  if (basis === 'team') return { basis, from, parts: [], sum: null };
  if (basis === 'person') return { basis, from, parts: [], sum: days.length > 0 ? amount : 0 };
  const parts = partsOf(rules, days);
  return { basis: 'day', from, parts, sum: parts.reduce((sum, part) => sum + part.days * part.amount, 0) };
}

/** Of a team, where teams are paid: whoever did confirmed work in the month earned it for all. */
export function payOfTeam(rules: readonly DatedRule[], days: number, period: Window): number | null {
  const rule = ruleOfMonth(rules, period);
  if (rule?.basis !== 'team') return null;
  return days > 0 ? rule.amount : 0;
}

function partsOf(rules: readonly DatedRule[], days: readonly string[]): Pay['parts'] {
  const byAmount = new Map<number, number>();
  for (const day of [...days].sort()) {
    const rule = ruleOn(rules, day);
    if (rule?.basis === 'day') byAmount.set(rule.amount, (byAmount.get(rule.amount) ?? 0) + 1);
  }
  return [...byAmount].map(([amount, n]) => ({ days: n, amount }));
}
