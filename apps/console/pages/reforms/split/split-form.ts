/** A hamlet that becomes two as it is being typed. */
import { type SplitGap, splitGaps, splitTask } from '#contracts/organization/splits/split-gaps';
import type { Schemas } from '../../../api/client.ts';
import type { Reform } from '../merger-form.ts';

export type ToSplit = Schemas['HamletToSplit'];
export type HalfInput = Schemas['HamletHalf'];
export type At = 0 | 1;
export const both = [0, 1] as const;

export interface HalvesForm {
  names: readonly [string, string];
  households: readonly [number | null, number | null];
  /** In which half each person goes on. */
  places: ReadonlyMap<string, At>;
  /** What of a task was written for the first half; of the others it follows from the households. */
  written: ReadonlyMap<string, number>;
}
export interface SplitForm extends HalvesForm {
  hamletId: string | null;
  onDate: string;
  directiveId: string | null;
}
export type SetHalves = (part: Partial<HalvesForm>) => void;

export const emptyHalves: HalvesForm = {
  names: ['', ''],
  households: [null, null],
  places: new Map(),
  written: new Map(),
};

type Half = Pick<HalfInput, 'name' | 'households' | 'memberIds'> & {
  shares?: readonly { taskId: string; target: number }[] | undefined;
};

export function halvesFormOf([one, two]: readonly Half[]): HalvesForm {
  return {
    names: [one?.name ?? '', two?.name ?? ''],
    households: [one?.households ?? null, two?.households ?? null],
    places: new Map([
      ...(one?.memberIds ?? []).map((id) => [id, 0] as const),
      ...(two?.memberIds ?? []).map((id) => [id, 1] as const),
    ]),
    written: new Map((one?.shares ?? []).map(({ taskId, target }) => [taskId, target])),
  };
}

export const splitFormOf = ({ split, onDate, directive }: Reform): SplitForm => ({
  ...halvesFormOf(split?.halves ?? []),
  hamletId: split?.hamlet.id ?? null,
  onDate,
  directiveId: directive?.id ?? null,
});

/** What one half has been typed of the households, the other has the rest of. */
export function withHouseholds(form: HalvesForm, at: At, typed: number | null, known: number | null): HalvesForm {
  const [one, two] = form.households;
  const rest = known !== null && typed !== null && typed <= known ? known - typed : at === 0 ? two : one;
  return { ...form, households: at === 0 ? [typed, rest] : [rest, typed] };
}

/** As the server takes it; whoever has left the team since is in neither half. */
export function halvesOf(form: HalvesForm, { type, people, tasks }: ToSplit): HalfInput[] {
  const there = people.map(({ person }) => person.id);
  const written = tasks.filter(({ id, whole }) => !whole && form.written.has(id));
  return both.map((at) => ({
    type,
    name: form.names[at].trim(),
    households: form.households[at] ?? 0,
    memberIds: there.filter((id) => form.places.get(id) === at),
    shares: written.map(({ id, target }) => {
      const first = form.written.get(id) ?? 0;
      return { taskId: id, target: at === 0 ? first : target - first };
    }),
  }));
}

const working = ({ households, memberIds, shares = [] }: HalfInput) => ({
  households,
  shares,
  hasTeam: memberIds.length > 0,
});

/** What each half is asked for of a task; null: it stays one, with whoever did it. */
export function targetsOf(form: HalvesForm, facts: ToSplit, task: ToSplit['tasks'][number]): [number, number] | null {
  const [one, two] = halvesOf(form, facts);
  if (task.whole || !one || !two) return null;
  // Before anybody is placed it is shown as if both had somebody.
  const hasTeam = form.places.size === 0 ? { hasTeam: true } : {};
  return splitTask(task, [
    { ...working(one), ...hasTeam },
    { ...working(two), ...hasTeam },
  ]);
}

export function gapsOf(form: HalvesForm, facts: ToSplit): SplitGap[] {
  const [one, two] = halvesOf(form, facts).map((half) => ({ ...half, shares: half.shares ?? [] }));
  const people = facts.people.map(({ person }) => person);
  return one && two ? splitGaps([one, two], { households: facts.households, people }) : [];
}

export const isNamed = ({ names }: HalvesForm): boolean => names.every((name) => name.trim() !== '');
