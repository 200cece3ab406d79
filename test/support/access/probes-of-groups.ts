/** Asking about chat groups. */
import type { RouteId } from '#contracts';
import { A, atUnit, ofTeam, type Probe } from './probe.ts';

export const groups = {
  groups: atUnit(A),
  unlinkGroup: ofTeam(),
  sendGroupName: {
    at: A,
    ask: (world) => ({ params: { unitId: world.units.A }, body: { teamIds: [world.teams.A1] } }),
  },
  groupSeats: { at: A, anywhere: true, ask: () => ({}) },
  makeGroup: ofTeam({ body: { assetId: 'asset-000001' } }),
} satisfies Partial<Record<RouteId, Probe>>;
