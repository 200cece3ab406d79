/**
 * The table of roles (facts.ts) around the day of a reform: who stands where on the day before and from the day on, written out
 * from what the reform lays down. Commune B goes whole into the new N; of A hamlet a1 goes to N, a2 to C in the other district.
 */
import type { Action } from '#contracts';
import { type ActorFact, type ActorKey, actors, rights, type TeamKey, type UnitKey } from './facts.ts';

export const REFORM_DAY = '2022-07-01';
export type PlaceKey = UnitKey | 'N';
export interface Place {
  unit: PlaceKey;
  team?: TeamKey;
}
interface Post extends Omit<ActorFact, 'unit' | 'ended'> {
  unit: PlaceKey;
}
export interface Stand {
  /** Units with what is above each; one that has ended keeps its last place, for those who stood above it. */
  above: Partial<Record<PlaceKey, readonly PlaceKey[]>>;
  posts: Record<ActorKey, readonly Post[]>;
  /** Communes of which somebody held a post when they ended: their past is read for some days. */
  past: Partial<Record<ActorKey, PlaceKey>>;
  /** What an ended commune became, where it went over whole. */
  heirs: Partial<Record<PlaceKey, PlaceKey>>;
}

/** Reads of an ended unit's past: for whoever held a post in it, and, with its roster, for whoever has all that it became. */
const ofThePast = ['unit.read', 'unit.browse', 'register.read', 'team.read', 'report.read'];

const D1 = ['D1', 'P'] as const;
const D2 = ['D2', 'P'] as const;
const upper = { P: [], D1: ['P'], D2: ['P'], C: D2, c1: ['C', ...D2] } as const;
const everybody = Object.keys(actors) as ActorKey[];
const postsBefore = Object.fromEntries(
  everybody.map((key) => {
    const fact: ActorFact | undefined = actors[key];
    return [key, fact && !fact.ended ? [fact] : []];
  }),
) as unknown as Stand['posts'];

export const before: Stand = {
  above: { ...upper, A: D1, B: D1, a1: ['A', ...D1], a2: ['A', ...D1], b1: ['B', ...D1] },
  posts: postsBefore,
  past: {},
  heirs: {},
};
/** Who goes on: A's focal officer in N, B's in C. The others of A and B end with their commune. */
export const goOn = { focal: 'N', focalB: 'C' } as const;
export const after: Stand = {
  above: { ...upper, A: D1, B: D1, N: D1, a1: ['N', ...D1], b1: ['N', ...D1], a2: ['C', ...D2] },
  posts: {
    ...postsBefore,
    committee: [],
    committeeB: [],
    focal: [{ role: 'focal_officer', unit: goOn.focal }],
    focalB: [{ role: 'committee_member', unit: goOn.focalB }],
  },
  past: { committee: 'A', focal: 'A', committeeB: 'B', focalB: 'B' },
  heirs: { B: 'N' },
};

/** The rule of facts.ts, with the places and posts of a day. In what was not there yet nobody may anything. */
export function mayOn(stand: Stand, key: ActorKey, action: Action, place: Place): boolean {
  if (!stand.above[place.unit]) return false;
  return mayToday(stand, key, action, place) || mayReadPast(stand, key, action, place);
}

/** Of the very unit alone: what stood below it is another's now. */
function mayReadPast({ past, heirs, posts }: Stand, key: ActorKey, action: Action, { unit, team }: Place): boolean {
  const isRead = ofThePast.includes(action);
  if (isRead && !team && past[key] === unit) return true;
  const isHeir = posts[key].some(
    (post) => !post.team && post.unit === heirs[unit] && rights[post.role].includes(action),
  );
  return isHeir && (isRead || action === 'roster.export');
}

function mayToday({ above, posts }: Stand, key: ActorKey, action: Action, place: Place): boolean {
  const lineOf = (unit: PlaceKey): readonly PlaceKey[] => [unit, ...(above[unit] ?? [])];
  return posts[key].some(({ role, unit, team }) => {
    if (!rights[role].includes(action)) return false;
    const below = lineOf(place.unit).includes(unit);
    if (action === 'unit.read') return below || lineOf(unit).includes(place.unit);
    if (action === 'unit.browse' || action === 'register.read') return below;
    return team ? team === place.team : below;
  });
}

export const placesOn = ({ above }: Stand): Place[] => {
  const teams: Record<string, TeamKey> = { a1: 'A1', a2: 'A2', b1: 'B1', c1: 'C1' };
  // A place of a team's hamlet where the question is about the team, and where it is about the hamlet alone.
  return (['P', 'D1', 'D2', 'A', 'B', 'C', 'N', 'a1', 'a2', 'b1', 'c1'] as const).flatMap((unit) => {
    const team = teams[unit];
    return above[unit] && team ? [{ unit }, { unit, team }] : [{ unit }];
  });
};
