/** Signing in with an agency's account, against a real provider: tied by an administrator, refused when anything is not right. */
import { randomUUID } from 'node:crypto';
import { routes } from '#contracts';
import { ActorCache } from '#platform/auth';
import { sql } from '#platform/database';
import { Agency, AgencyVisitor, CLIENT } from '../../../../../test/support/agency.ts';
import { startApp, stopApps, type TestApp } from '../../../../../test/support/app.ts';
import { enrol } from '../../../../../test/support/authenticator.ts';
import { buildOfficer, buildPerson, type TestPerson } from '../../../../../test/support/people.ts';
import { buildPlace, type Place } from '../../../../../test/support/units.ts';
import { EndAccess } from '../../people/people/end-access.ts';

const PUBLIC_URL = 'https://to-so.example';
let agency: Agency;
let app: TestApp;
let place: Place;
let admin: TestPerson;
let counter = 0;

beforeAll(async () => {
  agency = await Agency.start(`${PUBLIC_URL}/console/`);
  app = await startApp({ PUBLIC_URL, ...agency.env });
  place = await buildPlace(app, { hamlets: 1 });
  admin = await buildOfficer(app, { role: 'admin', unitId: place.provinceId });
});
afterAll(async () => {
  await stopApps();
  await agency.close();
});
afterEach(async () => {
  agency.bend = undefined;
  agency.forges = false;
  await app.database.rows(sql`delete from login_attempts`);
});

const officer = () => buildOfficer(app, { role: 'committee_member', unitId: place.communeId });
const newAccount = () => `canbo${counter++}`;
const start = async () => (await app.call(routes.startAgencySignIn)).body as { url: string; ticket: string };
const back = (answer: string, ticket: string) =>
  app.call(routes.signInWithAgency, { body: { answer, ticket, device: 'Chrome, Windows' } });
async function enter(account: string, visitor?: AgencyVisitor) {
  const { url, ticket } = await start();
  return back(await agency.signIn(url, account, visitor), ticket);
}
const list = async (state: 'waiting' | 'decided' = 'waiting') =>
  (await app.call(routes.agencyAccounts, { token: admin.token, query: { state, limit: '200' } })).body.items;
const known = async (account: string, state?: 'waiting' | 'decided') =>
  (await list(state)).find(({ saidName }: { saidName: string }) => saidName === `Cán bộ ${account}`);
const ask = (accountId: string, personId: string | null, by = admin, key = randomUUID()) =>
  app.call(routes.decideAgencyAccount, { token: by.token, key, params: { accountId }, body: { personId } });
/** By somebody who has just shown who they are. */
async function decide(accountId: string, personId: string | null, by = admin) {
  await app.database.rows(sql`update sessions set proven_at = ${app.clock.now()} where person_id = ${by.id}`);
  app.get(ActorCache).forget(by.id);
  return ask(accountId, personId, by);
}
async function tied(person: TestPerson): Promise<string> {
  const account = newAccount();
  await enter(account);
  expect((await decide((await known(account)).id, person.id)).status).toBe(204);
  return account;
}
const refused = { status: 401, body: { code: 'agency.notProven' } };

it('is off until a provider is configured', async () => {
  const without = await startApp({ DATABASE_URL: app.databaseUrl });
  expect((await without.call(routes.signInWays)).body).toEqual({ agency: false });
  const off = { status: 404, body: { code: 'agency.off' } };
  expect(await without.call(routes.startAgencySignIn)).toMatchObject(off);
  const body = { answer: 'code=a&state=b', ticket: 'x'.repeat(40) };
  expect(await without.call(routes.signInWithAgency, { body })).toMatchObject(off);
  expect((await app.call(routes.signInWays)).body).toEqual({ agency: true });
});

it('ties by an administrator alone, never by name or address, and is asked for at each sign-in from then on', async () => {
  const account = newAccount();
  // The very address of an officer: it opens nothing.
  const email = `${account}@co-quan.example`;
  const person = await buildOfficer(app, { role: 'committee_member', unitId: place.communeId, email });
  const waits = { status: 403, body: { code: 'agency.waits' } };
  expect(await enter(account)).toMatchObject(waits);
  expect(await enter(account)).toMatchObject(waits);
  const asked = await known(account);
  expect(asked).toMatchObject({ saidEmail: email, state: 'waiting', person: null });
  expect((await decide(asked.id, person.id, person)).status).toBe(403);
  const below = await buildOfficer(app, { role: 'admin', unitId: place.districtId });
  expect((await decide(asked.id, person.id, below)).status).toBe(403);
  expect((await decide(asked.id, admin.id)).body.code).toBe('link.superiorDecides');
  expect((await decide(asked.id, (await buildPerson(app)).id)).status).toBe(404);
  expect((await decide(asked.id, person.id)).status).toBe(204);
  expect((await decide(asked.id, null)).body.code).toBe('agency.tiedAlready');
  const entered = await enter(account);
  expect(entered).toMatchObject({ status: 200, body: { me: { person: { fullName: person.fullName } } } });
  expect(Math.round((Date.parse(entered.body.expiresAt) - app.clock.now().getTime()) / 3_600_000)).toBe(12);
  expect(
    await app.database.rows(sql`select what from access_acts where person_id = ${person.id} and kind = 'sign_in'`),
  ).toEqual([{ what: 'agency' }]);
  // Taken off, its sessions are over and it waits again.
  const params = { accountId: (await known(account, 'decided')).id };
  expect((await app.call(routes.endAgencyAccount, { token: admin.token, params })).status).toBe(204);
  expect((await app.call(routes.me, { token: entered.body.token })).status).toBe(401);
  expect(await enter(account)).toMatchObject(waits);
  expect((await decide((await known(account)).id, null)).status).toBe(204);
  expect(await enter(account)).toMatchObject({ status: 403, body: { code: 'agency.notOurs' } });
});

it('is tied by an administrator who has shown who they are, also without a second factor and without a rule', async () => {
  const person = await officer();
  const account = newAccount();
  await enter(account);
  const { id } = await known(account);
  const above = await buildOfficer(app, { role: 'admin', unitId: place.provinceId });
  const key = randomUUID();
  expect(await ask(id, person.id, above, key)).toMatchObject({
    status: 403,
    body: { code: 'platform.proofNeeded', details: [{ params: { by: 'password', act: 'contacts' } }] },
  });
  const { token } = above;
  const password = 'cầu tre lắt lẻo gập ghềnh';
  expect((await app.call(routes.changePassword, { token, body: { next: password } })).status).toBe(204);
  expect((await ask(id, person.id, above, key)).body.code).toBe('platform.proofNeeded');
  expect((await app.call(routes.showProof, { token, body: { password } })).status).toBe(204);
  expect((await ask(id, person.id, above, key)).status).toBe(204);
});

it('asks for the second factor as after a password, whatever the provider says of how it has looked', async () => {
  const person = await officer();
  const account = await tied(person);
  const { code } = await enrol(app, person.token);
  agency.bend = (claims) => ({ ...claims, amr: ['mfa', 'hwk'], acr: 'urn:mfa', auth_time: claims.iat });
  const half = (await enter(account)).body;
  expect([half.awaits, half.ways]).toEqual(['code', ['code']]);
  expect((await app.call(routes.me, { token: half.token })).body.code).toBe('platform.codeNeeded');
  app.clock.advance(30_000);
  expect((await app.call(routes.proveSignIn, { token: half.token, body: { code: code() } })).status).toBe(200);
});

describe('takes no token', () => {
  const seconds = () => Math.floor(Date.now() / 1_000);
  it.each<[string, NonNullable<Agency['bend']>]>([
    ['of another issuer', (claims) => ({ ...claims, iss: 'https://other.example' })],
    ['for another client', (claims) => ({ ...claims, aud: 'another-client' })],
    ['for several, of whom another one is meant', (claims) => ({ ...claims, aud: [CLIENT.id, 'b'], azp: 'b' })],
    ['for another sign-in', (claims) => ({ ...claims, nonce: 'of-another' })],
    ['without its nonce', ({ nonce: _, ...claims }) => claims],
    ['that is over', (claims) => ({ ...claims, iat: seconds() - 7_200, exp: seconds() - 3_600 })],
    ['without a subject', ({ sub: _, ...claims }) => claims],
  ])('%s', async (_, bend) => {
    const account = await tied(await officer());
    agency.bend = bend;
    expect(await enter(account)).toMatchObject(refused);
  });

  it('that the provider has not signed', async () => {
    const account = await tied(await officer());
    agency.forges = true;
    expect(await enter(account)).toMatchObject(refused);
  });
});

it('takes an answer once, within ten minutes, in the browser that began, and no code twice', async () => {
  const account = await tied(await officer());
  const over = { status: 410, body: { code: 'agency.over' } };
  const first = await start();
  const answer = await agency.signIn(first.url, account);
  expect((await back(answer, first.ticket)).status).toBe(200);
  expect(await back(answer, first.ticket)).toMatchObject(over);
  // The used code with a ticket of its own.
  const second = await start();
  const replayed = new URLSearchParams(answer);
  replayed.set('state', new URL(second.url).searchParams.get('state') ?? '');
  expect(await back(replayed.toString(), second.ticket)).toMatchObject(refused);
  // What somebody else began, as a link sent to an officer would be.
  const [mine, theirs] = [await start(), await start()];
  expect(await back(await agency.signIn(theirs.url, account), mine.ticket)).toMatchObject(refused);
  expect(await back(answer, `${mine.ticket.slice(0, -4)}AAAA`)).toMatchObject(over);
  const late = await start();
  const lateAnswer = await agency.signIn(late.url, account);
  app.clock.advance(10 * 60_000);
  expect(await back(lateAnswer, late.ticket)).toMatchObject(over);
  expect(await back('error=access_denied', (await start()).ticket)).toMatchObject(refused);
});

it('signs out there too, and keeps what that needs sealed', async () => {
  const account = await tied(await officer());
  const visitor = new AgencyVisitor();
  const { token } = (await enter(account, visitor)).body;
  const before = agency.asked;
  // The provider knows the visitor still.
  const again = (await enter(account, visitor)).body.token;
  expect(agency.asked).toBe(before);
  const [kept] = await app.database.rows<{ sealed: Buffer }>(sql`select sealed from agency_sessions limit 1`);
  expect(kept?.sealed.includes('eyJ')).toBe(false);
  const { status, body } = await app.call(routes.leave, { token });
  expect(status).toBe(200);
  expect((await app.call(routes.me, { token })).status).toBe(401);
  expect((await app.call(routes.me, { token: again })).status).toBe(200);
  const asked = await visitor.follow(body.next, agency.home);
  const xsrf = /name="xsrf" value="([^"]+)"/.exec(asked.page)?.[1] ?? '';
  const left = await visitor.follow(`${agency.issuer}/session/end/confirm`, agency.home, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ xsrf, logout: 'yes' }).toString(),
  });
  expect(left.url).toBe(agency.home);
  await enter(account, visitor);
  expect(agency.asked).toBe(before + 1);
  // Who came in otherwise goes nowhere else.
  const other = await officer();
  expect((await app.call(routes.leave, { token: other.token })).body).toEqual({ next: null });
});

it('waits again for whoever is given a higher post', async () => {
  const person = await officer();
  const account = await tied(person);
  await app.database.tx((tx) => app.get(EndAccess).doubtAll(tx, [person.id]));
  expect(await enter(account)).toMatchObject({ status: 403, body: { code: 'agency.waits' } });
});

it('says that the provider does not answer, and asks it again the next time', async () => {
  const there = await Agency.start(`${PUBLIC_URL}/console/`);
  const lost = await startApp({
    DATABASE_URL: app.databaseUrl,
    PUBLIC_URL,
    OIDC_ISSUER: `${there.issuer}/nowhere`,
    OIDC_CLIENT_ID: CLIENT.id,
  });
  for (let i = 0; i < 2; i++)
    expect(await lost.call(routes.startAgencySignIn)).toMatchObject({
      status: 503,
      body: { code: 'agency.unreachable' },
    });
  await there.close();
});
