/** A hamlet that becomes two, as the lines of a reform say it. Pure. */
import type { SplitHalf } from '#contracts/organization/splits/split-gaps';
import type { ReorganisationLine } from '../reorganisation.entity.ts';

export type SplitLine = Pick<
  ReorganisationLine,
  | 'position'
  | 'kind'
  | 'unitId'
  | 'parentId'
  | 'type'
  | 'name'
  | 'intoPosition'
  | 'personId'
  | 'amount'
  | 'taskId'
  | 'beganId'
>;

export interface Half extends SplitHalf {
  /** Of its line. */
  position: number;
  /** The line of the unit in which it is, where units above are reformed too. */
  intoPosition: number | null;
  /** Once it is there. */
  beganId: string | null;
}
export interface HamletSplit {
  hamletId: string;
  /** The unit that is divided, where units above are reformed too. */
  parentId: string | null;
  halves: readonly [Half, Half];
}
export type AskedHalf = SplitHalf & Partial<Pick<Half, 'intoPosition'>>;

const empty = {
  unitId: null,
  parentId: null,
  type: null,
  name: null,
  intoPosition: null,
  personId: null,
  amount: null,
  taskId: null,
  beganId: null,
};

/** @param first the position of the first of the lines */
export function splitLines(
  hamletId: string,
  halves: readonly AskedHalf[],
  { first, parentId = null }: { first: number; parentId?: string | null },
): SplitLine[] {
  const lines: SplitLine[] = [];
  const add = (line: Partial<SplitLine> & Pick<SplitLine, 'kind'>): number => {
    const position = first + lines.length;
    lines.push({ ...empty, ...line, position });
    return position;
  };
  for (const { type, name, households, memberIds, shares, intoPosition = null } of halves) {
    const at = add({ kind: 'split', unitId: hamletId, parentId, type, name, amount: households, intoPosition });
    for (const personId of new Set(memberIds)) add({ kind: 'member', personId, intoPosition: at });
    for (const { taskId, target } of shares) add({ kind: 'share', taskId, amount: target, intoPosition: at });
  }
  return lines;
}

/** @param lines of one version, by position */
export function splitsOf(lines: readonly SplitLine[]): HamletSplit[] {
  const halves = new Map<string, Half[]>();
  const parents = new Map<string, string | null>();
  const byPosition = new Map<number, { memberIds: string[]; shares: { taskId: string; target: number }[] }>();
  for (const { kind, position, unitId, parentId, type, name, amount, intoPosition, beganId } of lines) {
    if (kind !== 'split' || !unitId) continue;
    const of = { memberIds: [], shares: [] };
    byPosition.set(position, of);
    parents.set(unitId, parentId);
    const half = {
      ...of,
      position,
      type: type ?? '',
      name: name ?? '',
      households: amount ?? 0,
      intoPosition,
      beganId,
    };
    halves.set(unitId, [...(halves.get(unitId) ?? []), half]);
  }
  for (const { kind, personId, taskId, amount, intoPosition } of lines) {
    const half = byPosition.get(intoPosition ?? 0);
    if (kind === 'member' && personId) half?.memberIds.push(personId);
    if (kind === 'share' && taskId) half?.shares.push({ taskId, target: amount ?? 0 });
  }
  return [...halves].flatMap(([hamletId, [one, two]]) =>
    one && two ? [{ hamletId, parentId: parents.get(hamletId) ?? null, halves: [one, two] as const }] : [],
  );
}
