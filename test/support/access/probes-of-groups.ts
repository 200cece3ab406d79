/** Asking about chat groups. */
import { v7 } from 'uuid';
import type { RouteId } from '#contracts';
import { sql } from '#platform/database';
import { A, A1, atUnit, ofTeam, type Probe } from './probe.ts';

const assetId = 'asset-of-a1';

export const groups = {
  groups: atUnit(A),
  unlinkGroup: ofTeam(),
  sendGroupName: {
    at: A,
    ask: (world) => ({ params: { unitId: world.units.A }, body: { teamIds: [world.teams.A1] } }),
  },
  previewGroupNames: {
    at: A,
    ask: (world) => ({ params: { unitId: world.units.A }, body: { teamIds: [world.teams.A1] } }),
  },
  groupSeats: { at: A, anywhere: true, ask: () => ({}) },
  /** Nothing is configured here: the answer is the group that stands on the seat already. */
  makeGroup: {
    at: A1,
    ask: async (world) => {
      await world.app.database.rows(
        sql`insert into group_chats (id, team_id, channel, address, title, asset_id, linked_at)
          values (${v7()}, ${world.teams.A1}, 'zalo-gmf', 'group1', 'CNS-Thôn 1', ${assetId}, ${world.app.clock.now()})
            on conflict do nothing`,
      );
      return { params: { teamId: world.teams.A1 }, body: { assetId } };
    },
  },
} satisfies Partial<Record<RouteId, Probe>>;
