/** How one route is asked at one place, and the ways in which most of them are. */
import type { CallOptions } from '../app.ts';
import type { ActorKey, Spot } from './facts.ts';
import type { World } from './world.ts';

export type Ask = Omit<CallOptions, 'token'>;
export interface Probe {
  at: Spot;
  /** No place: whoever has the right somewhere is served, with what is within their own places. */
  anywhere?: true;
  /** Built once; all actors ask the same. */
  ask(world: World): Promise<Ask> | Ask;
  /** Some routes do not say that the thing exists: 404 instead of 403. */
  hidden?: true;
  /** Ids that the client makes, or that are looked for and left out when they are not there: unknown ones are no fault. */
  made?: readonly string[];
  /** People with the right at the place whom another rule holds back, with the code that says so. */
  heldBack?: Partial<Record<ActorKey, string>>;
}

/** What concerns the whole installation: the administrator at the top does it, none of a part. */
export const TOP: Spot = { unit: 'P', own: true };
export const A: Spot = { unit: 'A' };
export const a1: Spot = { unit: 'a1' };
export const A1: Spot = { unit: 'a1', team: 'A1' };
export const atUnit = (at: Spot, more: Ask = {}): Probe => ({
  at,
  ask: (world) => ({ params: { unitId: world.units[at.unit] }, ...more }),
});
export const ofTeam = (more: Ask = {}): Probe => ({
  at: A1,
  ask: (world) => ({ params: { teamId: world.teams.A1 }, ...more }),
});
export const ofTask = (stage: Parameters<World['task']>[0], body?: unknown, at: Spot = A1): Probe => ({
  at,
  ask: async (world) => ({ params: { taskId: (await world.task(stage)).taskId }, ...(body !== undefined && { body }) }),
});
export const ofAssignment = (more: (world: World) => Ask = () => ({})): Probe => ({
  at: A,
  ask: async (world) => ({ params: { assignmentId: await world.issue() }, ...more(world) }),
});
