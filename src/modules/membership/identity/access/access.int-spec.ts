// @everyday
import { randomUUID } from 'node:crypto';
import { routes } from '#contracts';
import { hashToken } from '#platform/auth';
import { sql } from '#platform/database';
import { EraseOld } from '#platform/retention';
import { startApp, stopApps, type TestApp } from '../../../../../test/support/app.ts';
import {
  buildMember,
  buildOfficer,
  buildPerson,
  buildTeam,
  buildWholeTeam,
  signIn,
} from '../../../../../test/support/people.ts';
import { buildPlace, type Place } from '../../../../../test/support/units.ts';

let app: TestApp;
let place: Place;

beforeAll(async () => {
  app = await startApp({ PUBLIC_URL: 'https://to-so.example' });
  place = await buildPlace(app, { hamlets: 7 });
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

  it('that opens nothing any more names whom to call; one that never was says nothing of anybody', async () => {
    const { leader, member } = await buildWholeTeam(app, hamlet(6));
    const { body: made } = await invite(leader.token, member.id);
    await accept(made.code);
    await app.database.rows(
      sql`insert into offices (id, unit_id, name, phone, validity)
        values (${randomUUID()}, ${place.communeId}, 'Văn phòng UBND xã Minh Sơn', '+84512345678', '[2020-01-01,)')`,
    );
    const preview = (code: string) => app.call(routes.previewInvite, { params: { code } });
    expect((await preview(made.code)).body).toMatchObject({
      code: 'invite.used',
      details: [{ params: { office: 'Văn phòng UBND xã Minh Sơn', phone: '+84512345678' } }],
    });
    expect((await preview('khong-co-ma-nay')).body).toMatchObject({ code: 'invite.notFound', details: [] });
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

  it('says to its own phone, and to nobody else, why it is over', async () => {
    const { leader, deputy, member } = await buildWholeTeam(app, await oneMoreHamlet());
    const why = async (token: string) => {
      const { status, body } = await app.call(routes.me, { token });
      return status === 401 ? body.details.map(({ params }: { params: object }) => params) : status;
    };
    const lost = await app.call(routes.reportLostPhone, { token: leader.token, params: { personId: member.id } });
    expect(lost).toMatchObject({ status: 201, body: { fullName: member.fullName } });
    expect(await why(member.token)).toEqual([
      { why: 'lost', at: expect.any(String), by: leader.fullName, role: 'leader' },
    ]);
    expect(await why('x'.repeat(43))).toEqual([]);
    const again = await app.call(routes.acceptInvite, { params: { code: lost.body.code }, body: {} });
    expect(await why(again.body.token)).toBe(200);
    await app.call(routes.signOut, { token: deputy.token });
    expect(await why(deputy.token)).toEqual([{ why: 'signed_out', at: expect.any(String) }]);
    await app.database.rows(
      sql`update sessions set ended_at = null, ended_because = null, ended_by = null, expires_at = last_seen_at
        where person_id = ${deputy.id}`,
    );
    expect(await why(deputy.token)).toEqual([{ why: 'expired', at: expect.any(String) }]);
    await app.database.rows(
      sql`update team_members set validity = daterange(lower(validity), lower(validity) + 20) where person_id = ${deputy.id}`,
    );
    expect(await why(deputy.token)).toEqual([{ why: 'left', at: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) }]);
  });

  it('slides while it is used and ends ninety days after the last use', async () => {
    const { member } = await buildWholeTeam(app, await oneMoreHamlet());
    app.clock.advance(80 * 86_400_000);
    expect((await app.call(routes.me, { token: member.token })).status).toBe(200);
    const row = await app.database.one<{ expires_at: Date }>(
      sql`select expires_at from sessions where person_id = ${member.id}`,
    );
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
    await app.database.rows(
      sql`update sessions set ended_at = ${new Date(app.clock.now().getTime() - 31 * 86_400_000)} where person_id = ${person.id}
        and token_hash <> ${hashToken(over)}`,
    );
    await app.get(EraseOld).run();
    expect(await app.database.rows(sql`select 1 from sessions where person_id = ${person.id}`)).toHaveLength(1);
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
