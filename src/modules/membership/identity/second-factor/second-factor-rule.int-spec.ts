/** Of whom a second factor is required, what stays closed until there is one, and what asks again. */
import { randomUUID } from 'node:crypto';
import { type RouteId, routes } from '#contracts';
import { provenActs } from '#contracts/access/proofs';
import { ActorCache } from '#platform/auth';
import { sql } from '#platform/database';
import { startApp, stopApps, type TestApp } from '../../../../../test/support/app.ts';
import { enrol } from '../../../../../test/support/authenticator.ts';
import { buildDirective, buildVillage, type Village } from '../../../../../test/support/orders.ts';
import { buildOfficer, signIn, type TestPerson } from '../../../../../test/support/people.ts';

const TODAY = '2022-06-21';
let app: TestApp;
let village: Village;
let admin: TestPerson;
let directiveId: string;

beforeAll(async () => {
  app = await startApp({ CLOCK: `${TODAY}T02:00:00Z` });
  village = await buildVillage(app);
  admin = await buildOfficer(app, { role: 'admin', unitId: village.provinceId });
  directiveId = await buildDirective(app, village.provinceId, '118/QĐ-SKHCN');
});
afterAll(stopApps);

const value = (roles: string[], askAgain = false) => ({ kind: 'secondFactor', roles, askAgain });
const set = (given: object, from: string, { token } = admin, unitId = village.provinceId) =>
  app.call(routes.setDatedRule, {
    token,
    params: { unitId },
    key: randomUUID(),
    body: { value: given, from, directiveId },
  });
const officer = (role: 'focal_officer' | 'committee_member' | 'district_officer') =>
  buildOfficer(app, { role, unitId: role === 'district_officer' ? village.districtId : village.communeId });
/** What a process has resolved is kept for five real seconds. */
const forget = () => app.get(ActorCache).forget('');
const days = (n: number) => {
  app.clock.advance(n * 86_400_000);
  forget();
};

it('is asked of nobody until somebody says so at the top, by a document, and tells whom it touches', async () => {
  const below = await buildOfficer(app, { role: 'admin', unitId: village.districtId });
  expect((await app.call(routes.me, { token: admin.token })).body.awaits).toBeUndefined();
  expect((await set(value(['district_officer']), TODAY, below, village.districtId)).body.code).toBe('rules.notTop');
  const district = await officer('district_officer');
  await enrol(app, (await officer('district_officer')).token);
  const preview = await app.call(routes.previewDatedRule, {
    token: admin.token,
    params: { unitId: village.provinceId },
    body: { value: value(['district_officer']), from: TODAY },
  });
  expect(preview.body.effects).toEqual([
    { what: 'toEnrol', stays: false, count: 1, communes: null },
    { what: 'enrolled', stays: true, count: 1, communes: null },
  ]);
  expect((await app.call(routes.me, { token: district.token })).status).toBe(200);
});

it('is required from its day on, closes what is open until there is one, and cannot be turned off then', async () => {
  const person = await officer('focal_officer');
  const { token } = person;
  expect((await set(value(['focal_officer'], true), '2022-06-25')).status).toBe(201);
  expect((await app.call(routes.mySecondFactor, { token })).body.requiredFrom).toBe('2022-06-25');
  expect((await app.call(routes.mySessions, { token })).status).toBe(200);
  days(4);
  expect((await app.call(routes.me, { token })).body).toMatchObject({
    awaits: 'enrolment',
    person: { fullName: person.fullName },
  });
  expect(await app.call(routes.mySessions, { token })).toMatchObject({
    status: 403,
    body: { code: 'platform.enrolmentNeeded' },
  });
  await enrol(app, token);
  expect((await app.call(routes.mySessions, { token })).status).toBe(200);
  expect((await app.call(routes.me, { token })).body.awaits).toBeUndefined();
  expect(await app.call(routes.endSecondFactor, { token })).toMatchObject({
    status: 409,
    body: { code: 'access.factorRequired' },
  });
  const committee = await officer('committee_member');
  expect((await app.call(routes.mySessions, { token: committee.token })).status).toBe(200);
  days(-4);
});

it('is lifted by an administrator above, for a reason, when phone and paper are lost; the person is told', async () => {
  const person = await officer('committee_member');
  await enrol(app, person.token);
  const lift = (by: TestPerson, reason = 'Mất điện thoại, đã gọi lại số cơ quan') =>
    app.call(routes.liftSecondFactor, {
      token: by.token,
      key: randomUUID(),
      params: { personId: person.id },
      body: { reason },
    });
  expect((await lift(await officer('committee_member'))).status).toBe(403);
  expect((await lift(admin, ' ')).status).toBe(422);
  expect((await lift(admin)).status).toBe(204);
  expect(await lift(admin)).toMatchObject({ status: 409, body: { code: 'access.factorNone' } });
  expect((await app.call(routes.me, { token: person.token })).status).toBe(401);
  await enrol(app, admin.token);
  expect(
    await app.call(routes.liftSecondFactor, {
      token: admin.token,
      key: randomUUID(),
      params: { personId: admin.id },
      body: { reason: 'Tự gỡ' },
    }),
  ).toMatchObject({ status: 403, body: { code: 'link.superiorDecides' } });
  await app.database.rows(sql`delete from second_factors where person_id = ${admin.id}`);
  forget();
  await app.drain();
  expect(
    await app.database.rows(
      sql`select 1 from notifications n join messages m on m.id = n.message_id
        where n.person_id = ${person.id} and m.kind = 'factorLifted'`,
    ),
  ).toHaveLength(1);
  expect(
    await app.database.rows(
      sql`select changes from outbox where name = 'access.second-factor-lifted' and actor_id = ${admin.id}`,
    ),
  ).toEqual([{ changes: { reason: 'Mất điện thoại, đã gọi lại số cơ quan' } }]);
});

describe('what weighs much', () => {
  const appoint = (token: string, key: string) =>
    app.call(routes.addCommitteeMember, {
      token,
      key,
      params: { unitId: village.communeId },
      body: { fullName: 'Bùi Thị Ổn', title: 'Ủy viên', affiliation: 'other', from: TODAY },
    });
  const makeList = (token: string) =>
    app.call(routes.appendix1, {
      token,
      params: { unitId: village.communeId },
      query: { format: 'xlsx', purpose: 'report' },
    });

  it('asks whoever has a second factor for a code, once in ten minutes, and goes on with the same command', async () => {
    const { token } = await officer('committee_member');
    expect((await makeList(token)).status).toBe(200);
    const { code } = await enrol(app, token);
    expect((await makeList(token)).status).toBe(200);
    app.clock.advance(10 * 60_000);
    forget();
    const needed = { status: 403, body: { code: 'platform.proofNeeded' } };
    expect(await makeList(token)).toMatchObject({
      ...needed,
      body: { details: [{ params: { by: 'code', act: 'lists' } }] },
    });
    const key = randomUUID();
    expect(await appoint(token, key)).toMatchObject(needed);
    expect((await app.call(routes.mySessions, { token })).status).toBe(200);
    expect((await app.call(routes.showProof, { token, body: { password: 'mat-khau-nao-do' } })).status).toBe(422);
    expect((await app.call(routes.showProof, { token, body: {} })).status).toBe(422);
    expect((await app.call(routes.showProof, { token, body: { code: code() } })).status).toBe(204);
    expect((await appoint(token, key)).body.code).not.toBe('platform.proofNeeded');
    expect((await makeList(token)).status).toBe(200);
  });

  it('is each row of the table, before anything of it is looked at', async () => {
    const { token, id } = await officer('committee_member');
    await enrol(app, token);
    await app.database.rows(sql`update sessions set proven_at = null where person_id = ${id}`);
    forget();
    const rows = Object.entries<readonly RouteId[]>(provenActs).flatMap(([act, ids]) => ids.map((of) => ({ act, of })));
    expect(rows.length).toBeGreaterThan(40);
    const answers = await Promise.all(
      rows.map(async ({ act, of }) => {
        const { status, body } = await app.call(routes[of], { token, key: randomUUID() });
        return { act, of, status, code: body.code, asked: body.details?.[0]?.params };
      }),
    );
    const asked = (act: string) => ({ status: 403, code: 'platform.proofNeeded', asked: { by: 'code', act } });
    expect(answers).toEqual(rows.map(({ act, of }) => ({ act, of, ...asked(act) })));
  });

  it('asks for the password again where a rule says so, and first for one of who came by an invite and has none', async () => {
    const password = 'sông Mã chảy xiết';
    const { token } = await officer('district_officer');
    const bare = await officer('district_officer');
    expect((await app.call(routes.changePassword, { token, body: { next: password } })).status).toBe(204);
    expect((await makeList(token)).status).toBe(200);
    expect((await set(value([], true), TODAY)).status).toBe(409);
    expect(
      (
        await app.call(routes.takeBackDatedRule, {
          token: admin.token,
          key: randomUUID(),
          params: { unitId: village.provinceId },
          body: { kind: 'secondFactor', from: '2022-06-25' },
        })
      ).status,
    ).toBe(200);
    expect((await set(value([], true), TODAY)).status).toBe(201);
    forget();
    expect(await makeList(token)).toMatchObject({ body: { details: [{ params: { by: 'password' } }] } });
    expect(await makeList(bare.token)).toMatchObject({
      status: 403,
      body: { code: 'platform.proofNeeded', details: [{ params: { by: 'password' } }] },
    });
    const nothing = await app.call(routes.showProof, { token: bare.token, body: { password: 'gì cũng được' } });
    expect(nothing.body.details[0]?.code ?? nothing.body.code).toBe('access.wrongPassword');
    const own = 'lúa chín vàng đồng';
    expect((await app.call(routes.changePassword, { token: bare.token, body: { next: own } })).status).toBe(204);
    expect((await app.call(routes.showProof, { token: bare.token, body: { password: own } })).status).toBe(204);
    expect((await makeList(bare.token)).status).toBe(200);
    expect((await app.call(routes.showProof, { token, body: { password: 'sai rồi' } })).status).toBe(422);
    expect((await app.call(routes.showProof, { token, body: { password } })).status).toBe(204);
    expect((await makeList(token)).status).toBe(200);
    // Of this session alone.
    const other = await signIn(app, (await app.call(routes.me, { token })).body.person.id);
    expect((await makeList(other)).body.code).toBe('platform.proofNeeded');
  });
});
