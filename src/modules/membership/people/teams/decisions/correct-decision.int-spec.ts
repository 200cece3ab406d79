import { sql } from '#platform/database';
import { routes } from '#contracts';
import { startApp, stopApps, type TestApp } from '../../../../../../test/support/app.ts';
import { buildVillage, issueOrder, type Village } from '../../../../../../test/support/orders.ts';
import { buildOfficer, buildTeam } from '../../../../../../test/support/people.ts';

let app: TestApp;
let village: Village;
beforeAll(async () => {
  app = await startApp({ CLOCK: '2022-06-21T01:00:00Z' });
});
beforeEach(async () => {
  app.clock.set(new Date('2022-06-21T01:00:00Z'));
  village = await buildVillage(app, { hamlets: 3 });
});
afterAll(stopApps);

/** As the builders record it: signed on 1 January 2022, when the team and its members began. */
const stored = { number: '42/QĐ-UBND', signedOn: '2022-01-01', signer: 'Chủ tịch UBND xã' };
const teamId = (i = 0) => village.teams[i]?.id as string;
const read = async (i = 0, at?: string) =>
  (
    await app.call(routes.getTeam, {
      token: village.officer.token,
      params: { teamId: teamId(i) },
      ...(at && { query: { at } }),
    })
  ).body;
const decisionOf = async (i = 0, kind = 'establish') =>
  (await read(i)).decisions.find((one: { kind: string }) => one.kind === kind);
async function correct(body: object, { i = 0, kind = 'establish', token = village.officer.token } = {}) {
  const { id, version, number, signedOn, signer } = await decisionOf(i, kind);
  return app.call(routes.correctDecision, {
    token,
    params: { teamId: teamId(i), decisionId: id },
    body: { number, signedOn, signer, version, reason: 'Gõ nhầm', ...body },
  });
}
const history = async (i = 0, token = village.officer.token) =>
  app.call(routes.decisionCorrections, {
    token,
    params: { teamId: teamId(i), decisionId: (await decisionOf(i)).id },
  });
const refused = (code: string, details: object) => ({ body: { code: `membership.${code}`, details: [details] } });

describe("a team's decision", () => {
  it('is put right with the reason; what stood there, by whom and when can be read', async () => {
    const first = await correct({ number: '12/QĐ-UBND' });
    expect(first).toMatchObject({ status: 200, body: { decision: { ...stored, number: '12/QĐ-UBND' } } });
    app.clock.set(new Date('2022-06-22T01:00:00Z'));
    await correct({ number: '21/QĐ-UBND', signer: 'Phó Chủ tịch UBND xã', reason: 'Đảo số' });
    const by = { id: village.officer.id, fullName: village.officer.fullName, position: 'Cán bộ' };
    expect((await history()).body).toEqual([
      {
        before: { ...stored, number: '12/QĐ-UBND' },
        after: { ...stored, number: '21/QĐ-UBND', signer: 'Phó Chủ tịch UBND xã' },
        reason: 'Đảo số',
        by,
        at: expect.stringMatching(/^2022-06-22T01:00/),
      },
      {
        before: stored,
        after: { ...stored, number: '12/QĐ-UBND' },
        reason: 'Gõ nhầm',
        by,
        at: expect.stringMatching(/^2022-06-21T01:00/),
      },
    ]);
    expect(await decisionOf()).toMatchObject({ number: '21/QĐ-UBND', version: 3 });
    const trail = await app.database.rows(
      sql`select changes, actor_id from outbox where name = 'membership.decision-corrected' and payload->>'teamId' = ${teamId()}
        order by id`,
    );
    expect(trail).toEqual([
      { changes: { fields: ['number'], reason: 'Gõ nhầm' }, actor_id: village.officer.id },
      { changes: { fields: ['number', 'signer'], reason: 'Đảo số' }, actor_id: village.officer.id },
    ]);
    await expect(app.database.rows(sql`update decision_corrections set reason = 'x'`)).rejects.toThrow('are history');
  });

  it('is corrected by those who may record it, within their own units, and read by the team', async () => {
    const { leader } = village.teams[0] as Village['teams'][number];
    const neighbour = await buildVillage(app, { hamlets: 1, commune: 'Dân Lý' });
    const district = await buildOfficer(app, { role: 'district_officer', unitId: village.districtId });
    for (const token of [leader.token, neighbour.officer.token, district.token])
      expect(await correct({ number: '21/QĐ-UBND' }, { token })).toMatchObject({
        status: 403,
        body: { code: 'platform.denied' },
      });
    expect((await history(0, leader.token)).status).toBe(200);
    expect((await history(0, neighbour.officer.token)).body.code).toBe('platform.denied');
    const { id } = await decisionOf(1);
    const params = { teamId: teamId(0), decisionId: id };
    const body = { ...stored, number: '21/QĐ-UBND', version: 1, reason: 'Gõ nhầm' };
    const answers = [
      await app.call(routes.correctDecision, { token: village.officer.token, params, body }),
      await app.call(routes.decisionCorrections, { token: village.officer.token, params }),
    ];
    expect(answers.map((answer) => [answer.status, answer.body.code])).toEqual([
      [404, 'membership.decisionNotFound'],
      [404, 'membership.decisionNotFound'],
    ]);
  });

  it('is not overwritten by who saw an older version, and not without a reason or a difference', async () => {
    const { body } = await correct({ number: '21/QĐ-UBND', reason: ' ' });
    expect(body).toMatchObject({ code: 'input.invalid', details: [{ path: 'reason' }] });
    expect((await correct({})).body.code).toBe('membership.decisionSame');
    await correct({ number: '21/QĐ-UBND' });
    expect(await correct({ number: '31/QĐ-UBND', version: 1 })).toMatchObject({
      status: 409,
      body: { code: 'membership.decisionChanged', details: [{ params: { version: 2 } }] },
    });
    const side = await Promise.all([
      correct({ number: '51/QĐ-UBND', version: 2 }),
      correct({ number: '52/QĐ-UBND', version: 2 }),
    ]);
    expect(side.map(({ status }) => status).sort()).toEqual([200, 409]);
  });
});

describe('the day of signature', () => {
  it('moves the beginning of the team and of those who were there from the first day', async () => {
    expect((await read(0, '2021-12-20')).members).toEqual([]);
    await correct({ signedOn: '2021-12-15' });
    const before = await read(0, '2021-12-20');
    expect([before.status, before.members.length]).toEqual(['active', 3]);
    await correct({ signedOn: '2022-02-01' });
    expect((await read()).members.map(({ from }: { from: string }) => from)).toEqual(Array(3).fill('2022-02-01'));
  });

  it('leaves alone a team that began on another day than that of the signature', async () => {
    await app.database.rows(sql`update teams set validity = '[2022-03-01,)' where id = ${teamId()}`);
    await correct({ signedOn: '2021-12-15' });
    const [{ validity } = { validity: '' }] = await app.database.rows<{ validity: string }>(
      sql`select validity::text as validity from teams where id = ${teamId()}`,
    );
    expect(validity).toBe('[2022-03-01,)');
  });

  it('is not in the future, and not after work of the team', async () => {
    const path = 'signedOn';
    expect(await correct({ signedOn: '2022-06-22' })).toMatchObject(refused('decisionInFuture', { path }));
    expect((await correct({ signedOn: '2022-06-21' })).status).toBe(200);
    await correct({ signedOn: '2022-05-01' });
    app.clock.set(new Date('2022-06-01T01:00:00Z'));
    await issueOrder(app, village);
    app.clock.set(new Date('2022-06-21T01:00:00Z'));
    const params = { on: '2022-06-01', team: 'Thôn 1' };
    expect(await correct({ signedOn: '2022-06-02' })).toMatchObject(refused('decisionAfterWork', { path, params }));
    expect((await correct({ signedOn: '2022-06-01' })).status).toBe(200);
  });

  it('is not after somebody has left the team', async () => {
    const { body } = await app.call(routes.endMember, {
      token: village.officer.token,
      params: { teamId: teamId(), memberId: (await read()).members[2].id },
      body: { lastDay: '2022-03-10' },
    });
    expect(body.code).toBeUndefined();
    expect(await correct({ signedOn: '2022-03-11' })).toMatchObject(
      refused('decisionAfterWork', { params: { on: '2022-03-10' } }),
    );
    expect((await correct({ signedOn: '2022-03-10' })).status).toBe(200);
  });

  it('does not reach into the time of the team before it', async () => {
    const value1 = teamId();
    await app.database.rows(
      sql`with moved as (update teams set validity = '[2022-02-01,)' where id = ${value1})
       update establishing_decisions set signed_on = '2022-02-01' where team_id = ${value1}`,
    );
    const earlier = await buildTeam(app, {
      unitId: village.teams[0]?.unitId as string,
      validity: '[2021-06-01,2022-01-15)',
    });
    await app.database.rows(sql`update teams set status = 'dissolved' where id = ${earlier}`);
    expect(await correct({ signedOn: '2022-01-14' })).toMatchObject(
      refused('hamletHasTeam', { path: 'signedOn', params: { teamId: earlier } }),
    );
    expect((await correct({ signedOn: '2022-01-15' })).status).toBe(200);
  });

  it('keeps its order: set up, then changed, then dissolved', async () => {
    await app.call(routes.dissolveTeam, {
      token: village.officer.token,
      params: { teamId: teamId() },
      body: { number: '70/QĐ-UBND', signedOn: '2022-06-01', signer: 'Chủ tịch UBND xã', from: '2022-06-10' },
    });
    const team = 'Thôn 1';
    expect(await correct({ signedOn: '2022-06-02' })).toMatchObject(
      refused('decisionOutOfOrder', { params: { number: '70/QĐ-UBND', on: '2022-06-01' } }),
    );
    expect(await correct({ signedOn: '2021-12-31' }, { kind: 'dissolve' })).toMatchObject(
      refused('decisionOutOfOrder', { path: 'signedOn', params: { number: '42/QĐ-UBND', on: '2022-01-01', team } }),
    );
    const right = await correct({ number: '71/QĐ-UBND', signedOn: '2022-05-30' }, { kind: 'dissolve' });
    expect(right).toMatchObject({ status: 200, body: { status: 'dissolved' } });
  });
});

describe('a decision that dissolves', () => {
  it('gives its corrected number as the reason of what is cancelled on the day of the end', async () => {
    await app.call(routes.dissolveTeam, {
      token: village.officer.token,
      params: { teamId: teamId() },
      body: { number: '70/QĐ-UBND', signedOn: '2022-06-01', signer: 'Chủ tịch UBND xã', from: '2022-07-10' },
    });
    expect((await correct({ number: '71/QĐ-UBND' }, { kind: 'dissolve' })).status).toBe(200);
    expect(await app.database.rows(sql`select reason from team_endings where team_id = ${teamId()}`)).toEqual([
      { reason: '71/QĐ-UBND' },
    ]);
  });
});

describe('one paper of many teams', () => {
  it('is put right in all teams of the commune at once, and only there where it was asked for', async () => {
    const neighbour = await buildVillage(app, { hamlets: 1, commune: 'Dân Lý' });
    expect(await decisionOf()).toMatchObject({ teams: 3 });
    await correct({ number: '43/QĐ-UBND' }, { i: 2 });
    expect(await decisionOf()).toMatchObject({ teams: 2 });
    await correct({ number: '21/QĐ-UBND', signedOn: '2021-12-15', everywhere: true });
    const numbers = await Promise.all([0, 1, 2].map(async (i) => (await decisionOf(i)).number));
    expect(numbers).toEqual(['21/QĐ-UBND', '21/QĐ-UBND', '43/QĐ-UBND']);
    expect((await history(1)).body).toMatchObject([{ before: stored, reason: 'Gõ nhầm' }]);
    expect((await read(1, '2021-12-20')).members).toHaveLength(3);
    const [other] = await app.database.rows(
      sql`select number from establishing_decisions where team_id = ${neighbour.teams[0]?.id}`,
    );
    expect(other).toEqual({ number: '42/QĐ-UBND' });
  });

  it('is refused as a whole where the day contradicts one of them, by name', async () => {
    app.clock.set(new Date('2022-05-01T01:00:00Z'));
    await issueOrder(app, village, { shares: [{ teamId: teamId(1), target: 20 }], target: 20 });
    app.clock.set(new Date('2022-06-21T01:00:00Z'));
    expect(await correct({ signedOn: '2022-06-01', everywhere: true })).toMatchObject(
      refused('decisionAfterWork', { params: { on: '2022-05-01', team: 'Thôn 2' } }),
    );
    expect(await decisionOf()).toMatchObject({ ...stored, version: 1 });
  });

  it('that changed two places of one team stands there once', async () => {
    const replace = async (n: number) =>
      app.call(routes.replaceMember, {
        token: village.officer.token,
        params: { teamId: teamId(), memberId: (await read()).members[n].id },
        body: {
          fullName: `Lê Thị Thay ${n}`,
          role: n === 0 ? 'leader' : 'member',
          from: '2022-06-01',
          decision: { number: '55/QĐ-UBND', signedOn: '2022-05-30', signer: 'Chủ tịch UBND xã' },
        },
      });
    await replace(0);
    expect((await replace(2)).status).toBe(200);
    const { body } = await correct({ number: '56/QĐ-UBND' }, { kind: 'change' });
    const changes = body.decisions.filter((one: { kind: string }) => one.kind === 'change');
    expect(changes).toMatchObject([{ number: '56/QĐ-UBND', version: 2, teams: 1 }]);
  });
});
