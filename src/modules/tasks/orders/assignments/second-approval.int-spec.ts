import { randomUUID } from 'node:crypto';
import { routes } from '#contracts';
import { sql } from '#platform/database';
import { startApp, stopApps, type TestApp } from '../../../../../test/support/app.ts';
import { buildDirective, buildVillage, orderInput, type Village } from '../../../../../test/support/orders.ts';
import { buildOfficer, type TestPerson } from '../../../../../test/support/people.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startApp({ CLOCK: '2022-06-21T01:00:00Z', HOLD_SECONDS: '60' });
});
afterAll(stopApps);

/** A commune of three teams in which orders to more than two wait, and its second officer. */
async function strict({ second = true, above = 2 } = {}): Promise<{ village: Village; other: TestPerson }> {
  const village = await buildVillage(app, { hamlets: 3 });
  const other = await buildOfficer(app, {
    role: 'focal_officer',
    unitId: second ? village.communeId : village.districtId,
  });
  const { status, body } = await app.call(routes.setDatedRule, {
    token: village.officer.token,
    key: randomUUID(),
    params: { unitId: village.communeId },
    body: {
      value: { kind: 'secondApproval', isNeeded: true, measure: 'teams', above },
      from: '2022-06-21',
      directiveId: await buildDirective(app, village.communeId, '12/QĐ-UBND'),
    },
  });
  if (status !== 201) throw new Error(JSON.stringify(body));
  return { village, other };
}
const issue = (village: Village, changes: Record<string, unknown> = {}) =>
  app.call(routes.issueAssignment, { token: village.officer.token, body: orderInput(village, changes) as never });
const ask = (village: Village, changes: Record<string, unknown> = {}) =>
  app.call(routes.askSend, {
    token: village.officer.token,
    body: { kind: 'order', order: orderInput(village, changes) } as never,
  });
const decide = (
  route: 'approveSend' | 'refuseSend' | 'dropSendRequest',
  by: TestPerson,
  requestId: string,
  body?: object,
) => app.call(routes[route], { token: by.token, params: { requestId }, ...(body && { body: body as never }) });
const inbox = async (by: TestPerson) => (await app.call(routes.inbox, { token: by.token })).body.items;
const tasks = () => app.database.rows<{ n: number }>(sql`select count(*)::int as n from tasks`);

describe('an order to more than the rule allows', () => {
  it('waits for a second officer, who issues exactly what was read, in the name of who asked', async () => {
    const { village, other } = await strict();
    expect((await issue(village)).body).toMatchObject({ code: 'sendRequest.needed' });
    const plan = await app.call(routes.previewAssignment, {
      token: village.officer.token,
      body: orderInput(village) as never,
    });
    expect(plan.body).toMatchObject({
      needsSecondApprover: true,
      secondApproval: { measure: 'teams', above: 2, approvers: [{ id: other.id }] },
    });
    const [before] = await tasks();
    const asked = (await ask(village)).body;
    expect(asked).toMatchObject({
      kind: 'order',
      places: 3,
      people: 9,
      outcome: null,
      isOwn: true,
      mayDecide: false,
      change: null,
    });
    expect(await tasks()).toEqual([before]);
    await app.drain();
    expect((await inbox(other))[0]).toMatchObject({
      kind: 'sendAsked',
      page: `/send-requests/${asked.id}`,
      body: expect.stringContaining('3 tổ, 9 người'),
    });
    const waiting = await app.call(routes.listSendRequests, {
      token: other.token,
      params: { unitId: village.communeId },
    });
    expect(waiting.body).toMatchObject([{ id: asked.id, mayDecide: true, asked: { by: { id: village.officer.id } } }]);

    expect((await decide('approveSend', village.officer, asked.id, {})).body.code).toBe('sendRequest.approverOnly');
    const both = await Promise.all([0, 1].map(() => decide('approveSend', other, asked.id, {})));
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    const { resultId: assignmentId } = both.find(({ status }) => status === 200)?.body ?? {};
    const order = await app.call(routes.getAssignment, { token: other.token, params: { assignmentId } });
    expect(order.body).toMatchObject({ teams: 3, figures: { target: 60 }, issuedBy: { id: village.officer.id } });
    await app.drain();
    expect((await inbox(village.officer))[0]).toMatchObject({
      kind: 'sendApproved',
      page: `/assignments/${assignmentId}`,
    });
  });

  it('is given back with a reason, of which who asked hears, and no team does', async () => {
    const { village, other } = await strict();
    const { id } = (await ask(village)).body;
    expect((await decide('refuseSend', other, id, { reason: 'Gửi từng cụm' })).body).toMatchObject({
      outcome: 'refused',
      decided: { by: { id: other.id }, reason: 'Gửi từng cụm' },
      resultId: null,
    });
    await app.drain();
    expect((await inbox(village.officer))[0]).toMatchObject({
      kind: 'sendRefused',
      body: expect.stringContaining('Gửi từng cụm'),
    });
    expect(await inbox(village.teams[0]?.leader as TestPerson)).toEqual([]);
    expect((await decide('approveSend', other, id, {})).body.code).toBe('sendRequest.notOpen');
  });

  it('is void once what it was written in is changed; the same words again change nothing', async () => {
    const { village, other } = await strict();
    const params = { unitId: village.communeId, draftId: randomUUID() };
    const save = (content: object) =>
      app.call(routes.saveDraft, { token: village.officer.token, params, body: { title: 'Việc', content } as never });
    await save({ target: 60 });
    const { id } = (await ask(village, { draftId: params.draftId })).body;
    await save({ target: 60 });
    const read = async () =>
      (await app.call(routes.readSendRequest, { token: other.token, params: { requestId: id } })).body;
    expect((await read()).outcome).toBeNull();
    await save({ target: 61 });
    expect((await read()).outcome).toBe('dropped');
    expect((await decide('approveSend', other, id, {})).body.code).toBe('sendRequest.notOpen');
    const again = (await ask(village, { draftId: params.draftId })).body;
    expect((await decide('dropSendRequest', other, again.id)).body.code).toBe('sendRequest.askerOnly');
    expect((await decide('dropSendRequest', village.officer, again.id)).body.outcome).toBe('dropped');
  });

  it('does not grow past the rule by adding teams, and is not asked for where nobody else could approve it', async () => {
    const { village } = await strict();
    const [first, second, third] = village.teams;
    const small = { target: 40, shares: [first, second].map((team) => ({ teamId: team?.id, target: 20 })) };
    const order = await issue(village, small);
    expect(order.status).toBe(201);
    expect((await ask(village, { ...small, knowsOfSimilar: [order.body.id] })).body.code).toBe('sendRequest.notNeeded');
    const grown = await app.call(routes.changeAssignment, {
      token: village.officer.token,
      params: { assignmentId: order.body.id },
      body: { version: 1, reason: 'Thêm tổ', add: [{ teamId: third?.id as string, target: 5 }] },
    });
    expect(grown.body.code).toBe('sendRequest.needed');
    const alone = await strict({ second: false });
    expect((await ask(alone.village)).body.code).toBe('sendRequest.nobodyElse');
  });

  it('goes out at once where no rule holds', async () => {
    const village = await buildVillage(app, { hamlets: 3 });
    expect((await issue(village)).status).toBe(201);
  });
});
