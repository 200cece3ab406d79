/** Asking about orders that wait for a second officer. */
import { v7 } from 'uuid';
import type { RouteId } from '#contracts';
import { sql } from '#platform/database';
import { A, atUnit, type Probe } from './probe.ts';
import type { World } from './world.ts';

/** In commune A an order to both of its teams waits; one to a single team is sent at once, as all others are that are asked about. */
async function bothTeams(world: World) {
  const { units, directives, teams, app } = world;
  await world.endOpenWork();
  await app.database.rows(
    sql`insert into second_approval_rules (id, unit_id, is_needed, measure, above, directive_id, validity)
      select ${v7()}, ${units.A}, true, 'teams', 1, ${directives.A}, '[2022-01-01,)'
       where not exists (select 1 from second_approval_rules where unit_id = ${units.A})`,
  );
  const shares = [teams.A1, teams.A2].map((teamId) => ({ teamId, target: 10 }));
  return world.order({ shares });
}
const waiting = (heldBack: Probe['heldBack'], body?: unknown): Probe => ({
  at: A,
  ask: async (world) => {
    const { id: requestId } = await world.must('askOrder', 'committee', { body: await bothTeams(world) });
    return { params: { requestId }, ...(body !== undefined && { body }) };
  },
  ...(heldBack && { heldBack }),
});
/** Officers above may give orders in the commune, and are not officers of it. */
const byAnother = {
  committee: 'orderRequest.approverOnly',
  district: 'orderRequest.approverOnly',
  province: 'orderRequest.approverOnly',
} as const;
const byAsker = {
  focal: 'orderRequest.askerOnly',
  district: 'orderRequest.askerOnly',
  province: 'orderRequest.askerOnly',
} as const;

export const approvals = {
  askOrder: { at: A, ask: async (world) => ({ body: await bothTeams(world) }) },
  listOrderRequests: atUnit(A),
  readOrderRequest: waiting(undefined),
  approveOrder: waiting(byAnother, {}),
  refuseOrder: waiting(byAnother, { reason: 'Gửi từng cụm' }),
  dropOrderRequest: waiting(byAsker),
} satisfies Partial<Record<RouteId, Probe>>;
