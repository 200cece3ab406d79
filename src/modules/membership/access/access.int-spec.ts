import { randomUUID } from 'node:crypto';
import { routes } from '#contracts';
import { hashToken } from '#platform/auth';
import { startApp, stopApps, type TestApp } from '../../../../test/support/app.ts';
import {
  buildMember,
  buildOfficer,
  buildPerson,
  buildTeam,
  buildWholeTeam,
  signIn,
} from '../../../../test/support/people.ts';
import { buildPlace, type Place } from '../../../../test/support/units.ts';
import { ForgetOldAccess } from './forget-old-access.ts';
import { hashPassword } from './passwords.ts';

let app: TestApp;
let place: Place;

beforeAll(async () => {
  app = await startApp({ PUBLIC_URL: 'https://to-so.example' });
  place = await buildPlace(app, { hamlets: 6 });
});
afterAll(stopApps);

const hamlet = (i: number) => place.hamletIds[i] as string;
const invite = (token: string, personId: string) => app.call(routes.createInvite, { token, params: { personId } });
const accept = (code: string, on = app, body: object = { device: 'Chrome trên Android' }) =>
  on.call(routes.acceptInvite, { params: { code }, body });
const officer = () =>
  buildOfficer(app, { role: 'committee_member', unitId: place.communeId, title: 'Phó Chủ tịch UBND xã' });

describe('an invite', () => {
  it('tells who is meant without being used, signs in once, and never again', async () => {
    const { leader, member } = await buildWholeTeam(app, hamlet(0));
    const made = await invite(leader.token, member.id);
    expect(made).toMatchObject({
      status: 201,
      body: { fullName: member.fullName, url: `https://to-so.example/app/#/moi/${made.body.code}` },
    });
    expect(made.body.qrSvg).toMatch(/^<svg/);
    const preview = () => app.call(routes.previewInvite, { params: { code: made.body.code } });
    expect(await preview()).toMatchObject({
      status: 200,
      body: {
        issuer: 'UBND xã Minh Sơn',
        fullName: member.fullName,
        roleTitle: 'Thành viên',
        teamName: 'Thôn 1',
        phoneMasked: expect.stringMatching(/^051•••\d{4}$/),
        decision: { number: '42/QĐ-UBND' },
      },
    });
    expect((await preview()).status).toBe(200);
    const entered = await accept(made.body.code);
    expect(entered).toMatchObject({
      status: 200,
      body: {
        me: {
          person: { fullName: member.fullName, hasPassword: false },
          posts: [{ role: 'member', title: 'Thành viên', team: { name: 'Thôn 1' }, unit: { kind: 'hamlet' } }],
        },
      },
    });
    expect(await app.call(routes.me, { token: entered.body.token })).toMatchObject({
      status: 200,
      body: { person: { id: member.id } },
    });
    expect(await accept(made.body.code)).toMatchObject({ status: 410, body: { code: 'invite.used' } });
    expect(await preview()).toMatchObject({ status: 410, body: { code: 'invite.used' } });
  });

  it('signs in one of two who use it at the same moment', async () => {
    const admin = await officer();
    const { member } = await buildWholeTeam(app, hamlet(1));
    const { body } = await invite(admin.token, member.id);
    const answers = await Promise.all([accept(body.code), accept(body.code), accept(body.code)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 410, 410]);
  });

  it('is not used up by a body that is refused', async () => {
    const { leader, member } = await buildWholeTeam(app, hamlet(2));
    const { body } = await invite(leader.token, member.id);
    expect((await accept(body.code, app, { device: 7 })).status).toBe(422);
    expect((await accept(body.code)).status).toBe(200);
  });

  it('ends after seven days, when a newer one is made, and when its receiver says "Không phải tôi"', async () => {
    const { leader, member } = await buildWholeTeam(app, hamlet(3));
    const { body: first } = await invite(leader.token, member.id);
    const { body: second } = await invite(leader.token, member.id);
    expect(await accept(first.code)).toMatchObject({ status: 410, body: { code: 'invite.replaced' } });
    expect((await app.call(routes.rejectInvite, { params: { code: second.code } })).status).toBe(204);
    expect(await accept(second.code)).toMatchObject({ status: 410, body: { code: 'invite.rejected' } });
    const { body: seen } = await app.call(routes.getTeam, {
      token: leader.token,
      params: { teamId: (await app.call(routes.me, { token: leader.token })).body.posts[0].team.id },
    });
    expect(seen.members.find((row: { person: { id: string } }) => row.person.id === member.id).phoneState).toBe(
      'unverified',
    );
    const { body: third } = await invite(leader.token, member.id);
    app.clock.advance(7 * 86_400_000);
    expect(await accept(third.code)).toMatchObject({ status: 410, body: { code: 'invite.expired' } });
    app.clock.advance(-7 * 86_400_000);
    expect(await accept('khong-co-ma-nay')).toMatchObject({ status: 404, body: { code: 'invite.notFound' } });
  });

  it('cannot be made for a person with more rights than its maker', async () => {
    const { leader, teamId } = await buildWholeTeam(app, hamlet(4));
    const both = await officer();
    await buildMember(app, { teamId, personId: both.id });
    expect((await invite(leader.token, both.id)).status).toBe(403);
    const focal = await buildOfficer(app, { role: 'focal_officer', unitId: place.communeId, standIn: true });
    const district = await buildOfficer(app, { role: 'district_officer', unitId: place.districtId });
    expect((await invite(focal.token, district.id)).status).toBe(403);
    expect(await invite(focal.token, both.id)).toMatchObject({
      status: 201,
      body: { url: expect.stringContaining('/console/#/moi/') },
    });
  });

  it('cannot be made for a member of another team or commune', async () => {
    const other = await buildPlace(app, { hamlets: 1, commune: 'Dân Lý', districtId: place.districtId });
    const stranger = await buildWholeTeam(app, other.hamletIds[0] as string);
    const { leader } = await buildWholeTeam(app, hamlet(5));
    expect((await invite(leader.token, stranger.member.id)).status).toBe(403);
    expect((await invite((await officer()).token, stranger.member.id)).status).toBe(403);
    expect((await invite(leader.token, randomUUID())).status).toBe(404);
  });
});

describe('a password', () => {
  const withPassword = async (password: string, email: string) => {
    const person = await buildOfficer(app, { role: 'focal_officer', unitId: place.communeId, standIn: true, email });
    await app.database.rows('update people set password_hash = $2 where id = $1', [
      person.id,
      await hashPassword(password),
    ]);
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
    const phone = await app.database.one<{ e164: string }>('select e164 from phones where person_id = $1', [person.id]);
    const byPhone = await enter(phone?.e164.replace('+84', '0') ?? '', 'mat-khau-dai-1', { privateDevice: true });
    expect(hours(byPhone.body.expiresAt)).toBe(30 * 24);
  });

  it('is refused in the same words whether the login exists or not', async () => {
    await withPassword('mat-khau-dai-2', 'dau-moi-2@xa.example');
    const wrong = await enter('dau-moi-2@xa.example', 'sai');
    const unknown = await enter('khong-co@xa.example', 'sai');
    expect(wrong).toMatchObject({ status: 401, body: { code: 'access.wrongCredentials' } });
    expect(unknown.body).toEqual(wrong.body);
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
    const phone = await app.database.one<{ e164: string }>('select e164 from phones where person_id = $1', [person.id]);
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
    const phone = await app.database.one<{ e164: string }>('select e164 from phones where person_id = $1', [person.id]);
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
    const { e164 } = (await app.database.one<{ e164: string }>('select e164 from phones where person_id = $1', [
      person.id,
    ])) as { e164: string };
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

describe('a session', () => {
  it('is listed with its device, revoked by its owner only, and dead at once in every process', async () => {
    const person = await officer();
    const lost = await signIn(app, person.id);
    const second = await startApp({ DATABASE_URL: app.databaseUrl });
    expect((await second.call(routes.me, { token: lost })).status).toBe(200);
    const { body: sessions } = await app.call(routes.mySessions, { token: person.token });
    expect(sessions).toHaveLength(2);
    const target = sessions.find((row: { current: boolean }) => !row.current).id;
    const stranger = await buildPerson(app);
    expect(
      await app.call(routes.revokeSession, { token: stranger.token, params: { sessionId: target } }),
    ).toMatchObject({ status: 404, body: { code: 'access.sessionNotFound' } });
    expect((await app.call(routes.revokeSession, { token: person.token, params: { sessionId: target } })).status).toBe(
      204,
    );
    expect((await app.call(routes.me, { token: lost })).status).toBe(401);
    await expect(untilRefused(second, lost)).resolves.toBe(401);
    expect((await app.call(routes.signOut, { token: person.token })).status).toBe(204);
    expect((await app.call(routes.me, { token: person.token })).status).toBe(401);
  });

  it('slides while it is used and ends ninety days after the last use', async () => {
    const { member } = await buildWholeTeam(app, await oneMoreHamlet());
    app.clock.advance(80 * 86_400_000);
    expect((await app.call(routes.me, { token: member.token })).status).toBe(200);
    const row = await app.database.one<{ expires_at: Date }>('select expires_at from sessions where person_id = $1', [
      member.id,
    ]);
    expect(Math.round(((row?.expires_at.getTime() ?? 0) - app.clock.now().getTime()) / 86_400_000)).toBe(90);
    app.clock.advance(91 * 86_400_000);
    const fresh = await startApp({ DATABASE_URL: app.databaseUrl, CLOCK: app.clock.now().toISOString() });
    expect((await fresh.call(routes.me, { token: member.token })).status).toBe(401);
    app.clock.advance(-171 * 86_400_000);
  });

  it('shows all posts of today, an officer with the path of the unit and what the post may do', async () => {
    const person = await officer();
    const teamId = await buildTeam(app, { unitId: await oneMoreHamlet() });
    await buildMember(app, { teamId, role: 'deputy', personId: person.id });
    const { body } = await app.call(routes.me, { token: person.token });
    expect(body.posts).toMatchObject([
      {
        role: 'committee_member',
        title: 'Phó Chủ tịch UBND xã',
        unit: { fullName: 'Xã Minh Sơn' },
        ancestors: [{ fullName: 'Tỉnh Thanh Hóa' }, { fullName: 'Huyện Triệu Sơn' }],
        team: null,
      },
      { role: 'deputy', title: 'Tổ phó', team: { id: teamId } },
    ]);
    expect(body.posts[0].may).toContain('assignment.issue');
    expect(body.posts[1].may).not.toContain('assignment.issue');
  });

  it('of an officer ends with the working day, also when an invite opened it', async () => {
    const admin = await buildOfficer(app, { role: 'admin', unitId: place.provinceId });
    const made = await invite(admin.token, (await officer()).id);
    expect(made).toMatchObject({ status: 201 });
    const { body } = made;
    const entered = await accept(body.code);
    expect(Math.round((Date.parse(entered.body.expiresAt) - app.clock.now().getTime()) / 3_600_000)).toBe(12);
  });

  it('that has been over for a month is erased, a live one stays', async () => {
    const person = await officer();
    const over = await signIn(app, person.id);
    await app.database.rows('update sessions set ended_at = $2 where person_id = $1 and token_hash <> $3', [
      person.id,
      new Date(app.clock.now().getTime() - 31 * 86_400_000),
      hashToken(over),
    ]);
    await app.get(ForgetOldAccess).execute();
    expect(await app.database.rows('select 1 from sessions where person_id = $1', [person.id])).toHaveLength(1);
  });

  it('keeps the language that was chosen', async () => {
    const person = await officer();
    expect((await app.call(routes.changeLanguage, { token: person.token, body: { language: 'en' } })).status).toBe(204);
    expect((await app.call(routes.me, { token: person.token })).body.person.language).toBe('en');
  });
});

async function untilRefused(on: TestApp, token: string): Promise<number> {
  for (let i = 0; i < 500; i++) {
    const { status } = await on.call(routes.me, { token });
    if (status !== 200) return status;
  }
  return 200;
}

async function oneMoreHamlet(): Promise<string> {
  return (await buildPlace(app, { hamlets: 1, districtId: place.districtId })).hamletIds[0] as string;
}
