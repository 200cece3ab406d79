/** Asking about works that are given anew each month. */
import type { RouteId } from '#contracts';
import { A, type Ask, atUnit, type Probe } from './probe.ts';

const ofSeries = (more: Ask = {}): Probe => ({
  at: A,
  ask: async (world) => ({ params: { seriesId: await world.issue({ recurrence: 'monthly' }) }, ...more }),
});

export const series = {
  listOrderSeries: atUnit(A),
  nextOfSeries: ofSeries(),
  setNextOfSeries: ofSeries({ body: { version: 1, title: null, dueDay: 5, target: null, withNewTeams: false } }),
} satisfies Partial<Record<RouteId, Probe>>;
