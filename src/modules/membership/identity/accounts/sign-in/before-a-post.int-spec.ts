/** What people with fewer rights could have prepared before somebody was given a post. */
import { sql } from '#platform/database';
import { routes } from '#contracts';
import { stopApps } from '../../../../../../test/support/app.ts';
import { buildMember, buildOfficer, buildWholeTeam, type TestPerson } from '../../../../../../test/support/people.ts';
import { until } from '../../../../../../test/support/platform.ts';
import {
  newcomer,
  openInTelegram,
  type PlatformsApp,
  provePhone,
  startWithPlatforms,
  stopPlatforms,
} from '../../../../../../test/support/platforms/platforms.ts';
import { buildPlace, type Place } from '../../../../../../test/support/units.ts';
import { MembershipApi } from '../../../membership.api.ts';

let world: PlatformsApp;
let place: Place;
let teamId: string;
let attacker: TestPerson;
let admin: TestPerson;
let numbers = 750_000;

beforeAll(async () => {
  world = await startWithPlatforms();
  place = await buildPlace(world.app, { hamlets: 1 });
  ({ teamId } = await buildWholeTeam(world.app, place.hamletIds[0] as string));
  attacker = await buildOfficer(world.app, { role: 'committee_member', unitId: place.communeId });
  admin = await buildOfficer(world.app, { role: 'admin', unitId: place.provinceId });
  await call(
    routes.createCommittee,
    {
      params: { unitId: place.communeId },
      body: { from, number: '7/QĐ-UBND', signedOn: from, signer: 'Chủ tịch UBND xã' },
    },
    admin,
  );
});
afterAll(async () => {
  await stopApps();
  await stopPlatforms(world);
});

const newNumber = () => `84512${numbers++}`;
const national = (number: string) => `0${number.slice(2)}`;
const from = '2022-02-01';
const call = (route: Parameters<PlatformsApp['app']['call']>[0], options: object, by = attacker) =>
  world.app.call(route, { token: by.token, ...options });
const confirm = (ticket: string) => world.app.call(routes.confirmLink, { body: { ticket } });
const statusOf = async (token: string) => (await world.app.call(routes.me, { token })).status;

describe('what was opened while somebody was a member', () => {
  it('is over when a post is given: session, invite, code, question, password and accounts', async () => {
    const phone = newNumber();
    const victim = await buildMember(world.app, { teamId, phone: `+${phone}` });
    const user = await newcomer(world);
    const { code } = (await call(routes.createInvite, { params: { personId: victim.id } })).body;
    const entered = await world.app.call(routes.acceptInvite, { params: { code }, body: { ticket: user.ticket } });
    const { token } = entered.body;
    const login = { login: national(phone), password: 'mat-khau-cua-ke-khac' };
    expect((await world.app.call(routes.changePassword, { token, body: { next: login.password } })).status).toBe(204);
    expect((await world.app.call(routes.signInWithPassword, { body: login })).status).toBe(200);
    const asked = await newcomer(world, { phone });
    expect((await provePhone(world, asked)).body.outcome).toBe('match');
    const link = (await world.app.call(routes.createLinkCode, { token })).body;
    const open = (await call(routes.createInvite, { params: { personId: victim.id } })).body;

    const given = await call(
      routes.appointOfficer,
      {
        params: { unitId: place.provinceId },
        body: { personId: victim.id, fullName: victim.fullName, role: 'admin', title: 'Quản trị', from },
      },
      admin,
    );
    expect(given.status).toBe(201);

    await until(async () => (await statusOf(token)) === 401);
    expect((await world.app.call(routes.signInWithPassword, { body: login })).status).toBe(401);
    expect(await openInTelegram(world, user.user)).toMatchObject({ status: 200, body: { session: null } });
    const api = world.app.get(MembershipApi);
    expect(await api.accountOwner('telegram', String(user.user))).toBeUndefined();
    const chat = { space: 'telegram' as const, externalId: String(numbers++), displayName: 'Bà con' };
    expect((await api.linkByCode({ ...chat, code: link.code, confirmed: true })).outcome).toBe('expired');
    expect((await world.app.call(routes.acceptInvite, { params: { code: open.code }, body: {} })).body.code).toBe(
      'invite.replaced',
    );
    expect(await confirm(asked.ticket)).toMatchObject({ status: 410, body: { code: 'link.ticketOver' } });
  });

  it('opens anew for whoever an administrator invites, in the same Telegram', async () => {
    const victim = await buildMember(world.app, { teamId });
    const user = await newcomer(world);
    const { code } = (await call(routes.createInvite, { params: { personId: victim.id } })).body;
    await world.app.call(routes.acceptInvite, { params: { code }, body: { ticket: user.ticket } });
    await call(
      routes.appointOfficer,
      {
        params: { unitId: place.districtId },
        body: { personId: victim.id, fullName: victim.fullName, role: 'district_officer', title: 'Chuyên viên', from },
      },
      admin,
    );
    const { ticket } = (await openInTelegram(world, user.user)).body.link;
    const again = (await call(routes.createInvite, { params: { personId: victim.id } }, admin)).body;
    expect((await world.app.call(routes.acceptInvite, { params: { code: again.code }, body: { ticket } })).status).toBe(
      200,
    );
    expect((await openInTelegram(world, user.user)).body.session.me.person.id).toBe(victim.id);
  });

  it('is guarded from the day on which the post is given, also when it begins later', async () => {
    const phone = newNumber();
    const victim = await buildMember(world.app, { teamId, phone: `+${phone}` });
    const later = new Date(world.app.clock.now().getTime() + 10 * 86_400_000).toISOString().slice(0, 10);
    await call(
      routes.appointOfficer,
      {
        params: { unitId: place.districtId },
        body: {
          personId: victim.id,
          fullName: victim.fullName,
          role: 'district_officer',
          title: 'Chuyên viên',
          from: later,
        },
      },
      admin,
    );
    expect((await call(routes.createInvite, { params: { personId: victim.id } })).status).toBe(403);
    const change = await call(routes.changeMember, {
      params: { teamId, memberId: victim.postId },
      body: { from, phone: national(newNumber()) },
    });
    expect(change).toMatchObject({ status: 403, body: { code: 'membership.contactOfOfficer' } });
    expect((await provePhone(world, await newcomer(world, { phone }))).body.outcome).toBe('waiting');
  });

  it('of an officer stays when a colleague gives another post of the same commune', async () => {
    const colleague = await buildOfficer(world.app, { role: 'committee_member', unitId: place.communeId });
    await world.app.call(routes.changePassword, { token: colleague.token, body: { next: 'mat-khau-cua-minh-1' } });
    const [own] = await world.app.database.rows<{ e164: string }>(
      sql`select e164 from phones where person_id = ${colleague.id}`,
    );
    const answer = await call(routes.addCommitteeMember, {
      params: { unitId: place.communeId },
      body: {
        personId: colleague.id,
        fullName: colleague.fullName,
        role: 'focal_officer',
        position: 'Cán bộ đầu mối',
        affiliation: 'other',
        from,
      },
    });
    expect(answer.status).toBe(201);
    const login = national((own?.e164 ?? '').slice(1));
    expect(
      (await world.app.call(routes.signInWithPassword, { body: { login, password: 'mat-khau-cua-minh-1' } })).status,
    ).toBe(200);
  });
});
