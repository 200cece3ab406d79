/** What was written by hand stays when the list is read again. Pure. */
import type { ReformLine } from './reform-lines.ts';

const byHand: ReadonlySet<ReformLine['kind']> = new Set(['allot', 'post', 'leave', 'office', 'split']);
const ofHalf: ReadonlySet<ReformLine['kind']> = new Set(['member', 'share']);

/** A new unit that was scheduled before has an id, by which later reforms may know it. */
export function withIds(before: readonly ReformLine[], after: readonly ReformLine[]): ReformLine[] {
  const keyOf = ({ kind, code, name }: ReformLine): string => `${kind} ${code} ${name}`;
  const ids = new Map(before.map((line) => [keyOf(line), line.unitId]));
  return after.map((line) => (line.kind === 'create' ? { ...line, unitId: ids.get(keyOf(line)) ?? null } : line));
}

/** Names of hamlets, and hamlets, people and offices that were given to a unit of the day stay with the one of the same code. */
export function carriedOver(before: readonly ReformLine[], after: readonly ReformLine[]): ReformLine[] {
  const codes = new Map(before.map(({ position, code }) => [position, code]));
  const heirs = new Map(
    after.flatMap(({ kind, code, position }) =>
      kind === 'create' || kind === 'keep' ? [[code, position] as const] : [],
    ),
  );
  const positions = new Map<number, number>();
  return before.flatMap((line) => {
    const { kind, intoPosition } = line;
    const into = ofHalf.has(kind)
      ? positions.get(intoPosition ?? 0)
      : byHand.has(kind) && heirs.get(codes.get(intoPosition ?? 0) ?? '');
    // Half a hamlet whose unit is gone is open again; a name has no unit of the day.
    if (!into && kind !== 'split' && kind !== 'name') return [];
    const position = after.length + positions.size + 1;
    positions.set(line.position, position);
    return [{ ...line, position, intoPosition: into || null }];
  });
}
