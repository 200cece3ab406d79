/** Rules that bind whoever may set one of their own: what is looser than what. Pure, and free of zod: screens read it. */
import type { RuleKind } from './rule-kinds.ts';
import type { RuleValue } from './rules.ts';
import type { z } from 'zod';

type Value = z.input<typeof RuleValue>;
type Of<K extends RuleKind> = Extract<Value, { kind: K }>;
/** Whether the first lets through what the second stops. */
type Looser<K extends RuleKind> = (next: Of<K>, than: Of<K>) => boolean;

const lacks = (next: readonly string[], than: readonly string[]): boolean => than.some((one) => !next.includes(one));

const looser = {
  composition: (next, than) =>
    next.members < than.members || next.deputies < than.deputies || lacks(next.affiliations, than.affiliations),
  committee: (next, than) => lacks(next.affiliations, than.affiliations),
  // Who is asked answers for days; more of them is less.
  difficulty: (next, than) => next.days > than.days,
  // Confirmed unseen: fewer results, and more of them looked at, is stricter.
  sampling: (next, than) => next.below > than.below || next.oneIn > than.oneIn,
  // Teams and people cannot be weighed against each other.
  secondApproval: (next, than) =>
    than.isNeeded && (!next.isNeeded || next.measure !== than.measure || next.above > than.above),
  reportApproval: (next, than) => than.isNeeded && !next.isNeeded,
} as const satisfies { [K in RuleKind]?: Looser<K> };
type BindingKind = keyof typeof looser;

/** Kinds by which a unit is bound from above: it may be stricter, never looser. */
export const bindingRuleKinds: ReadonlySet<RuleKind> = new Set(Object.keys(looser) as BindingKind[]);

/** False for rules of two kinds, and for kinds by which nobody is bound. */
export function isLooser(next: Value, than: Value): boolean {
  const of = (looser as { [K in RuleKind]?: Looser<K> })[next.kind] as Looser<RuleKind> | undefined;
  return of !== undefined && next.kind === than.kind && of(next, than);
}

/** Whether something that the rule stops would be let through where there is none at all. */
export function bindsByItself(value: Value): boolean {
  if (value.kind === 'secondApproval' || value.kind === 'reportApproval') return value.isNeeded;
  return value.kind !== 'sampling' && bindingRuleKinds.has(value.kind);
}
