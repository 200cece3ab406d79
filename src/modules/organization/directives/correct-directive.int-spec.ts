import { randomUUID } from 'node:crypto';
import { routes } from '#contracts';
import { sql } from '#platform/database';
import { startApp, stopApps, type TestApp } from '../../../../test/support/app.ts';
import { buildVillage, issueOrder, type Village } from '../../../../test/support/orders.ts';
import { buildFocal, onReport, openReport, send } from '../../../../test/support/reports.ts';
import { buildOfficer } from '../../../../test/support/people.ts';

let app: TestApp;
let village: Village;
beforeAll(async () => {
  app = await startApp({ CLOCK: '2022-06-21T01:00:00Z' });
});
beforeEach(async () => {
  app.clock.set(new Date('2022-06-21T01:00:00Z'));
  village = await buildVillage(app, { hamlets: 1 });
});
afterAll(stopApps);

const stored = {
  kind: 'plan',
  number: '31/KH-UBND',
  issuedOn: '2022-04-15',
  issuer: 'UBND xã',
  abstract: 'Kế hoạch chuyển đổi số',
};
const correct = (body: object, token = village.officer.token, directiveId = village.directiveId) =>
  app.call(routes.correctDirective, {
    token,
    params: { directiveId },
    body: { ...stored, version: 1, reason: 'Gõ nhầm số', ...body },
  });
const history = (token = village.officer.token, directiveId = village.directiveId) =>
  app.call(routes.directiveCorrections, { token, params: { directiveId } });
const register = async (body: object) =>
  (
    await app.call(routes.createDirective, {
      token: village.officer.token,
      params: { unitId: village.communeId },
      body: { ...stored, ...body },
    })
  ).body;
const refused = (code: string, details: object) => ({
  status: 422,
  body: { code: `organization.${code}`, details: [{ path: 'issuedOn', ...details }] },
});

describe('a directive', () => {
  it('is put right with the reason; what stood there, by whom and when can be read', async () => {
    const next = { ...stored, kind: 'official_letter', number: '13/UBND', abstract: 'Về chuyển đổi số' };
    expect(await correct(next)).toMatchObject({
      status: 200,
      body: { ...next, version: 2, citation: 'Công văn 13/UBND ngày 15/4/2022' },
    });
    expect((await history()).body).toEqual([
      {
        before: stored,
        after: next,
        reason: 'Gõ nhầm số',
        by: { id: village.officer.id, fullName: village.officer.fullName, position: 'Cán bộ' },
        at: expect.stringMatching(/^2022-06-21T01:00/),
      },
    ]);
    const trail = await app.database.rows(
      sql`select changes, actor_id from outbox where name = 'directive.corrected' and payload->>'directiveId' = ${village.directiveId}`,
    );
    expect(trail).toEqual([
      { changes: { fields: ['kind', 'number', 'abstract'], reason: 'Gõ nhầm số' }, actor_id: village.officer.id },
    ]);
    await expect(app.database.rows(sql`delete from directive_corrections`)).rejects.toThrow('are history');
  });

  it('is corrected by those who may register it, within their own units, and read by all whom it binds', async () => {
    const leader = village.teams[0]?.leader.token as string;
    const neighbour = await buildVillage(app, { hamlets: 1, commune: 'Dân Lý' });
    for (const token of [leader, neighbour.officer.token])
      expect(await correct({ number: '13/KH-UBND' }, token)).toMatchObject({
        status: 403,
        body: { code: 'platform.denied' },
      });
    expect((await history(leader)).status).toBe(200);
    expect((await history(neighbour.officer.token)).body.code).toBe('platform.denied');
    expect((await correct({ number: '1/KH' }, village.officer.token, randomUUID())).body.code).toBe(
      'organization.directiveNotFound',
    );
    expect((await history(village.officer.token, randomUUID())).status).toBe(404);
  });

  it('is not overwritten by who saw an older version, nor made the double of another, nor left as it is', async () => {
    expect((await correct({ number: '13/KH-UBND', reason: '' })).body.code).toBe('input.invalid');
    expect((await correct({})).body.code).toBe('organization.directiveSame');
    await register({ number: '32/KH-UBND' });
    expect(await correct({ number: '32/KH-UBND' })).toMatchObject({
      status: 409,
      body: { code: 'organization.directiveExists', details: [{ path: 'number', params: { number: '32/KH-UBND' } }] },
    });
    expect((await history()).body).toEqual([]);
    const side = await Promise.all([correct({ number: '13/KH-UBND' }), correct({ number: '14/KH-UBND' })]);
    expect(side.map(({ status, body }) => [status, body.code]).sort()).toEqual([
      [200, undefined],
      [409, 'organization.directiveChanged'],
    ]);
  });
});

describe('the day of issue', () => {
  it('is not in the future, not after an order that rests on it, and the directive holds from it on', async () => {
    expect(await correct({ issuedOn: '2022-06-22' })).toMatchObject(refused('directiveInFuture', {}));
    await issueOrder(app, village);
    app.clock.set(new Date('2022-06-25T01:00:00Z'));
    expect(await correct({ issuedOn: '2022-06-22' })).toMatchObject(
      refused('directiveUsedBefore', { params: { on: '2022-06-21' } }),
    );
    expect((await correct({ issuedOn: '2022-04-10' })).body).toMatchObject({ validFrom: '2022-04-10', validTo: null });
  });

  it('is not after a campaign that carries it out', async () => {
    const district = await buildOfficer(app, { role: 'district_officer', unitId: village.districtId });
    const { body } = await app.call(routes.createDirective, {
      token: district.token,
      params: { unitId: village.districtId },
      body: { ...stored, number: '1029/UBND-VHTT' },
    });
    const started = await app.call(routes.startCampaign, {
      token: district.token,
      params: { unitId: village.districtId },
      body: {
        title: 'Rà soát Tổ',
        directiveId: body.id,
        startsOn: '2022-06-21',
        dueBefore: '2022-07-20',
        shift: 'none',
      },
    });
    expect(started.status).toBe(201);
    app.clock.set(new Date('2022-06-25T01:00:00Z'));
    const day = { number: '1029/UBND-VHTT', issuedOn: '2022-06-22' };
    expect(await correct(day, district.token, body.id)).toMatchObject(
      refused('directiveUsedBefore', { params: { on: '2022-06-21' } }),
    );
  });

  it('keeps the order of what it carries out and of what follows it, and moves the end of what it superseded', async () => {
    const next = await register({
      number: '40/KH-UBND',
      issuedOn: '2022-05-10',
      basisId: village.directiveId,
      supersedesId: village.directiveId,
    });
    const day = { number: '40/KH-UBND', issuedOn: '2022-04-14' };
    expect(await correct(day, undefined, next.id)).toMatchObject(
      refused('directiveOutOfOrder', { params: { number: '31/KH-UBND', on: '2022-04-15' } }),
    );
    expect(await correct({ issuedOn: '2022-05-11' })).toMatchObject(
      refused('directiveOutOfOrder', { params: { number: '40/KH-UBND', on: '2022-05-10' } }),
    );
    await correct({ ...day, issuedOn: '2022-05-20' }, undefined, next.id);
    const [old] = await app.database.rows(
      sql`select validity::text as validity from directives where id = ${village.directiveId}`,
    );
    expect(old).toEqual({ validity: '[2022-04-15,2022-05-20)' });
  });
});

describe('what quotes a directive', () => {
  it('shows the corrected words: the order, the task, the message, the rule and what carries it out', async () => {
    const { id: assignmentId, taskIds } = await issueOrder(app, village);
    await register({ number: '32/KH-UBND', issuedOn: '2022-05-02', basisId: village.directiveId });
    await app.database.rows(
      sql`insert into composition_rules (id, code, unit_id, subject, kind, min, directive_id, citation, validity)
       values (${randomUUID()}, 'team.min_members', ${village.communeId}, 'team', 'min_members', 3, ${village.directiveId},
         'Mục 2 Kế hoạch 31/KH-UBND ngày 15/4/2022', '[2022-01-01,)')`,
    );
    await correct({ number: '13/KH-UBND', issuedOn: '2022-04-14', abstract: 'Kế hoạch năm 2022' });
    const citation = 'Kế hoạch 13/KH-UBND ngày 14/4/2022';
    const { token } = village.officer;
    const order = await app.call(routes.getAssignment, { token, params: { assignmentId } });
    expect(order.body.directive.citation).toBe(citation);
    const leader = village.teams[0]?.leader.token as string;
    const task = await app.call(routes.getTask, { token: leader, params: { taskId: taskIds[0] as string } });
    expect(task.body.directive).toMatchObject({ citation, abstract: 'Kế hoạch năm 2022' });
    const rules = await app.call(routes.listRules, { token, params: { unitId: village.communeId } });
    expect(rules.body).toContainEqual(expect.objectContaining({ citation: `Mục 2 ${citation}` }));
    const { body } = await app.call(routes.listDirectives, { token, params: { unitId: village.communeId } });
    expect(body.items[0]).toMatchObject({ basis: { number: '13/KH-UBND', issuedOn: '2022-04-14' } });
  });

  it('keeps its words where they are sealed: a report that was sent', async () => {
    const district = await buildOfficer(app, { role: 'district_officer', unitId: village.districtId });
    const letter = { ...stored, kind: 'official_letter', number: '1029/UBND-VHTT', issuer: 'UBND huyện' };
    const { body } = await app.call(routes.createDirective, {
      token: district.token,
      params: { unitId: village.districtId },
      body: letter,
    });
    const focal = await buildFocal(app, village.communeId);
    const [sent, draft] = [
      await openReport(app, focal, village.communeId, '2022-06'),
      await openReport(app, focal, village.communeId, '2022-07'),
    ];
    expect((await send(app, focal, sent.id)).status).toBe(200);
    await correct({ ...letter, number: '1092/UBND-VHTT' }, district.token, body.id);
    const opening = async (id: string) =>
      (await onReport(app, focal, 'readReport', id)).body.words.sections.find(
        ({ key }: { key: string }) => key === 'opening',
      ).text;
    expect(await opening(sent.id)).toContain('Công văn 1029/UBND-VHTT ngày 15/4/2022');
    expect(await opening(draft.id)).toContain('Công văn 1092/UBND-VHTT ngày 15/4/2022');
  });
});
