/** A big reform a part at a time: by the place where units stand before or after it, or by what is typed. Pure. */
import { foldMarks } from '#i18n/fold';
import { compareNames } from '../../../ui/vietnamese-order.ts';
import { isOpenTarget, lineName, type Target } from './flow-targets.ts';
import type { Line } from '../reform-looks.ts';

/** More lines than that are not drawn at once. */
const DRAWN_WHOLE = 60;
const NOWHERE = '-';

export interface Place {
  /** Of the unit above, or # and the line of one that is new itself; a dash where none is known. */
  id: string;
  name: string;
  targets: number;
  open: number;
}

export const isBig = (targets: readonly Target[]): boolean =>
  targets.reduce((sum, { line, parts }) => sum + parts.length + Number(line.kind === 'keep' || !parts.length), 0) >
  DRAWN_WHOLE;

interface Found {
  name: string;
  /** Below what it stands, where that is known. */
  within: string | null;
}

/** Where a unit of the day stands and stood, and what goes into it did. The reform's own unit is all of it, so no place. */
function placesBy(targets: readonly Target[], rootId: string): (target: Target) => Map<string, Found> {
  const heirs = new Map(targets.map(({ line }) => [line.position, line]));
  return ({ line, parts }) => {
    const above = heirs.get(line.parentPosition ?? 0);
    const found = new Map<string, Found>();
    if (line.parent) found.set(line.parent.id, { name: line.parent.fullName, within: null });
    for (const { stands, standsIn } of [line, ...parts])
      if (stands) found.set(stands.id, { name: stands.fullName, within: standsIn });
    found.delete(rootId);
    return above ? found.set(`#${above.position}`, { name: lineName(above), within: null }) : found;
  };
}

/** In a country two districts have one name: those say in which province they are. */
function toldApart(places: readonly (Place & Found)[]): Place[] {
  const namesakes = new Map<string, number>();
  for (const { name } of places) namesakes.set(name, (namesakes.get(name) ?? 0) + 1);
  return places.map(({ within, ...place }) =>
    within && namesakes.get(place.name)! > 1 ? { ...place, name: `${place.name} (${within})` } : place,
  );
}

/** Those where something is open stand first. */
export function placesOf(targets: readonly Target[], rootId: string): Place[] {
  const of = placesBy(targets, rootId);
  const places = new Map<string, Place & Found>();
  for (const target of targets) {
    const found = of(target);
    for (const [id, names] of found.size > 0 ? found : [[NOWHERE, { name: '', within: null }] as const]) {
      const { targets: n, open } = places.get(id) ?? { targets: 0, open: 0 };
      places.set(id, { id, ...names, targets: n + 1, open: open + Number(isOpenTarget(target)) });
    }
  }
  return toldApart([...places.values()]).sort(
    (a, b) =>
      Number(b.open > 0) - Number(a.open > 0) ||
      Number(a.id === NOWHERE) - Number(b.id === NOWHERE) ||
      compareNames(a.name, b.name),
  );
}

export function targetsIn(targets: readonly Target[], placeId: string, rootId: string): Target[] {
  const of = placesBy(targets, rootId);
  return targets.filter((target) => {
    const found = of(target);
    return placeId === NOWHERE ? found.size === 0 : found.has(placeId);
  });
}

const wordsOf = (line: Line): string =>
  foldMarks([line.code, lineName(line), line.unit?.fullName].filter(Boolean).join(' '));

/** By name or code of a unit of the day or of what goes into it, without marks. */
export function targetsNamed(targets: readonly Target[], text: string): Target[] {
  const words = foldMarks(text);
  return targets.filter(({ line, parts }) => [line, ...parts].some((one) => wordsOf(one).includes(words)));
}

/** How many units there are before the day in what is shown. */
export const countOld = (targets: readonly Target[]): number =>
  new Set(
    targets.flatMap(({ line, parts }) =>
      [...(line.kind === 'keep' ? [line] : []), ...parts].map(({ unit, position }) => unit?.id ?? position),
    ),
  ).size;

export type Heirs = ReadonlyMap<string, readonly Target[]>;
/** Of each unit whatever takes of it, itself where it goes on. */
export function heirsByUnit(targets: readonly Target[]): Heirs {
  const heirs = new Map<string, Target[]>();
  for (const target of targets)
    for (const { unit } of [...(target.line.kind === 'keep' ? [target.line] : []), ...target.parts])
      if (unit) heirs.set(unit.id, [...(heirs.get(unit.id) ?? []), target]);
  return heirs;
}

export interface Drawing {
  /** What stands on the left; of a unit that goes on itself first. */
  rows: readonly Line[];
  /** It goes on, and parts of it leave it. */
  gives: boolean;
  /** A divided unit's other branches, by its place on the left. */
  forks: readonly { row: number; to: Target }[];
  /** Where those go, which is drawn elsewhere. */
  others: readonly Target[];
}

/** @param shown positions of what is drawn as well: only what leads out of that is a fork */
export function drawingOf(target: Target, heirs: Heirs, shown: ReadonlySet<number>): Drawing {
  const away = ({ kind, unit }: Line): Target[] =>
    kind === 'merge' ? [] : (heirs.get(unit?.id ?? '') ?? []).filter(({ line }) => !shown.has(line.position));
  const gives = target.line.kind === 'keep' && away(target.line).length > 0;
  const rows = target.line.kind === 'keep' ? [target.line, ...target.parts] : target.parts;
  const forks = rows.flatMap((line, row) => away(line).map((to) => ({ row, to })));
  return { rows, gives, forks, others: [...new Set(forks.map(({ to }) => to))] };
}

/** In which of these places to look for it. */
export function placeNameOf({ line, parts }: Target, places: readonly Place[]): string | null {
  const ids = [line.stands, line.parent, ...parts.map(({ stands }) => stands)].map((unit) => unit?.id);
  const found = ids.find((id) => places.some((place) => place.id === id));
  return places.find(({ id }) => id === found)?.name ?? null;
}
