/** Asking about invites on paper. */
import { buildMember } from '../people.ts';
import { A, A1, atUnit, ofTeam } from './probe.ts';
import { TODAY, type World } from './world.ts';

export const slips = {
  invitations: atUnit(A),
  teamInvitations: ofTeam(),
  printSlips: {
    at: A,
    ask: (world: World) => ({
      params: { unitId: world.units.A },
      body: { personIds: [world.people.member?.id], until: TODAY },
    }),
  },
  slipsFile: {
    at: A,
    ask: async (world: World) => ({
      params: {
        unitId: world.units.A,
        printId: (
          await world.must('printSlips', 'committee', {
            params: { unitId: world.units.A },
            body: {
              personIds: [(await buildMember(world.app, { teamId: world.teams.A1, signedIn: false })).id],
              until: TODAY,
            },
          })
        ).printId,
      },
    }),
  },
  showSlip: { at: A1, ask: (world: World) => ({ params: { personId: world.people.member.id }, body: {} }) },
};
