/** New units with what goes into them, and which of them are looked at. Pure. */
import type { Line } from './reform-looks.ts';

export interface Target {
  line: Line;
  parts: Line[];
}
export type Which = 'all' | 'open' | 'divided' | 'changed';

export const lineName = ({ type, name, unit }: Line): string => {
  if (unit && !name) return unit.fullName;
  const [word, own] = [type ?? '', name ?? ''];
  return !word || own.toLowerCase().startsWith(`${word} `)
    ? own
    : `${word.charAt(0).toUpperCase()}${word.slice(1)} ${own}`;
};

/** Each new unit with what goes into it, in the order of the list. */
export function targetsOf(lines: readonly Line[]): Target[] {
  const parts = new Map<number, Line[]>();
  for (const line of lines)
    if ((line.kind === 'merge' || line.kind === 'part') && line.intoPosition)
      parts.set(line.intoPosition, [...(parts.get(line.intoPosition) ?? []), line]);
  return lines
    .filter(({ kind }) => kind === 'create' || kind === 'keep')
    .map((line) => ({ line, parts: parts.get(line.position) ?? [] }));
}

export const isOpenTarget = ({ line, parts }: Target): boolean =>
  (line.kind === 'create' && (!line.settled || parts.length === 0)) || parts.some(({ unit }) => !unit);
export const isDividedTarget = ({ parts }: Target): boolean => parts.some(({ kind }) => kind === 'part');

/** What a new unit is and what it takes, as text: two lists differ where these do. */
const written = ({ line, parts }: Target): string =>
  [
    line.code,
    lineName(line).toLowerCase(),
    line.parent?.id,
    ...parts.map((part) => `${part.kind} ${part.unit?.id ?? part.code} ${part.share ?? ''}`).sort(),
  ].join('|');

/** New units that the list before did not have like this, and how many of its own it lacks. */
export function changedTargets(before: readonly Line[], now: readonly Line[]): { targets: Target[]; gone: number } {
  const known = new Set(targetsOf(before).map(written));
  const targets = targetsOf(now);
  const codes = new Set(targets.map(({ line }) => line.code ?? lineName(line)));
  const gone = targetsOf(before).filter(({ line }) => !codes.has(line.code ?? lineName(line))).length;
  return { targets: targets.filter((target) => !known.has(written(target))), gone };
}

export function shownTargets(targets: readonly Target[], which: Which, changed: readonly Target[]): Target[] {
  if (which === 'open') return targets.filter(isOpenTarget);
  if (which === 'divided') return targets.filter(isDividedTarget);
  return which === 'changed' ? [...changed] : [...targets];
}
