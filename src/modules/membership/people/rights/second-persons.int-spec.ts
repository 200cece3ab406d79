/** What one alone may not do: the rule that says so is not the one's own to undo, and the second is another person. */
import { randomUUID } from 'node:crypto';
import { v7 } from 'uuid';
import { type RouteId, routes } from '#contracts';
import { addDays } from '#i18n';
import { sql } from '#platform/database';
import { startApp, stopApps, type TestApp } from '../../../../../test/support/app.ts';
import { buildDirective, buildVillage, orderInput, type Village } from '../../../../../test/support/orders.ts';
import { buildOfficer, signIn, type TestPerson } from '../../../../../test/support/people.ts';
import { buildFocal, openReport } from '../../../../../test/support/reports.ts';

const TODAY = '2022-06-21';
const TOMORROW = '2022-06-22';
let app: TestApp;
let village: Village;
let focal: TestPerson;
let admin: TestPerson;
let papers: Record<string, string>;
const on = (day: string) => app.clock.set(new Date(`${day}T03:00:00Z`));

beforeAll(async () => {
  app = await startApp({ CLOCK: `${TODAY}T03:00:00Z` });
});
beforeEach(async () => {
  on(TODAY);
  village = await buildVillage(app, { hamlets: 3 });
  focal = await buildFocal(app, village.communeId);
  admin = await buildOfficer(app, { role: 'admin', unitId: village.provinceId });
  papers = {
    [village.provinceId]: await buildDirective(app, village.provinceId, '1/QĐ-UBND'),
    [village.communeId]: await buildDirective(app, village.communeId, '2/QĐ-UBND'),
  };
  // Whoever is in the committee besides would approve.
  await app.database.rows(sql`delete from posts where id = ${village.officer.postId}`);
});
afterAll(stopApps);

const ask = (by: TestPerson, route: RouteId, params: Record<string, string>, body: object) =>
  app.call(routes[route], { token: by.token, params, body, key: randomUUID() });
const rule = (by: TestPerson, unitId: string, value: object, from = TODAY) =>
  ask(by, 'setDatedRule', { unitId }, { value, from, directiveId: papers[unitId] });
const second = (isNeeded: boolean, above = 2) => ({ kind: 'secondApproval', isNeeded, measure: 'teams', above });
const issue = () => ask(focal, 'issueAssignment', {}, orderInput(village));
const askSend = () => ask(focal, 'askSend', {}, { kind: 'order', order: orderInput(village) });
const member = { role: 'committee_member', position: 'Ủy viên', affiliation: 'other' };

describe('a rule of the level above', () => {
  it('is not switched off by whom it binds, and is tightened freely', async () => {
    expect((await rule(admin, village.provinceId, second(true))).status).toBe(201);
    for (const value of [second(false), second(true, 3), { ...second(true), measure: 'people' }]) {
      const refused = await rule(focal, village.communeId, value, TOMORROW);
      expect(refused).toMatchObject({ status: 422, body: { code: 'rules.looserThanAbove' } });
    }
    expect((await issue()).body.code).toBe('sendRequest.needed');
    expect((await rule(focal, village.communeId, second(true, 1))).status).toBe(201);
  });

  it('holds over a looser one that was there before it, which ends', async () => {
    await rule(focal, village.communeId, second(false));
    expect((await rule(admin, village.provinceId, second(true), TOMORROW)).status).toBe(201);
    on(TOMORROW);
    expect((await issue()).body.code).toBe('sendRequest.needed');
    const { body } = await app.call(routes.datedRules, { token: focal.token, params: { unitId: village.communeId } });
    const now = body.find(({ kind }: { kind: string }) => kind === 'secondApproval').now;
    expect(now.unit.id).toBe(village.provinceId);
  });

  it.each([
    [
      'the head approves reports',
      { kind: 'reportApproval', isNeeded: true },
      { kind: 'reportApproval', isNeeded: false },
    ],
    ['results are looked at', { kind: 'sampling', below: 10, oneIn: 5 }, { kind: 'sampling', below: 50, oneIn: 5 }],
    ['difficulties are answered', { kind: 'difficulty', days: 3 }, { kind: 'difficulty', days: 30 }],
  ])('%s: the same', async (_, above, looser) => {
    expect((await rule(admin, village.provinceId, above)).status).toBe(201);
    expect((await rule(focal, village.communeId, looser, TOMORROW)).body.code).toBe('rules.looserThanAbove');
  });
});

describe('a rule of its own', () => {
  it('is loosened from the next day on, and the level above hears of it', async () => {
    const above = await buildOfficer(app, { role: 'district_officer', unitId: village.districtId });
    on(addDays(TODAY, -1));
    await rule(focal, village.communeId, second(true), addDays(TODAY, -1));
    on(TODAY);
    expect((await rule(focal, village.communeId, second(false))).body.code).toBe('rules.looserFromTomorrow');
    const end = { kind: 'secondApproval', from: addDays(TODAY, -1) };
    const params = { unitId: village.communeId };
    const ended = await ask(focal, 'endDatedRule', params, { ...end, lastDay: addDays(TODAY, -1) });
    expect(ended.body.code).toBe('rules.looserFromTomorrow');
    expect((await rule(focal, village.communeId, second(false), TOMORROW)).status).toBe(201);
    expect((await issue()).body.code).toBe('sendRequest.needed');
    await app.drain();
    const { body } = await app.call(routes.inbox, { token: above.token });
    expect(body.items.map(({ kind }: { kind: string }) => kind)).toContain('ruleLoosened');
  });
});

describe('who approves as the second', () => {
  const appoint = async (by: TestPerson, more: object = {}) => {
    await app.database.rows(
      sql`insert into steering_committees (id, unit_id, validity) select gen_random_uuid(), ${village.communeId}, '[2022-01-01,)'
        where not exists (select 1 from steering_committees where unit_id = ${village.communeId})`,
    );
    const body = { fullName: 'Lê Văn Mới', phone: '0510 333 444', from: TODAY, ...member, ...more };
    const added = await ask(by, 'addCommitteeMember', { unitId: village.communeId }, body);
    expect(added.status).toBeLessThan(300);
    const [row] = await app.database.rows<{ id: string }>(
      sql`select person_id as id from posts where unit_id = ${village.communeId} and role = 'committee_member'`,
    );
    return { id: row!.id, fullName: '', token: await signIn(app, row!.id), postId: '' };
  };

  it('was not appointed by who asks, however long ago', async () => {
    await rule(admin, village.provinceId, second(true));
    const invented = await appoint(focal);
    expect((await askSend()).body.code).toBe('sendRequest.nobodyElse');
    on(addDays(TODAY, 3));
    expect((await askSend()).body.code).toBe('sendRequest.nobodyElse');
    const real = await buildOfficer(app, { role: 'committee_member', unitId: village.communeId });
    const { body } = await askSend();
    const approve = (by: TestPerson) => ask(by, 'approveSend', { requestId: body.id }, {});
    expect((await approve({ ...invented, token: await signIn(app, invented.id) })).body.code).toBe(
      'sendRequest.approverOnly',
    );
    expect((await approve(real)).status).toBeLessThan(300);
  });

  it('was appointed by somebody else a day before at least', async () => {
    await rule(admin, village.provinceId, second(true));
    await appoint(admin);
    expect((await askSend()).body.code).toBe('sendRequest.nobodyElse');
    on(addDays(TODAY, 2));
    expect((await askSend()).status).toBe(201);
  });

  it.each<[string, (other: TestPerson) => ReturnType<typeof sql>]>([
    [
      'one telephone',
      (other) =>
        sql`update phones set e164 = (select e164 from phones where person_id = ${focal.id}) where person_id = ${other.id}`,
    ],
    [
      'one address',
      (other) => sql`insert into emails (id, person_id, address, is_primary, added_at)
        select gen_random_uuid(), p, case when p = ${other.id} then 'Mot@xa.example' else 'mot@xa.example' end, true, now()
          from unnest(${[focal.id, other.id]}::uuid[]) p`,
    ],
    [
      'one machine',
      (other) => sql`insert into known_devices (key_hash, person_id, device_id, made_at, used_at)
        select sha256(p::text::bytea), p, ${v7()}::uuid, ${app.clock.now()}, ${app.clock.now()} from unnest(${[focal.id, other.id]}::uuid[]) p`,
    ],
    [
      'an invite of who asks, just used',
      (other) => sql`insert into invites (id, code_hash, person_id, kind, created_by, created_at, expires_at, used_at)
        values (${v7()}, ${Buffer.from(v7())}, ${other.id}, 'officer', ${focal.id}, ${app.clock.now()}, ${app.clock.now()}, ${app.clock.now()})`,
    ],
  ])('is another person by every sign: not %s', async (_, sign) => {
    await rule(admin, village.provinceId, second(true));
    const other = await buildOfficer(app, { role: 'committee_member', unitId: village.communeId });
    const { body } = await askSend();
    await app.database.rows(sign(other));
    expect((await ask(other, 'approveSend', { requestId: body.id }, {})).body.code).toBe('sendRequest.approverOnly');
    expect((await askSend()).body.code).toBe('sendRequest.nobodyElse');
  });

  it('leads the committee by somebody else than who writes the report', async () => {
    await rule(admin, village.provinceId, { kind: 'reportApproval', isNeeded: true });
    await appoint(focal, { seat: 'head' });
    on(addDays(TODAY, 3));
    const report = await openReport(app, focal, village.communeId, '2022-06');
    const put = await ask(
      { ...focal, token: await signIn(app, focal.id) },
      'askApproval',
      { reportId: report.id },
      { wordsVersion: report.words.version, figuresHash: report.figuresHash, withMissing: true },
    );
    expect(put.body.code).toBe('report.noApprover');
  });
});
