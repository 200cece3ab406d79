import sharp from 'sharp';
import { type RouteId, routes } from '#contracts';
import { sql } from '#platform/database';
import { startApp, stopApps, type TestApp } from '../../../../../../test/support/app.ts';
import { buildVillage, issueOrder, type Village } from '../../../../../../test/support/orders.ts';
import { buildMember, buildTeam } from '../../../../../../test/support/people.ts';

let app: TestApp;
let village: Village;
const NOW = new Date('2022-06-21T01:00:00Z');
beforeAll(async () => {
  app = await startApp({ CLOCK: NOW.toISOString() });
});
beforeEach(async () => {
  app.clock.set(NOW);
  village = await buildVillage(app, { hamlets: 3 });
});
afterAll(stopApps);

const paper = { number: '42/QĐ-UBND', signedOn: '2022-01-01', signer: 'Chủ tịch UBND xã' };
const pdf = Buffer.from('%PDF-1.7\nscan\n%%EOF\n');
const teamId = (i = 0) => village.teams[i]?.id as string;
const as = (token: string) => (id: RouteId, params: Record<string, string>, body?: object | Buffer, query?: object) =>
  app.call(routes[id], {
    token,
    params,
    ...(body && { body }),
    ...(query && { query: query as Record<string, string> }),
  });
const officer: ReturnType<typeof as> = (...call) => as(village.officer.token)(...call);
const attach = (body: object) => officer('attachDecisionToTeams', { unitId: village.communeId }, body);
const read = async (id = teamId()) => (await officer('getTeam', { teamId: id })).body;
const decisionOf = async (id = teamId(), kind = 'establish') =>
  (await read(id)).decisions.find((one: { kind: string }) => one.kind === kind);
async function voided(id: string, body: object = {}, kind = 'establish') {
  const { id: decisionId, version } = await decisionOf(id, kind);
  return officer('voidDecision', { teamId: id, decisionId }, { version, reason: 'Ghi nhầm thôn', ...body });
}
const drafts = async (i: number): Promise<string> => {
  await app.database.rows(sql`update teams set status = 'draft' where id = ${teamId(i)}`);
  await app.database.rows(sql`delete from establishing_decisions where team_id = ${teamId(i)}`);
  return teamId(i);
};

describe('a decision that never was', () => {
  it('makes the team a draft again and stays with the reason; a right one can take its place', async () => {
    const answer = await voided(teamId());
    expect(answer).toMatchObject({
      status: 200,
      body: {
        status: 'draft',
        decision: null,
        decisions: [],
        voidedDecisions: [
          { ...paper, voided: { reason: 'Ghi nhầm thôn', by: { fullName: village.officer.fullName } } },
        ],
      },
    });
    expect(await read(teamId(1))).toMatchObject({ status: 'active', decisions: [{ ...paper, teams: 2 }] });
    const right = { ...paper, number: '43/QĐ-UBND', teamIds: [teamId()], knowsOfGaps: [teamId()] };
    expect((await attach(right)).body).toEqual({ activated: 1 });
    expect(await read()).toMatchObject({ status: 'active', decision: { number: '43/QĐ-UBND' } });
    const [row] = await app.database.rows(
      sql`select changes from outbox where name = 'membership.decision-voided' and payload->>'teamId' = ${teamId()}`,
    );
    expect(row).toEqual({ changes: { kind: 'establish', number: '42/QĐ-UBND', reason: 'Ghi nhầm thôn' } });
  });

  it('is refused as a whole where work rests on it, by name', async () => {
    await issueOrder(app, village, { shares: [{ teamId: teamId(1), target: 20 }], target: 20 });
    expect(await voided(teamId(), { everywhere: true })).toMatchObject({
      status: 409,
      body: { code: 'membership.voidAfterWork', details: [{ params: { on: '2022-06-21', team: 'Thôn 2' } }] },
    });
    expect((await read()).status).toBe('active');
  });

  it('that dissolves can be taken out before its day: everybody stays as they were', async () => {
    const before = await read();
    const end = { number: '70/QĐ-UBND', signedOn: '2022-06-01', signer: 'Chủ tịch UBND xã', from: '2022-07-10' };
    await officer('addMember', { teamId: teamId() }, { fullName: 'Lê Thị Mai', role: 'member', from: '2022-08-01' });
    await officer('dissolveTeam', { teamId: teamId() }, end);
    expect((await voided(teamId(), {}, 'dissolve')).status).toBe(200);
    const after = await read();
    expect(after).toMatchObject({ status: 'active', ended: null, members: before.members });
    expect(after.history).toMatchObject([{ person: { fullName: 'Lê Thị Mai' }, from: '2022-08-01', to: null }]);
    await officer('dissolveTeam', { teamId: teamId() }, { ...end, from: '2022-06-21' });
    expect((await voided(teamId(), {}, 'dissolve')).body).toMatchObject({ code: 'membership.voidAfterEnd' });
  });
});

describe('the composition', () => {
  const rule = (kind: string, min: number) =>
    app.database.rows(
      sql`insert into composition_rules (id, unit_id, subject, code, kind, min, citation, validity)
        values (gen_random_uuid(), ${village.communeId}, 'team', ${kind}, ${kind}, ${min}, 'Quyết định', '[2022-05-01,)')`,
    );

  it('is asked of the rules on the day of signature, and can be recorded by whoever has seen what is missing', async () => {
    await rule('min_members', 9);
    const id = await drafts(0);
    const input = { ...paper, signedOn: '2022-06-01', teamIds: [id] };
    expect(await attach(input)).toMatchObject({
      status: 409,
      body: { code: 'membership.composition', details: [{ path: 'knowsOfGaps', params: { teams: [id] } }] },
    });
    expect((await attach({ ...input, knowsOfGaps: [id] })).status).toBe(200);
    const [event] = await app.database.rows(
      sql`select changes->'lacking' as lacking from outbox where name = 'membership.team-activated' and payload->>'teamId' = ${id}`,
    );
    expect(event).toEqual({ lacking: expect.arrayContaining(['min_members']) });
  });
});

describe('one decision for several drafts', () => {
  it('makes all of them active, or none', async () => {
    const ids = [await drafts(0), await drafts(1)];
    const input = { ...paper, number: '50/QĐ-UBND', teamIds: ids, knowsOfGaps: ids };
    const params = { unitId: village.communeId };
    const stranger = await buildVillage(app, { hamlets: 1, commune: 'Dân Lý' });
    const foreign = await officer('attachDecisionToTeams', params, {
      ...input,
      teamIds: [...ids, stranger.teams[0]?.id],
    });
    expect(foreign.body.code).toBe('membership.teamNotFound');
    const twice = await officer('attachDecisionToTeams', params, { ...input, teamIds: [...ids, teamId(2)] });
    expect(twice.body.code).toBe('membership.alreadyActive');
    expect((await read(ids[0])).status).toBe('draft');
    expect((await officer('attachDecisionToTeams', params, input)).body).toEqual({ activated: 2 });
    expect(await decisionOf(ids[1])).toMatchObject({ number: '50/QĐ-UBND', teams: 2 });
  });
});

describe('the scan', () => {
  const put = async (upload: Buffer, everywhere = 'false', token = village.officer.token) =>
    as(token)('putDecisionScan', { teamId: teamId(), decisionId: (await decisionOf()).id }, upload, { everywhere });

  it('stands with every team that the paper names, and with one that it names later', async () => {
    const late = await drafts(2);
    await put(pdf, 'true');
    await attach({ ...paper, teamIds: [late], knowsOfGaps: [late] });
    for (const id of [teamId(0), teamId(1), late])
      expect((await decisionOf(id)).scan).toMatchObject({ kind: 'pdf', url: null });
    const decision = await decisionOf(late);
    const file = await officer('decisionScan', { teamId: late, decisionId: decision.id });
    expect([file.status, file.headers['content-type'], file.raw]).toEqual([200, 'application/pdf', pdf]);
  });

  it('is a picture that can be looked at, for officers only; members are not shown it', async () => {
    const photo = await sharp({ create: { width: 40, height: 50, channels: 3, background: '#fff' } })
      .png()
      .toBuffer();
    const answer = await put(photo);
    const { scan, id: decisionId } = answer.body.decisions[0];
    expect(scan).toMatchObject({ kind: 'photo', url: expect.stringContaining('/api/v1/files/') });
    const leader = as(village.teams[0]?.leader.token as string);
    expect((await leader('getTeam', { teamId: teamId() })).body.decisions[0].scan).toBeNull();
    expect((await leader('decisionScan', { teamId: teamId(), decisionId })).status).toBe(403);
    expect((await put(photo, 'false', village.teams[0]?.leader.token)).status).toBe(403);
  });

  it('is refused when it is no picture and no whole PDF, and when it is too big', async () => {
    const codes = await Promise.all(
      [
        Buffer.from('%PDF-1.7 cut off'),
        Buffer.from('<svg onload="x"/>'),
        Buffer.concat([pdf, Buffer.alloc(10 << 20)]),
      ].map(async (upload) => (await put(upload)).body.code),
    );
    expect(codes).toEqual(['membership.notAScan', 'photo.notAPhoto', 'membership.scanTooBig']);
  });

  it('goes with a reason and stays among the earlier ones', async () => {
    await put(pdf);
    const params = { teamId: teamId(), decisionId: (await decisionOf()).id };
    const gone = await officer('removeDecisionScan', params, { reason: 'Quét nhầm' });
    expect(gone.body.decisions[0].scan).toBeNull();
    expect((await officer('decisionScan', params)).status).toBe(404);
    expect((await officer('removeDecisionScan', params, { reason: 'Nữa' })).body.code).toBe('membership.scanNotFound');
    expect(
      await app.database.rows(sql`select end_reason from decision_scans where decision_id = ${params.decisionId}`),
    ).toEqual([{ end_reason: 'Quét nhầm' }]);
  });
});

describe('a team that is set up again', () => {
  const end = { number: '70/QĐ-UBND', signedOn: '2022-06-01', signer: 'Chủ tịch UBND xã', from: '2022-06-10' };
  const again = { number: '88/QĐ-UBND', signedOn: '2022-06-20', signer: 'Chủ tịch UBND xã', from: '2022-06-21' };

  it('is a new one with those who come back; the days between stay without a team', async () => {
    const { members } = await read();
    await officer('dissolveTeam', { teamId: teamId() }, end);
    const memberIds = members.slice(0, 2).map(({ id }: { id: string }) => id);
    const knowsOfGaps = [teamId()];
    const params = { teamId: teamId() };
    const early = await officer('reviveTeam', params, { ...again, memberIds, knowsOfGaps, from: '2022-06-09' });
    expect(early.body.code).toBe('membership.beforeStart');
    const { status, body } = await officer('reviveTeam', params, { ...again, memberIds, knowsOfGaps });
    expect([status, body.status, body.decision.number]).toEqual([201, 'active', '88/QĐ-UBND']);
    expect(body.revivedFrom).toEqual({ id: teamId(), ended: '2022-06-10' });
    expect(body.members.map(({ person }: { person: { id: string } }) => person.id)).toEqual(
      members.slice(0, 2).map(({ person }: { person: { id: string } }) => person.id),
    );
    expect((await read()).revivedAs).toBe(body.id);
    const between = await officer('listTeams', { unitId: village.teams[0]?.unitId as string }, undefined, {
      at: '2022-06-15',
    });
    expect(between.body.items).toEqual([]);
    expect((await officer('reviveTeam', params, { ...again, memberIds: [], knowsOfGaps })).body.code).toBe(
      'membership.revivedAlready',
    );
  });

  it('is refused while it stands, and where another has its place', async () => {
    const params = { teamId: teamId() };
    const input = { ...again, memberIds: [], knowsOfGaps: [teamId()] };
    expect((await officer('reviveTeam', params, input)).body.code).toBe('membership.notDissolved');
    await officer('dissolveTeam', params, end);
    const other = await buildTeam(app, { unitId: village.teams[0]?.unitId as string, validity: '[2022-06-12,)' });
    await buildMember(app, { teamId: other });
    expect((await officer('reviveTeam', params, input)).body).toMatchObject({
      code: 'membership.hamletHasTeam',
      details: [{ params: { teamId: other } }],
    });
  });
});
