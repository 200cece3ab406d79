/**
 * What the next version of published questions may change, so that answers to both stand in one table: questions are added,
 * choices, rows and bounds get wider, what had to be answered may be left out. Everything else is another form.
 */
import type { Question } from './question-kinds.ts';

export const versionFaultCodes = ['removed', 'changed', 'narrower'] as const;
export interface VersionFault {
  question: string;
  code: (typeof versionFaultCodes)[number];
}

type Keyed = readonly { key: string }[];
const keeps = (before: Keyed = [], after: Keyed = []): boolean =>
  before.every((one) => after.some((other) => JSON.stringify(sorted(other)) === JSON.stringify(sorted(one))));

/** The same whatever the order in which its parts were written. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const parts = Object.entries(value).filter(([, part]) => part !== undefined);
  return parts.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, part]) => [key, sorted(part)]);
}

/** All that has to stay as it was. */
const fixed = ({ choices: _, rows: _r, columns: _c, min: _l, max: _m, most: _t, required: _q, ...rest }: Question) =>
  JSON.stringify(sorted(rest));

function isNarrower(before: Question, after: Question): boolean {
  const isHigher = (a: number | undefined, b: number | undefined) => b !== undefined && (a === undefined || b > a);
  const isLower = (a: number | undefined, b: number | undefined) => b !== undefined && (a === undefined || b < a);
  return (
    (after.required && !before.required) ||
    isHigher(before.min, after.min) ||
    isLower(before.max, after.max) ||
    isLower(before.most, after.most) ||
    !keeps(before.choices, after.choices) ||
    !keeps(before.rows, after.rows) ||
    !keeps(before.columns, after.columns)
  );
}

/** None: answers to the version before are answers to this one, as far as it asked. */
export function versionFaults(before: readonly Question[], after: readonly Question[]): VersionFault[] {
  const next = new Map(after.map((question) => [question.id, question]));
  return before.flatMap((question): VersionFault[] => {
    const other = next.get(question.id);
    if (!other) return [{ question: question.id, code: 'removed' }];
    if (fixed(question) !== fixed(other)) return [{ question: question.id, code: 'changed' }];
    return isNarrower(question, other) ? [{ question: question.id, code: 'narrower' }] : [];
  });
}
