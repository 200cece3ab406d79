/** What happened to a unit, as a list of changes made of its dated versions. Pure. */
import type { Schemas } from '../../api/client.ts';

export type Version = Schemas['UnitVersion'];
export type Lineage = Schemas['UnitLineage'];
export type Heir = Schemas['UnitHeir'];
export type Made = Schemas['UnitChangeMade'];

export type Step =
  | { what: 'begin'; parent: string | null }
  | { what: 'name' | 'code' | 'parent'; from: string; to: string }
  | { what: 'took'; names: string[] }
  | { what: 'revoked' }
  | { what: 'end'; names: string[] };

export interface CourseEvent {
  on: string;
  steps: Step[];
  basis: string | null;
  /** Who entered it and when, the last one first; empty where that was not kept. */
  made: { name: string; at: string; how: 'made' | 'madeBack' | 'madeRight'; reason: string | null }[];
  /** Its day has not come. */
  ahead: boolean;
  /** What holds since then; null where no name, code or place of its own begins. */
  line: Version | null;
}

const named = ({ type, name }: Pick<Version, 'type' | 'name'>): string =>
  name.toLowerCase().startsWith(`${type} `) ? name : `${type} ${name}`;
const namesOn = (heirs: readonly Heir[], day: string): string[] =>
  heirs.filter(({ on }) => on === day).map(({ unit }) => unit.fullName);

function stepsOf(old: Version | undefined, next: Version): Step[] {
  if (!old) return [{ what: 'begin', parent: next.parent?.fullName ?? null }];
  const steps: Step[] = [];
  if (named(old) !== named(next)) steps.push({ what: 'name', from: named(old), to: named(next) });
  if (old.code !== next.code) steps.push({ what: 'code', from: old.code ?? '–', to: next.code ?? '–' });
  if (old.parentId !== next.parentId)
    steps.push({ what: 'parent', from: old.parent?.fullName ?? '–', to: next.parent?.fullName ?? '–' });
  return steps;
}

const ofDay = (changes: readonly Made[], on: string) => changes.filter((change) => change.on === on).reverse();
/** The end of a unit that went nowhere is told by what was entered alone. */
const paperOf = (changes: readonly Made[], day: string) =>
  ofDay(changes, day).find(({ basis }) => basis)?.basis ?? null;
const makersOf = (changes: readonly Made[], day: string) =>
  ofDay(changes, day).map(({ kind, by, at, reason }) => ({ name: by.fullName, at, how: howOf(kind), reason }));
const howOf = (kind: Made['kind']): CourseEvent['made'][number]['how'] =>
  kind === 'correct' ? 'madeRight' : kind === 'revoke' || kind === 'reopen' ? 'madeBack' : 'made';

/** The newest first. What came into the unit is told with the change of that day, or by itself. */
export function courseOf(
  versions: readonly Version[],
  { predecessors, successors }: Lineage,
  { changes, today }: { changes: readonly Made[]; today: string },
): CourseEvent[] {
  const events = new Map<string, CourseEvent>();
  const add = (on: string, steps: Step[], basis: string | null, line: Version | null = null) => {
    const known = events.get(on);
    if (known) events.set(on, { ...known, steps: [...known.steps, ...steps], basis: known.basis ?? basis });
    else
      events.set(on, {
        on,
        steps,
        basis: basis ?? paperOf(changes, on),
        made: makersOf(changes, on),
        ahead: on > today,
        line,
      });
  };
  for (const [index, version] of versions.entries())
    add(version.from, stepsOf(versions[index - 1], version), version.basis, version);
  for (const day of new Set(predecessors.map(({ on }) => on)))
    add(
      day,
      [{ what: 'took', names: namesOn(predecessors, day) }],
      predecessors.find(({ on }) => on === day)?.basis ?? null,
    );
  const end = versions.at(-1)?.to;
  if (end) add(end, [{ what: 'end', names: namesOn(successors, end) }], successors[0]?.basis ?? null);
  for (const { on, basis } of changes.filter(({ kind }) => howOf(kind) === 'madeBack'))
    if (!events.has(on))
      events.set(on, {
        on,
        steps: [{ what: 'revoked' }],
        basis,
        made: makersOf(changes, on),
        ahead: false,
        line: null,
      });
  return [...events.values()].filter(({ steps }) => steps.length > 0).sort((a, b) => b.on.localeCompare(a.on));
}
