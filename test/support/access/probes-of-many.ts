/** Asking for acts on many teams, posts or units at once. */
import type { RouteId } from '#contracts';
import { buildTeam } from '../people.ts';
import { A, type Probe } from './probe.ts';
import { TODAY, type World } from './world.ts';

const decision = { number: '42/QĐ-UBND', signedOn: '2022-03-01', signer: 'Chủ tịch UBND xã' };

const postsOf = async (world: World) => ({
  postIds: [
    (
      await world.must('appointOfficer', 'admin', {
        params: { unitId: world.units.A },
        body: { fullName: 'Lê Văn Thôi', role: 'trainer', title: 'Giảng viên', from: '2022-06-01' },
      })
    ).id,
  ],
  lastDay: TODAY,
});
const appointed = (world: World) => ({
  from: TODAY,
  posts: [{ place: { communeId: world.units.A }, fullName: 'Lê Văn Mới' }],
});

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
  previewPostEnds: {
    at: A,
    made: ['postIds'],
    ask: async (world) => ({ params: { unitId: world.units.A }, body: await postsOf(world) }),
  },
  endPosts: {
    at: A,
    made: ['postIds'],
    ask: async (world) => ({
      params: { unitId: world.units.A },
      body: { ...(await postsOf(world)), basis: '12/QĐ-UBND' },
    }),
  },
  previewAppointments: {
    at: A,
    made: ['communeId'],
    ask: (world) => ({ params: { unitId: world.units.A }, body: appointed(world) }),
  },
  appointMany: {
    at: A,
    made: ['communeId'],
    ask: (world) => ({ params: { unitId: world.units.A }, body: { ...appointed(world), basis: '12/QĐ-UBND' } }),
  },
  previewUnitClosings: {
    at: A,
    made: ['unitIds'],
    ask: async (world) => ({
      params: { unitId: world.units.A },
      body: { unitIds: [await world.hamlet('Thôn 41')], to: TODAY },
    }),
  },
  closeUnits: {
    at: A,
    made: ['unitIds'],
    ask: async (world) => ({
      params: { unitId: world.units.A },
      body: { unitIds: [await world.hamlet('Thôn 42')], to: TODAY, basis: 'Nghị quyết' },
    }),
  },
  previewHamletClosings: {
    at: A,
    made: ['unitIds'],
    ask: async (world) => ({
      params: { unitId: world.units.A },
      body: { unitIds: [await world.hamlet('Thôn 43')], to: TODAY },
    }),
  },
  closeHamlets: {
    at: A,
    made: ['unitIds'],
    ask: async (world) => ({
      params: { unitId: world.units.A },
      body: { unitIds: [await world.hamlet('Thôn 44')], to: TODAY, directiveId: world.directives.A },
    }),
  },
} satisfies Partial<Record<RouteId, Probe>>;
