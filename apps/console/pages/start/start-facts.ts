/** What each step of a province's first days has reached: derived, nothing is ticked by hand. */
import { isInvited } from '#contracts/access/inviting';
import type { Lack } from '#contracts/access/readiness';
import type { Schemas } from '../../api/client.ts';

export type Readiness = Schemas['Readiness'];
export const stepIds = ['units', 'offices', 'officers', 'rules', 'channels', 'roster', 'invite', 'order'] as const;
export type StepId = (typeof stepIds)[number];
export type StepState = 'done' | 'todo' | 'doing' | 'later' | 'blocked';

export interface Facts {
  readiness: Readiness;
  posts: { all: number; vacant: number; never: number };
  /** Names of the channels that work. */
  channels: readonly string[];
  hasOrder: boolean;
  /** Nobody has said yet of whom a second factor is required, and the reader may. */
  lacksFactorRule: boolean;
}

export const communesOf = ({ counts }: Readiness): number => Object.values(counts).reduce((sum, n) => sum + n, 0);
export const readyOf = ({ counts }: Readiness): number => counts.none ?? 0;

/** Who is in no list cannot be invited. Done long before the last one: somebody is always new. */
function invited({ members, opened, invitedPercent: donePercent }: Readiness): StepState {
  if (members === 0) return 'todo';
  if (isInvited({ opened, of: members }, { donePercent })) return 'done';
  return opened > 0 ? 'doing' : 'todo';
}

/** Without a commune nothing else can begin. */
function reached({ readiness, posts, channels, hasOrder }: Facts, id: StepId): StepState {
  const communes = communesOf(readiness);
  if (id === 'units') return communes > 0 ? 'done' : 'todo';
  if (communes === 0) return 'blocked';
  const withTeams = readiness.communes.filter(({ teams }) => teams > 0).length || readyOf(readiness);
  switch (id) {
    case 'offices':
      return readiness.withoutOffice === 0 ? 'done' : 'todo';
    case 'officers':
      return posts.vacant === 0 ? 'done' : 'todo';
    case 'rules':
      return readiness.directives > 0 ? 'done' : 'todo';
    case 'channels':
      return channels.length > 0 ? 'done' : 'todo';
    case 'roster':
      return withTeams === communes ? 'done' : withTeams > 0 ? 'doing' : 'todo';
    case 'invite':
      return invited(readiness);
    case 'order':
      // An order of before, where no commune can be given work today, is not the end of the way.
      if (!hasOrder) return 'todo';
      return readyOf(readiness) > 0 ? 'done' : 'doing';
  }
}

export function stateOf(facts: Facts, id: StepId, putOff: ReadonlySet<StepId>): StepState {
  const state = reached(facts, id);
  return state !== 'done' && state !== 'blocked' && putOff.has(id) ? 'later' : state;
}

/** The one step whose button is filled: the first that keeps any commune from its first order, the order, then what is left. */
export function nextStep(facts: Facts, putOff: ReadonlySet<StepId>): StepId {
  const isOpen = (id: StepId) => ['todo', 'doing'].includes(stateOf(facts, id, putOff));
  if (readyOf(facts.readiness) > 0 && !facts.hasOrder) return 'order';
  if (facts.hasOrder && isOpen('invite')) return 'invite';
  if (readyOf(facts.readiness) > 0) return stepIds.find(isOpen) ?? 'order';
  return stepIds.find((id) => id !== 'channels' && id !== 'offices' && isOpen(id)) ?? 'order';
}

export const lackOrder: readonly Exclude<Lack, 'none'>[] = ['focal', 'entry', 'roster', 'invite'];

export const namesLacking = ({ communes }: Readiness, lack: Lack): string[] =>
  communes.filter(({ lacks }) => lacks === lack).map(({ unit }) => unit.name);
