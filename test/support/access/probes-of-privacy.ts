/** Asking about requests of people about their data. */
import { v7 } from 'uuid';
import type { RouteId } from '#contracts';
import type { DataRequestKind } from '#contracts/privacy/request-kinds';
import { sql } from '#platform/database';
import { buildMember } from '../people.ts';
import { A, atUnit, type Probe } from './probe.ts';
import type { World } from './world.ts';

/** Of somebody in team A1 who is known to ask. */
async function request({ app, teams, units }: World, kind: DataRequestKind): Promise<string> {
  const id = v7();
  const { id: personId } = await buildMember(app, { teamId: teams.A1, signedIn: false });
  const now = app.clock.now();
  await app.database.rows(
    sql`insert into data_requests (id, unit_id, no, person_id, kind, source, filed_by, received_at, due_on, verified_at, verified_how)
      select ${id}, ${units.A}, coalesce(max(no), 0) + 1, ${personId}, ${kind}, 'app', ${personId}, ${now}, '2022-06-23', ${now}, 'account'
        from data_requests where unit_id = ${units.A}`,
  );
  return id;
}
/** An erasing that somebody of another place has asked for. */
async function asked(world: World): Promise<string> {
  const id = await request(world, 'erase');
  const by = await buildMember(world.app, { teamId: world.teams.A1, signedIn: false });
  await world.app.database.rows(
    sql`update data_requests set erase_asked_by = ${by.id}, erase_asked_at = ${world.app.clock.now()}, erase_on = '2022-06-24',
        answer = 'Đã xóa' where id = ${id}`,
  );
  return id;
}
const ofAsked: Probe = { at: A, ask: async (world) => ({ params: { requestId: await asked(world) } }) };
const ofOne = (body?: object, kind: DataRequestKind = 'view'): Probe => ({
  at: A,
  ask: async (world) => ({ params: { requestId: await request(world, kind) }, ...(body && { body }) }),
});

export const privacy = {
  listDataRequests: atUnit(A),
  readDataRequest: ofOne(),
  dataRequestCopy: ofOne(),
  dataRequestOfficers: ofOne(),
  recordDataRequest: {
    at: A,
    ask: async ({ app, teams }) => ({
      params: { personId: (await buildMember(app, { teamId: teams.A1, signedIn: false })).id },
      body: { kind: 'view', receivedOn: '2022-06-21' },
    }),
  },
  verifyRequester: ofOne({ how: 'met' }),
  passOnDataRequest: {
    at: A,
    ask: async (world) => ({
      params: { requestId: await request(world, 'view') },
      body: { personId: world.people.focal.id },
    }),
  },
  answerDataRequest: ofOne({ answer: 'Xem ở mục Dữ liệu của tôi' }),
  refuseDataRequest: ofOne({ reason: 'Không rõ yêu cầu gì' }),
  eraseOnRequest: ofOne({ answer: 'Đã xóa' }, 'erase'),
  secondErasing: ofAsked,
  dropErasing: ofAsked,
} satisfies Partial<Record<RouteId, Probe>>;
