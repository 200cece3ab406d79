/** Asking for acts on many teams at once. */
import type { RouteId } from '#contracts';
import { buildTeam } from '../people.ts';
import { A, type Probe } from './probe.ts';
import { TODAY } from './world.ts';

const decision = { number: '42/QĐ-UBND', signedOn: '2022-03-01', signer: 'Chủ tịch UBND xã' };

/** Teams of elsewhere are not among those that the unit's list has: nothing is done of them. */
export const many = {
  previewDissolutions: {
    at: A,
    made: ['only'],
    ask: (world) => ({
      params: { unitId: world.units.A },
      body: { teams: { only: [world.teams.A1] }, from: TODAY },
    }),
  },
  dissolveTeams: {
    at: A,
    made: ['only'],
    ask: async (world) => ({
      params: { unitId: world.units.A },
      body: {
        ...decision,
        from: TODAY,
        teams: { only: [await buildTeam(world.app, { unitId: await world.hamlet('Thôn 5') })] },
      },
    }),
  },
  giveSupport: {
    at: A,
    made: ['only', 'personIds'],
    ask: (world) => ({
      params: { unitId: world.units.A },
      body: { teams: { only: [world.teams.A1] }, personIds: [world.people.committee.id] },
    }),
  },
} satisfies Partial<Record<RouteId, Probe>>;
