import { v7 } from 'uuid';
import { routes } from '#contracts';
import { ActorCache } from '#platform/auth';
import { sql } from '#platform/database';
import { startApp, stopApps, type TestApp } from '../../../../../test/support/app.ts';
import { enrol } from '../../../../../test/support/authenticator.ts';
import { buildOfficer, buildTeam, buildMember, signIn, type TestPerson } from '../../../../../test/support/people.ts';
import { buildPlace, type Place } from '../../../../../test/support/units.ts';
import { Passwords } from '../passwords/passwords.ts';

const STEP = 30_000;
const password = 'trăng lên đầu núi';
let app: TestApp;
let place: Place;
let counter = 0;

beforeAll(async () => {
  app = await startApp({ TRUST_PROXY: 'loopback' });
  place = await buildPlace(app, { hamlets: 1 });
});
afterAll(stopApps);

async function officer(): Promise<TestPerson & { email: string }> {
  const email = `hai-lop-${counter++}@xa.example`;
  const person = await buildOfficer(app, { role: 'committee_member', unitId: place.communeId, email });
  await app.database.rows(
    sql`update people set password_hash = ${await app.get(Passwords).hash(password)} where id = ${person.id}`,
  );
  return { ...person, email };
}
const enter = (email: string, deviceKeys: string[] = []) =>
  app.call(routes.signInWithPassword, { body: { login: email, password, deviceKeys } });
const prove = (token: string, code: string, from = '203.0.113.1') =>
  app.call(routes.proveSignIn, { token, body: { code }, headers: { 'x-forwarded-for': from } });
const next = () => app.clock.advance(STEP);

it('counts from its first code on, is sealed in the database, and signs the other devices out', async () => {
  const person = await officer();
  const other = await signIn(app, person.id);
  const { token } = person;
  const begun = await app.call(routes.startSecondFactor, { token, body: {} });
  expect(begun).toMatchObject({
    status: 201,
    body: { secret: expect.stringMatching(/^[A-Z2-7]{32}$/), name: person.fullName },
  });
  expect(begun.body.link).toContain(`secret=${begun.body.secret}`);
  expect((await enter(person.email)).body.awaits).toBeUndefined();
  expect(await app.call(routes.confirmSecondFactor, { token, body: { code: '000000' } })).toMatchObject({
    status: 422,
    body: { details: [{ path: 'code', code: 'access.wrongCode' }] },
  });
  const { recoveryCodes } = await enrol(app, token);
  expect(recoveryCodes).toHaveLength(10);
  expect((await app.call(routes.me, { token })).status).toBe(200);
  expect((await app.call(routes.me, { token: other })).status).toBe(401);
  expect((await app.call(routes.mySecondFactor, { token })).body).toEqual({
    since: expect.stringMatching(/^\d{4}-.*Z$/),
    recoveryLeft: 10,
    requiredFrom: null,
    authenticator: true,
    passkeys: [],
    keysOffered: false,
  });
  // At an address without a name browsers make no keys.
  expect((await app.call(routes.startPasskey, { token })).body.code).toBe('access.keysOff');
  const row = await app.database.one<{ sealed: Buffer }>(
    sql`select sealed from second_factors where person_id = ${person.id}`,
  );
  expect(row?.sealed).toHaveLength(12 + 16 + 20);
  const kept = await app.database.rows<{ text: string }>(sql`select c::text as text from recovery_codes c`);
  expect(kept.some(({ text }) => text.includes(recoveryCodes[0] ?? ''))).toBe(false);
});

it('leaves a session that can do nothing but show the code, says nothing of whose it is, and is over in ten minutes', async () => {
  const person = await officer();
  const { code } = await enrol(app, person.token);
  const { body: half } = await enter(person.email);
  expect(half).toMatchObject({
    awaits: 'code',
    ways: ['code'],
    me: { person: { fullName: '', email: null, logins: [] }, posts: [] },
  });
  expect(Math.round((Date.parse(half.expiresAt) - app.clock.now().getTime()) / 60_000)).toBe(10);
  for (const route of [routes.me, routes.mySessions, routes.mySecondFactor])
    expect(await app.call(route, { token: half.token })).toMatchObject({
      status: 403,
      body: { code: 'platform.codeNeeded' },
    });
  expect(
    await app.call(routes.changePassword, { token: half.token, body: { next: 'mot-mat-khau-moi' } }),
  ).toMatchObject({ status: 403, body: { code: 'platform.codeNeeded' } });
  expect((await app.call(routes.mySessions, { token: person.token })).body).toHaveLength(1);
  next();
  const whole = await prove(half.token, code());
  expect(whole).toMatchObject({ status: 200, body: { me: { person: { fullName: person.fullName } } } });
  expect(Math.round((Date.parse(whole.body.expiresAt) - app.clock.now().getTime()) / 3_600_000)).toBe(12);
  expect((await app.call(routes.me, { token: half.token })).status).toBe(200);
  expect(await prove(half.token, code())).toMatchObject({ status: 409, body: { code: 'access.codeNotAwaited' } });
  const { body: late } = await enter(person.email);
  app.clock.advance(10 * 60_000);
  expect((await prove(late.token, code())).status).toBe(401);
});

it('takes a code once, one step off at most, also of two that come at once', async () => {
  const person = await officer();
  const { code } = await enrol(app, person.token);
  const first = (await enter(person.email)).body.token;
  const second = (await enter(person.email)).body.token;
  // That of the enrolment.
  expect((await prove(first, code())).status).toBe(422);
  next();
  const shown = code();
  next();
  const met = await Promise.all([prove(first, shown), prove(second, shown)]);
  expect(met.map(({ status }) => status).sort()).toEqual([200, 422]);
  const left = met[0]?.status === 200 ? second : first;
  const old = code();
  next();
  next();
  expect((await prove(left, old)).status).toBe(422);
  expect((await prove(left, code())).status).toBe(200);
});

const wrong = (token: string, from: string) => prove(token, '000000', from);

it('counts wrong codes by session and by where they come from, and is slow for all together', async () => {
  const person = await officer();
  const { code } = await enrol(app, person.token);
  const half = (await enter(person.email)).body.token;
  next();
  const tries = await Promise.all(Array.from({ length: 7 }, (_, i) => wrong(half, `203.0.113.${i + 10}`)));
  expect(tries.map(({ status }) => status).sort()).toEqual([422, 422, 422, 422, 422, 429, 429]);
  expect(await prove(half, code(), '198.51.100.1')).toMatchObject({
    status: 429,
    body: { code: 'access.tooManyTries', details: [{ params: { minutes: 10 } }] },
  });
  // Another session has tries of its own, from its own place; beyond ten of all together one a minute.
  const other = (await enter(person.email)).body.token;
  for (let i = 0; i < 5; i++) expect((await wrong(other, '198.51.100.2')).status).toBe(422);
  const third = (await enter(person.email)).body.token;
  expect((await wrong(third, '198.51.100.2')).status).toBe(429);
  expect((await wrong(third, '198.51.100.3')).status).toBe(429);
  app.clock.advance(61_000);
  expect((await wrong(third, '198.51.100.3')).status).toBe(422);
  expect((await prove(third, code(), '198.51.100.3')).status).toBe(429);
  app.clock.advance(61_000);
  expect((await prove(third, code(), '198.51.100.3')).status).toBe(200);
  const refused = await app.database.rows(
    sql`select 1 from access_acts where person_id = ${person.id} and kind = 'refused' and what = 'code'`,
  );
  expect(refused).toHaveLength(11);
});

it('lets its owner in by what they have shown before, and by paper, however many codes a stranger tries', async () => {
  const person = await officer();
  const { code, recoveryCodes } = await enrol(app, person.token);
  next();
  const own = await enter(person.email);
  const keys = [own.body.deviceKey];
  expect((await prove(own.body.token, code(), '192.0.2.1')).status).toBe(200);
  const strangers = async () => {
    for (let session = 0; session < 3; session++) {
      const { token } = (await enter(person.email)).body;
      for (let i = 0; i < 6; i++) await wrong(token, `203.0.113.${100 + session}`);
    }
  };
  await strangers();
  next();
  // A stranger with the password is given a key of a device too, which says nothing.
  const stranger = await enter(person.email);
  const second = await enter(person.email, [stranger.body.deviceKey]);
  expect((await wrong(second.body.token, '203.0.113.200')).status).toBe(429);
  const again = await enter(person.email, keys);
  expect((await prove(again.body.token, code(), '203.0.113.100')).status).toBe(200);
  // The session that was proven has tries of its own too.
  await strangers();
  next();
  const shown = await app.call(routes.showProof, { token: own.body.token, body: { code: code() } });
  expect(shown.status).toBe(204);
  const paper = await enter(person.email);
  expect((await prove(paper.body.token, '234567', '203.0.113.101')).status).toBe(429);
  expect((await prove(paper.body.token, recoveryCodes[0] ?? '', '203.0.113.101')).status).toBe(200);
});

it('counts wrong codes from paper apart, by session and place', async () => {
  const person = await officer();
  const { code, recoveryCodes } = await enrol(app, person.token);
  next();
  const half = (await enter(person.email)).body.token;
  for (let i = 0; i < 5; i++) expect((await prove(half, 'K7QX-M2PD-9RWT', '192.0.2.9')).status).toBe(422);
  expect((await prove(half, recoveryCodes[0] ?? '', '192.0.2.9')).status).toBe(429);
  expect((await prove(half, code(), '192.0.2.9')).status).toBe(200);
});

it('is stood in for by a code from paper, each once, until new ones take their place', async () => {
  const person = await officer();
  const { recoveryCodes } = await enrol(app, person.token);
  const [one = '', two = ''] = recoveryCodes;
  const enterBy = async (paper: string) => (await prove((await enter(person.email)).body.token, paper)).status;
  expect([await enterBy(one.toLowerCase().replaceAll('-', ' ')), await enterBy(one), await enterBy(two)]).toEqual([
    200, 422, 200,
  ]);
  const { token } = person;
  expect((await app.call(routes.mySecondFactor, { token })).body.recoveryLeft).toBe(8);
  next();
  const { body: fresh } = await app.call(routes.renewRecoveryCodes, { token });
  expect([await enterBy(recoveryCodes[2] ?? ''), await enterBy(fresh.recoveryCodes[0])]).toEqual([422, 200]);
  const acts = await app.database.rows<{ what: string }>(
    sql`select what from access_acts where person_id = ${person.id} and kind = 'sign_in' order by id`,
  );
  expect(acts.map(({ what }) => what)).toEqual(Array.from({ length: 3 }, () => 'sign_in.recovery'));
});

it('goes over to another phone and ends by whoever has shown it within ten minutes', async () => {
  const person = await officer();
  const { token } = person;
  const old = await enrol(app, token);
  const late = () => {
    app.clock.advance(10 * 60_000);
    app.get(ActorCache).forget(person.id);
  };
  const needed = { status: 403, body: { details: [{ params: { by: 'code', act: 'factor' } }] } };
  const show = (code: string) => app.call(routes.showProof, { token, body: { code } });
  late();
  for (const route of [routes.startSecondFactor, routes.renewRecoveryCodes, routes.endSecondFactor])
    expect(await app.call(route, { token })).toMatchObject(needed);
  expect((await show(old.code())).status).toBe(204);
  const { body: begun } = await app.call(routes.startSecondFactor, { token });
  expect(begun.secret).toHaveLength(32);
  next();
  // The old one counts until the new one has shown a code.
  expect((await prove((await enter(person.email)).body.token, old.code())).status).toBe(200);
  // From inside a messenger nothing can be shown, so nothing of this can be changed.
  const inside = v7();
  await app.database.rows(
    sql`insert into account_scopes (space, scope) values ('zalo-app', 'app') on conflict do nothing`,
  );
  await app.database.rows(
    sql`insert into linked_accounts (id, person_id, space, scope, external_id, proof, linked_at)
      values (${inside}, ${person.id}, 'zalo-app', 'app', '771', 'invite', ${app.clock.now()})`,
  );
  await app.database.rows(
    sql`update sessions set account_id = ${inside}, opened_by = null, proven_at = null where person_id = ${person.id}`,
  );
  app.get(ActorCache).forget(person.id);
  expect(await app.call(routes.endSecondFactor, { token })).toMatchObject(needed);
  next();
  expect((await show(old.code())).status).toBe(204);
  expect((await app.call(routes.endSecondFactor, { token })).status).toBe(204);
  expect((await enter(person.email)).body.awaits).toBeUndefined();
});

it('is asked of who comes by an invite too, and of nobody who has none', async () => {
  const admin = await buildOfficer(app, { role: 'admin', unitId: place.provinceId });
  const person = await officer();
  const { code } = await enrol(app, person.token);
  const accept = async (personId: string) => {
    const { body } = await app.call(routes.createInvite, { token: admin.token, params: { personId } });
    return (await app.call(routes.acceptInvite, { params: { code: body.code }, body: {} })).body;
  };
  const half = await accept(person.id);
  expect(half.awaits).toBe('code');
  next();
  expect((await prove(half.token, code())).status).toBe(200);
  const teamId = await buildTeam(app, { unitId: place.hamletIds[0] as string });
  const member = await buildMember(app, { teamId, role: 'leader' });
  expect((await accept(member.id)).awaits).toBeUndefined();
});
