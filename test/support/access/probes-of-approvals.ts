/** Asking about what waits for a second officer: an order. */
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
  return { kind: 'order', order: await world.order({ shares }) };
}
const waiting = (heldBack: Probe['heldBack'], body?: unknown): Probe => ({
  at: A,
  ask: async (world) => {
    const { id: requestId } = await world.must('askSend', 'committee', { body: await bothTeams(world) });
    return { params: { requestId }, ...(body !== undefined && { body }) };
  },
  ...(heldBack && { heldBack }),
});
/** An administrator sends some kinds, orders not. Officers above may give orders in the commune, and are not officers of it. */
const notOrders = { admin: 'platform.denied' } as const;
const byAnother = {
  ...notOrders,
  committee: 'sendRequest.approverOnly',
  district: 'sendRequest.approverOnly',
  province: 'sendRequest.approverOnly',
} as const;
const byAsker = {
  ...notOrders,
  focal: 'sendRequest.askerOnly',
  district: 'sendRequest.askerOnly',
  province: 'sendRequest.askerOnly',
} as const;

export const approvals = {
  askSend: { at: A, ask: async (world) => ({ body: await bothTeams(world) }), heldBack: notOrders },
  listSendRequests: atUnit(A),
  readSendRequest: waiting(undefined),
  approveSend: waiting(byAnother, {}),
  refuseSend: waiting(byAnother, { reason: 'Gửi từng cụm' }),
  dropSendRequest: waiting(byAsker),
} satisfies Partial<Record<RouteId, Probe>>;
