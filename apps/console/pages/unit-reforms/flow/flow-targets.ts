/** New units with what goes into them, and which of them are looked at. Pure. */
import type { Line } from '../reform-looks.ts';

export interface Target {
  line: Line;
  parts: Line[];
}
export type Which = 'all' | 'open' | 'divided';

export const lineName = ({ type, name, unit }: Pick<Line, 'type' | 'name' | 'unit'>): string => {
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

export function shownTargets(targets: readonly Target[], which: Which): readonly Target[] {
  if (which === 'open') return targets.filter(isOpenTarget);
  return which === 'divided' ? targets.filter(isDividedTarget) : targets;
}
