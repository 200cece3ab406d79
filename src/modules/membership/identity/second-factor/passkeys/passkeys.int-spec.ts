/** Keys of a machine as second factor: made, shown, refused where they are not right, and taken off. */
import { randomUUID } from 'node:crypto';
import { routes } from '#contracts';
import { ActorCache } from '#platform/auth';
import { sql } from '#platform/database';
import { startApp, stopApps, type TestApp } from '../../../../../../test/support/app.ts';
import { enrol } from '../../../../../../test/support/authenticator.ts';
import { buildDirective } from '../../../../../../test/support/orders.ts';
import { buildOfficer, type TestPerson } from '../../../../../../test/support/people.ts';
import { SoftwareKey, type Wrong } from '../../../../../../test/support/software-key.ts';
import { buildPlace, type Place } from '../../../../../../test/support/units.ts';
import { Passwords } from '../../passwords/passwords.ts';

const ORIGIN = 'https://to-so.example';
const password = 'trăng lên đầu núi';
let app: TestApp;
let place: Place;
let counter = 0;

beforeAll(async () => {
  app = await startApp({ PUBLIC_URL: ORIGIN });
  place = await buildPlace(app, { hamlets: 1 });
});
afterAll(stopApps);

type Officer = TestPerson & { email: string };
async function officer(): Promise<Officer> {
  const email = `khoa-${counter++}@xa.example`;
  const person = await buildOfficer(app, { role: 'committee_member', unitId: place.communeId, email });
  await app.database.rows(
    sql`update people set password_hash = ${await app.get(Passwords).hash(password)} where id = ${person.id}`,
  );
  return { ...person, email };
}
const newKey = (counts = true) => new SoftwareKey(ORIGIN, 'to-so.example', counts);
const start = (token: string) => app.call(routes.startPasskey, { token });
const ask = async (token: string) => (await app.call(routes.askPasskey, { token })).body;
async function add(token: string, key: SoftwareKey, wrong: Wrong = {}) {
  const { body } = await start(token);
  const credential = key.create(body, wrong);
  return app.call(routes.addPasskey, { token, body: { name: 'Máy cơ quan', credential } });
}
const half = async ({ email }: Officer) =>
  (await app.call(routes.signInWithPassword, { body: { login: email, password } })).body;
const show = (token: string, passkey: unknown) => app.call(routes.proveSignIn, { token, body: { passkey } });
const mine = async (token: string) => (await app.call(routes.mySecondFactor, { token })).body;
const tooLate = (person: TestPerson) => {
  app.clock.advance(10 * 60_000);
  app.get(ActorCache).forget(person.id);
};
const wrongKey = { status: 422, body: { details: [{ path: 'passkey', code: 'access.wrongKey' }] } };

it('is a second factor of its own: it ends other sessions, gives codes for paper, and is asked after the password', async () => {
  const person = await officer();
  const { token } = person;
  const key = newKey();
  const made = await add(token, key);
  expect([made.status, made.body.recoveryCodes.length]).toEqual([201, 10]);
  expect(await mine(token)).toMatchObject({
    since: expect.any(String),
    authenticator: false,
    keysOffered: true,
    passkeys: [{ name: 'Máy cơ quan', usedAt: null }],
  });
  const { token: waiting, awaits, ways } = await half(person);
  expect([awaits, ways]).toEqual(['code', ['passkey']]);
  expect((await app.call(routes.me, { token: waiting })).body.code).toBe('platform.codeNeeded');
  const asked = await ask(waiting);
  expect(asked).toMatchObject({
    rpId: 'to-so.example',
    userVerification: 'required',
    allowCredentials: [{ id: key.id.toString('base64url'), transports: ['internal'] }],
  });
  expect(await show(waiting, key.get(asked))).toMatchObject({
    status: 200,
    body: { me: { person: { fullName: person.fullName } } },
  });
  const acts = await app.database.rows(
    sql`select what from access_acts where person_id = ${person.id} and kind = 'sign_in'`,
  );
  expect(acts).toEqual([{ what: 'sign_in.passkey' }]);
  // Six digits of an authenticator that there is not, then the paper.
  const next = (await half(person)).token;
  expect((await app.call(routes.proveSignIn, { token: next, body: { code: '123456' } })).status).toBe(422);
  const paper = { code: made.body.recoveryCodes[0] };
  expect((await app.call(routes.proveSignIn, { token: next, body: paper })).status).toBe(200);
});

describe('is refused', () => {
  let person: Officer;
  let key: SoftwareKey;
  beforeAll(async () => {
    person = await officer();
    key = newKey();
    expect((await add(person.token, key)).status).toBe(201);
  });
  const wrongs: [string, Wrong][] = [
    ['on another page', { origin: 'https://to-so.example.evil.example' }],
    ['for another domain', { rpId: 'evil.example' }],
    ['for another question', { challenge: randomUUID() }],
    ['without a finger or a PIN', { unverified: true }],
    ['with a signature of another key', { forged: true }],
  ];
  it.each(wrongs)('%s', async (_, wrong) => {
    const { token } = await half(person);
    expect(await show(token, key.get(await ask(token), wrong))).toMatchObject(wrongKey);
    await app.database.rows(sql`delete from login_attempts`);
  });
  it.each(wrongs.slice(0, 4))('when it is made %s', async (_, wrong) => {
    const fresh = await officer();
    expect(await add(fresh.token, newKey(), wrong)).toMatchObject({
      status: 422,
      body: { details: [{ path: 'credential', code: 'access.wrongKey' }] },
    });
    expect((await mine(fresh.token)).since).toBeNull();
  });

  it('a second time, in another session, and after five minutes', async () => {
    const { token } = await half(person);
    const signed = key.get(await ask(token));
    const { token: other } = await half(person);
    await ask(other);
    expect(await show(other, signed)).toMatchObject(wrongKey);
    expect((await show(token, signed)).status).toBe(200);
    expect((await app.call(routes.showProof, { token, body: { passkey: signed } })).status).toBe(422);
    const late = key.get(await ask(token));
    app.clock.advance(5 * 60_000);
    expect((await app.call(routes.showProof, { token, body: { passkey: late } })).status).toBe(422);
  });

  it("when it is another person's, and cannot be added by them", async () => {
    const stranger = await officer();
    const theirs = newKey();
    expect((await add(stranger.token, theirs)).status).toBe(201);
    const { token } = await half(person);
    expect(await show(token, theirs.get(await ask(token)))).toMatchObject(wrongKey);
    expect((await add(stranger.token, key)).body.code).toBe('access.keyKnown');
    const [kept] = (await mine(stranger.token)).passkeys;
    for (const route of [routes.renamePasskey, routes.removePasskey])
      expect(
        (await app.call(route, { token: person.token, params: { passkeyId: kept.id }, body: { name: 'Của tôi' } })).body
          .code,
      ).toBe('access.keyNotFound');
  });

  it('when it has not counted on, as a copy of it would not, and the log says so', async () => {
    const copied = await officer();
    const one = newKey();
    await add(copied.token, one);
    const first = (await half(copied)).token;
    expect((await show(first, one.get(await ask(first), { counter: 40 }))).status).toBe(200);
    const second = (await half(copied)).token;
    expect(await show(second, one.get(await ask(second), { counter: 12 }))).toMatchObject(wrongKey);
    expect(
      await app.database.rows(sql`select what from access_acts where person_id = ${copied.id} and kind = 'refused'`),
    ).toEqual([{ what: 'passkey_copied' }]);
    // One that never counts is no copy for that.
    const still = await officer();
    const uncounted = newKey(false);
    await add(still.token, uncounted);
    for (let i = 0; i < 2; i++) {
      const { token } = await half(still);
      expect((await show(token, uncounted.get(await ask(token)))).status).toBe(200);
    }
  });
});

it('is a proof before what weighs much, beside an authenticator or without, and stays when that changes', async () => {
  const person = await officer();
  const { token } = person;
  const { code } = await enrol(app, token);
  const key = newKey();
  tooLate(person);
  expect((await start(token)).body.code).toBe('platform.proofNeeded');
  expect((await app.call(routes.showProof, { token, body: { code: code() } })).status).toBe(204);
  const added = await add(token, key);
  expect([added.status, added.body.recoveryCodes]).toEqual([201, []]);
  expect((await half(person)).ways).toEqual(['code', 'passkey']);
  tooLate(person);
  const list = () =>
    app.call(routes.appendix1, {
      token,
      params: { unitId: place.communeId },
      query: { format: 'xlsx', purpose: 'report' },
    });
  expect((await list()).body.code).toBe('platform.proofNeeded');
  const passkey = key.get(await ask(token));
  expect((await app.call(routes.showProof, { token, body: { passkey, code: code() } })).status).toBe(422);
  expect((await app.call(routes.showProof, { token, body: { passkey } })).status).toBe(204);
  expect((await list()).status).toBe(200);
  // Another telephone: the key stays.
  app.clock.advance(30_000);
  await enrol(app, token);
  expect((await mine(token)).passkeys).toHaveLength(1);
});

it('is named and taken off by its owner, the last one with the second factor, but not where a rule asks for one', async () => {
  const person = await officer();
  const { token } = person;
  await add(token, newKey());
  await add(token, newKey());
  const [one, two] = (await mine(token)).passkeys;
  const of = ({ id }: { id: string }) => ({ token, params: { passkeyId: id } });
  expect((await app.call(routes.renamePasskey, { ...of(two), body: { name: 'Khóa USB trong tủ' } })).status).toBe(204);
  tooLate(person);
  expect((await app.call(routes.removePasskey, of(one))).body.code).toBe('platform.proofNeeded');
  await app.database.rows(sql`update sessions set proven_at = ${app.clock.now()} where person_id = ${person.id}`);
  app.get(ActorCache).forget(person.id);
  expect((await app.call(routes.removePasskey, of(one))).status).toBe(204);
  expect((await mine(token)).passkeys).toMatchObject([{ name: 'Khóa USB trong tủ' }]);
  const directiveId = await buildDirective(app, place.provinceId, '118/QĐ-SKHCN');
  const ruleId = randomUUID();
  await app.database.rows(
    sql`insert into second_factor_rules (id, unit_id, roles, ask_again, directive_id, validity)
      values (${ruleId}, ${place.provinceId}, '{committee_member}', false, ${directiveId},
        daterange(${app.clock.today()}::date, null))`,
  );
  app.get(ActorCache).forget('');
  expect((await app.call(routes.removePasskey, of(two))).body.code).toBe('access.factorRequired');
  expect((await mine(token)).passkeys).toHaveLength(1);
  // Whoever has none yet may begin with a key.
  const fresh = await officer();
  expect((await app.call(routes.me, { token: fresh.token })).body.awaits).toBe('enrolment');
  expect((await add(fresh.token, newKey())).status).toBe(201);
  expect((await app.call(routes.me, { token: fresh.token })).body.awaits).toBeUndefined();
  await app.database.rows(sql`delete from second_factor_rules where id = ${ruleId}`);
  app.get(ActorCache).forget('');
  expect((await app.call(routes.removePasskey, of(two))).status).toBe(204);
  expect((await mine(token)).since).toBeNull();
  expect((await half(person)).awaits).toBeUndefined();
  // Key and paper are both lost.
  const admin = await buildOfficer(app, { role: 'admin', unitId: place.provinceId });
  const lifted = { params: { personId: fresh.id }, body: { reason: 'Mất máy, đã gọi lại' }, key: randomUUID() };
  expect((await app.call(routes.liftSecondFactor, { token: admin.token, ...lifted })).status).toBe(204);
  expect((await half(fresh)).awaits).toBeUndefined();
});
