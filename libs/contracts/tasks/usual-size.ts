/**
 * When a number is worth one question before it is recorded. Pure; the rule is data, so that another one may be given.
 */
export interface SizeRule {
  /** More than so many times what is recorded at once as a rule. */
  times: number;
  /** Up to here nothing is asked. */
  atLeast: number;
  /** Where nothing was recorded yet and no target is known. */
  unknown: number;
}

export const defaultSizeRule: SizeRule = { times: 3, atLeast: 20, unknown: 100 };

export interface KnownSizes {
  /** Average of what the team records at once for the same. */
  average?: number | undefined;
  /** Of the task. */
  target?: number | undefined;
}

export function isUnusual(value: number, { average, target }: KnownSizes, rule: SizeRule = defaultSizeRule): boolean {
  const usual = average ? average * rule.times : (target ?? rule.unknown);
  return value > Math.max(rule.atLeast, usual);
}
