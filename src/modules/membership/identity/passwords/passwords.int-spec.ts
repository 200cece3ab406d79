import { hash } from '@node-rs/argon2';
import { sql } from '#platform/database';
import { routes } from '#contracts';
import { startApp, stopApps, type TestApp } from '../../../../../test/support/app.ts';
import { buildOfficer, signIn } from '../../../../../test/support/people.ts';
import { buildPlace, type Place } from '../../../../../test/support/units.ts';
import { Passwords } from './passwords.ts';

let app: TestApp;
let place: Place;

beforeAll(async () => {
  // Callers' addresses as a proxy before the server tells them.
  app = await startApp({ TRUST_PROXY: 'loopback' });
  place = await buildPlace(app, { hamlets: 1 });
});
afterAll(stopApps);

const officer = () =>
  buildOfficer(app, { role: 'committee_member', unitId: place.communeId, title: 'Phó Chủ tịch UBND xã' });

describe('a password', () => {
  const withPassword = async (password: string, email: string) => {
    const person = await buildOfficer(app, { role: 'focal_officer', unitId: place.communeId, standIn: true, email });
    await app.database.rows(
      sql`update people set password_hash = ${await app.get(Passwords).hash(password)} where id = ${person.id}`,
    );
    return person;
  };
  const enter = (login: string, password: string, more: object = {}) =>
    app.call(routes.signInWithPassword, { body: { login, password, ...more } });
  const hours = (until: string) => Math.round((Date.parse(until) - app.clock.now().getTime()) / 3_600_000);

  it('signs in by e-mail or phone, for twelve hours, or thirty days on a private device', async () => {
    const person = await withPassword('mat-khau-dai-1', 'dau-moi-1@xa.example');
    const entered = await enter('DAU-MOI-1@xa.example', 'mat-khau-dai-1');
    expect(entered).toMatchObject({
      status: 200,
      body: { me: { person: { id: person.id, hasPassword: true, email: 'dau-moi-1@xa.example' } } },
    });
    expect(hours(entered.body.expiresAt)).toBe(12);
    const phone = await app.database.one<{ e164: string }>(sql`select e164 from phones where person_id = ${person.id}`);
    const byPhone = await enter(phone?.e164.replace('+84', '0') ?? '', 'mat-khau-dai-1', { privateDevice: true });
    expect(hours(byPhone.body.expiresAt)).toBe(30 * 24);
  });

  it('is hashed anew by the measure of today when it is right the next time, and only then', async () => {
    const person = await withPassword('mat-khau-dai-8', 'dau-moi-8@xa.example');
    const weak = await hash('mat-khau-dai-8', { memoryCost: 8_192, timeCost: 1 });
    await app.database.rows(sql`update people set password_hash = ${weak} where id = ${person.id}`);
    const stored = async () =>
      (await app.database.one<{ hash: string }>(sql`select password_hash as hash from people where id = ${person.id}`))
        ?.hash;
    expect((await enter('dau-moi-8@xa.example', 'sai')).status).toBe(401);
    expect(await stored()).toBe(weak);
    expect((await enter('dau-moi-8@xa.example', 'mat-khau-dai-8')).status).toBe(200);
    const renewed = await stored();
    expect(renewed).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect((await enter('dau-moi-8@xa.example', 'mat-khau-dai-8')).status).toBe(200);
    expect(await stored()).toBe(renewed);
  });

  it('is refused in the same words whether the login exists or not', async () => {
    await withPassword('mat-khau-dai-2', 'dau-moi-2@xa.example');
    const wrong = await enter('dau-moi-2@xa.example', 'sai');
    const unknown = await enter('khong-co@xa.example', 'sai');
    expect(wrong).toMatchObject({ status: 401, body: { code: 'access.wrongCredentials' } });
    expect(unknown.body).toEqual(wrong.body);
  });

  it('says what is wrong with a body as every other route does: the code, and the limit that it breaks', async () => {
    const { status, body } = await enter('ab', 'mat-khau-dai-1', { device: 'x'.repeat(201) });
    expect({ status, code: body.code }).toEqual({ status: 422, code: 'input.invalid' });
    expect(body.details).toEqual([
      { path: 'login', code: 'input.too_small', params: { origin: 'string', minimum: 3, inclusive: true } },
      { path: 'device', code: 'input.too_big', params: { origin: 'string', maximum: 200, inclusive: true } },
    ]);
    expect((await enter('dau-moi-1@xa.example', 'mat-khau\0dai')).body.details).toEqual([
      { path: 'password', code: 'input.unstorable', params: {} },
    ]);
  });

  it('waits after five wrong tries, also parallel ones, also for the right password, and opens after ten minutes', async () => {
    await withPassword('mat-khau-dai-3', 'dau-moi-3@xa.example');
    const tries = await Promise.all(Array.from({ length: 8 }, () => enter('dau-moi-3@xa.example', 'sai')));
    expect(tries.map(({ status }) => status).sort()).toEqual([401, 401, 401, 401, 401, 429, 429, 429]);
    const right = await enter('dau-moi-3@xa.example', 'mat-khau-dai-3');
    expect(right).toMatchObject({
      status: 429,
      body: { code: 'access.tooManyTries', details: [{ params: { minutes: 10 } }] },
    });
    // From the first wrong try on, however long the others took.
    const wait = Number(right.headers['retry-after']);
    expect(wait).toBeLessThanOrEqual(600);
    expect(wait).toBeGreaterThan(540);
    app.clock.advance(10 * 60_000);
    expect((await enter('dau-moi-3@xa.example', 'mat-khau-dai-3')).status).toBe(200);
  });

  const from = (address: string, login: string, password: string, more: object = {}) =>
    app.call(routes.signInWithPassword, {
      body: { login, password, ...more },
      headers: { 'x-forwarded-for': address },
    });

  it('is counted by the number, however it is typed, and a login that is no number and no address is refused', async () => {
    const person = await withPassword('mat-khau-dai-4', 'dau-moi-4@xa.example');
    const phone = await app.database.one<{ e164: string }>(sql`select e164 from phones where person_id = ${person.id}`);
    const digits = phone?.e164.replace('+84', '') ?? '';
    for (const junk of [`zz 0${digits}`, `0${digits} zz`, `0${digits}, 0${digits}`])
      expect(await enter(junk, 'mat-khau-dai-4')).toMatchObject({
        status: 422,
        body: { details: [{ path: 'login', code: 'access.loginUnreadable' }] },
      });
    const written = [
      `0${digits}`,
      `+84${digits}`,
      `84 ${digits}`,
      `0${digits.slice(0, 3)} ${digits.slice(3)}`,
      ` 0${digits} `,
    ];
    for (const login of written) expect((await enter(login, 'sai')).status).toBe(401);
    expect((await enter(`(0${digits})`, 'mat-khau-dai-4')).status).toBe(429);
  });

  it('is counted by the person too, whichever of the logins is tried', async () => {
    const person = await withPassword('mat-khau-dai-5', 'dau-moi-5@xa.example');
    const phone = await app.database.one<{ e164: string }>(sql`select e164 from phones where person_id = ${person.id}`);
    const digits = phone?.e164.replace('+84', '0') ?? '';
    for (let i = 0; i < 10; i++)
      expect((await from(`203.0.113.${i}`, i % 2 ? digits : 'dau-moi-5@xa.example', 'sai')).status).toBe(401);
    expect((await from('203.0.113.99', digits, 'sai')).status).toBe(429);
  });

  it('keeps nobody out whom strangers try: a known device goes on, another one is slower only', async () => {
    await withPassword('mat-khau-dai-6', 'dau-moi-6@xa.example');
    const first = await from('198.51.100.1', 'dau-moi-6@xa.example', 'mat-khau-dai-6');
    expect(first.body.deviceKey).toMatch(/^[\w-]{43}$/);
    for (let i = 0; i < 10; i++) await from(`203.0.113.${100 + i}`, 'dau-moi-6@xa.example', 'sai');
    const stranger = await from('203.0.113.200', 'dau-moi-6@xa.example', 'mat-khau-dai-6');
    expect(stranger.status).toBe(429);
    expect(Number(stranger.headers['retry-after'])).toBeLessThanOrEqual(60);
    const deviceKeys = ['khoa-cua-may-khac-khong-ai-biet', first.body.deviceKey];
    const known = await from('203.0.113.200', 'dau-moi-6@xa.example', 'mat-khau-dai-6', { deviceKeys });
    expect(known.status).toBe(200);
    expect(known.body.deviceKey).toBeUndefined();
    for (let i = 0; i < 5; i++) await from('203.0.113.201', 'dau-moi-6@xa.example', 'sai', { deviceKeys });
    expect((await from('198.51.100.9', 'dau-moi-6@xa.example', 'mat-khau-dai-6', { deviceKeys })).status).toBe(429);
    app.clock.advance(61_000);
    expect((await from('198.51.100.8', 'dau-moi-6@xa.example', 'mat-khau-dai-6')).status).toBe(200);
    app.clock.advance(-61_000);
  });

  it('is not taken from an address that tries many logins', async () => {
    await withPassword('mat-khau-dai-7', 'dau-moi-7@xa.example');
    for (let i = 0; i < 60; i++) expect((await from('192.0.2.7', `la-${i}@xa.example`, 'sai')).status).toBe(401);
    expect((await from('192.0.2.7', 'dau-moi-7@xa.example', 'mat-khau-dai-7')).status).toBe(429);
    expect((await from('192.0.2.8', 'dau-moi-7@xa.example', 'mat-khau-dai-7')).status).toBe(200);
  });

  it('is asked for one at a time: a flood is told to come again, and who signs in later gets in', async () => {
    await withPassword('mat-khau-dai-8', 'dau-moi-8@xa.example');
    const flood = await Promise.all(
      Array.from({ length: 60 }, (_, i) => from(`198.18.0.${i}`, `la-khac-${i}@xa.example`, 'sai')),
    );
    const refused = flood.filter(({ status }) => status === 429);
    expect(refused.length).toBeGreaterThan(40);
    expect(refused[0]).toMatchObject({
      body: { code: 'platform.busy' },
      headers: { 'retry-after': expect.any(String) },
    });
    expect((await from('198.18.1.1', 'dau-moi-8@xa.example', 'mat-khau-dai-8')).status).toBe(200);
  });

  it('that anybody would guess is refused when it is set', async () => {
    const person = await officer();
    const { e164 } = (await app.database.one<{ e164: string }>(
      sql`select e164 from phones where person_id = ${person.id}`,
    )) as { e164: string };
    for (const next of ['password123', 'MatKhau@2024', e164.replace('+84', '0'), `${person.fullName}1`])
      expect(await app.call(routes.changePassword, { token: person.token, body: { next } })).toMatchObject({
        status: 422,
        body: { details: [{ path: 'next', code: 'access.passwordCommon' }] },
      });
  });

  it('is set without one before, changed only with the current one, and ends the other devices', async () => {
    const person = await officer();
    const other = await signIn(app, person.id);
    const change = (body: object) => app.call(routes.changePassword, { token: person.token, body });
    expect((await change({ next: 'mat-khau-moi-1' })).status).toBe(204);
    await app.call(routes.me, { token: other }).then(({ status }) => expect(status).toBe(401));
    expect(await change({ next: 'mat-khau-moi-2' })).toMatchObject({
      status: 422,
      body: { details: [{ path: 'current', code: 'access.wrongPassword' }] },
    });
    expect((await change({ current: 'mat-khau-moi-1', next: 'ngan' })).status).toBe(422);
    expect((await change({ current: 'mat-khau-moi-1', next: 'mat-khau-moi-2' })).status).toBe(204);
    expect((await app.call(routes.me, { token: person.token })).status).toBe(200);
  });
});
