/** Coming in and being put out over HTTP, with two processes that serve: what one of them ends, the other does not let in. */
import { routes } from '#contracts';
import { ActorCache } from '#platform/auth';
import { startApp, stopApps, type TestApp } from '../support/app.ts';
import { buildOfficer, buildWholeTeam, type BuiltTeam, type TestPerson } from '../support/people.ts';
import { until } from '../support/platform.ts';
import { buildPlace, type Place } from '../support/units.ts';

let one: TestApp;
let two: TestApp;
let place: Place;
let team: BuiltTeam;
let focal: TestPerson;

beforeAll(async () => {
  one = await startApp({ ROLE: 'api' });
  two = await startApp({ ROLE: 'api', DATABASE_URL: one.databaseUrl });
  place = await buildPlace(one);
  team = await buildWholeTeam(one, place.hamletIds[0] as string);
  focal = await buildOfficer(one, { role: 'focal_officer', unitId: place.communeId, email: 'dau-moi@xa.example' });
});
afterAll(stopApps);

const enter = (app: TestApp, password: string, login = 'dau-moi@xa.example') =>
  app.call(routes.signInWithPassword, { body: { login, password, device: 'Firefox' } });
const statusOf = async (app: TestApp, token: string) => (await app.call(routes.me, { token })).status;

describe('an invite', () => {
  it('leads from the leader to a session of the member, and burns in both processes', async () => {
    const { body: invite } = await one.call(routes.createInvite, {
      token: team.leader.token,
      params: { personId: team.member.id },
    });
    expect((await two.call(routes.previewInvite, { params: { code: invite.code } })).body).toMatchObject({
      fullName: team.member.fullName,
      teamName: 'Thôn 1',
    });
    const accepted = await two.call(routes.acceptInvite, {
      params: { code: invite.code },
      body: { device: 'Chrome trên Android' },
    });
    expect(accepted).toMatchObject({
      status: 200,
      body: {
        me: {
          person: { id: team.member.id },
          posts: [{ role: 'member', may: expect.arrayContaining(['task.accept', 'task.report']) }],
        },
      },
    });
    expect(await statusOf(one, accepted.body.token)).toBe(200);
    expect(await one.call(routes.acceptInvite, { params: { code: invite.code }, body: {} })).toMatchObject({
      status: 410,
      body: { code: 'invite.used' },
    });
  });

  it('opens a session that its owner sees and ends: at once in this process, and in the other one', async () => {
    const { body: invite } = await one.call(routes.createInvite, {
      token: team.leader.token,
      params: { personId: team.deputy.id },
    });
    const { body: session } = await one.call(routes.acceptInvite, {
      params: { code: invite.code },
      body: { device: 'Máy mượn' },
    });
    expect(await statusOf(two, session.token)).toBe(200);
    const { body: devices } = await one.call(routes.mySessions, { token: team.deputy.token });
    const lent = devices.find((row: { device: string }) => row.device === 'Máy mượn');
    expect(lent.current).toBe(false);
    expect(
      (await one.call(routes.revokeSession, { token: team.deputy.token, params: { sessionId: lent.id } })).status,
    ).toBe(204);
    await until(async () => (await statusOf(two, session.token)) === 401);
    expect(await statusOf(one, session.token)).toBe(401);
    expect(await statusOf(two, team.deputy.token)).toBe(200);
  });
});

describe('a password', () => {
  it('is set by who came in by an invite, signs in, and its change ends the other sessions', async () => {
    expect(
      (await one.call(routes.changePassword, { token: focal.token, body: { next: 'mot-mat-khau-dai' } })).status,
    ).toBe(204);
    const first = await enter(one, 'mot-mat-khau-dai');
    const second = await enter(two, 'mot-mat-khau-dai');
    expect([first.status, second.status]).toEqual([200, 200]);
    expect(
      await one.call(routes.changePassword, {
        token: first.body.token,
        body: { current: 'khong-phai-vay', next: 'mat-khau-moi-hon' },
      }),
    ).toMatchObject({ status: 422, body: { code: 'access.wrongPassword' } });
    expect(
      (
        await one.call(routes.changePassword, {
          token: first.body.token,
          body: { current: 'mot-mat-khau-dai', next: 'mat-khau-moi-hon' },
        })
      ).status,
    ).toBe(204);
    await until(async () => (await statusOf(two, second.body.token)) === 401);
    expect(await statusOf(one, first.body.token)).toBe(200);
    expect((await enter(two, 'mot-mat-khau-dai')).status).toBe(401);
    expect((await enter(two, 'mat-khau-moi-hon')).status).toBe(200);
  });

  it('is asked for in vain after five wrong tries, whichever process is asked', async () => {
    const login = 'khong-ai@xa.example';
    const tries = [one, two, one, two, one];
    for (const app of tries)
      expect((await enter(app, 'sai-mat-khau', login)).body.code).toBe('access.wrongCredentials');
    for (const app of [one, two]) {
      const refused = await enter(app, 'sai-mat-khau', login);
      expect(refused).toMatchObject({ status: 429, body: { code: 'access.tooManyTries' } });
      expect(refused.body.details[0].params.minutes).toBeGreaterThan(0);
    }
  });
});

describe('a post', () => {
  it('that ends takes its rights along, also where the person was known a moment ago', async () => {
    const admin = await buildOfficer(one, { role: 'admin', unitId: place.provinceId });
    const officer = await buildOfficer(one, {
      role: 'district_officer',
      unitId: place.districtId,
      validity: '[2022-01-01,)',
    });
    const readsTeams = async (app: TestApp) =>
      (await app.call(routes.listTeams, { token: officer.token, params: { unitId: place.communeId } })).status;
    expect([await readsTeams(one), await readsTeams(two)]).toEqual([200, 200]);
    const ended = await one.call(routes.handOver, {
      token: admin.token,
      params: { postId: officer.postId },
      body: { mode: 'vacate', from: one.clock.today() },
    });
    expect(ended.status).toBe(201);
    // What was opened with the post ends with it.
    await until(async () => (await readsTeams(two)) === 401);
    expect(await readsTeams(one)).toBe(401);
    expect(await statusOf(two, officer.token)).toBe(401);
  });

  it('is not known from a token that nobody was given', async () => {
    expect(await one.get(ActorCache).actorOf('x'.repeat(43))).toBeUndefined();
    expect(await statusOf(one, 'x'.repeat(43))).toBe(401);
  });
});
