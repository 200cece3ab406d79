/** What a change of a contact point ends, and who hears of it. */
import { sql } from '#platform/database';
import { routes } from '#contracts';
import { DeliveryChannels, Sweep } from '#modules/notifications';
import { stopApps } from '../../../../../test/support/app.ts';
import { EmulatedChannel } from '../../../../../test/support/platforms/emulated-channel.ts';
import {
  buildMember,
  buildOfficer,
  buildTeam,
  buildWholeTeam,
  type TestPerson,
} from '../../../../../test/support/people.ts';
import { until } from '../../../../../test/support/platform.ts';
import {
  newcomer,
  openInTelegram,
  type PlatformsApp,
  provePhone,
  startWithPlatforms,
  stopPlatforms,
} from '../../../../../test/support/platforms/platforms.ts';
import { giveMail, mailOf } from '../../../../../test/support/routes.ts';
import { fileOf } from '../../../../../test/support/files/roster-imports.ts';
import { header } from '../../../../../test/support/files/rosters.ts';
import { buildPlace, type Place } from '../../../../../test/support/units.ts';

let world: PlatformsApp;
let place: Place;
let teamId: string;
let officer: TestPerson;
let email: EmulatedChannel;
let telegram: EmulatedChannel;
let numbers = 810_000;
const DAY_MS = 86_400_000;
const from = '2022-06-01';

beforeAll(async () => {
  world = await startWithPlatforms({ CLOCK: '2022-06-21T02:00:00.000Z' });
  world.app.drainables.push(() => world.app.get(Sweep).run());
  email = new EmulatedChannel('email');
  telegram = new EmulatedChannel('telegram');
  place = await buildPlace(world.app, { hamlets: 2 });
  ({ teamId } = await buildWholeTeam(world.app, place.hamletIds[0] as string));
  officer = await buildOfficer(world.app, { role: 'committee_member', unitId: place.communeId });
});
afterAll(async () => {
  await stopApps();
  await stopPlatforms(world);
});

const newNumber = () => `84512${numbers++}`;
const national = (number: string) => `0${number.slice(2)}`;
const change = ({ postId }: TestPerson, body: object, team = teamId) =>
  world.app.call(routes.changeMember, {
    token: officer.token,
    params: { teamId: team, memberId: postId },
    body: { from, ...body },
  });
const confirm = (ticket: string) => world.app.call(routes.confirmLink, { body: { ticket } });
const statusOf = async (token: string) => (await world.app.call(routes.me, { token })).status;
const queueOf = async (phone: string) =>
  (await world.app.call(routes.linkRequests, { token: officer.token })).body.items.find(
    (row: { phoneMasked: string | null }) => row.phoneMasked?.endsWith(phone.slice(-4)),
  );
const decide = (requestId: string, personId: string) =>
  world.app.call(routes.decideLinkRequest, { token: officer.token, params: { requestId }, body: { personId } });
const stateOf = async ({ id }: TestPerson) =>
  (await world.app.call(routes.getTeam, { token: officer.token, params: { teamId } })).body.members.find(
    (row: { person: { id: string } }) => row.person.id === id,
  ).phoneState;
const sentTo = (channel: EmulatedChannel, address: string) =>
  channel.sent.filter(({ to }) => to === address).map(({ parts }) => parts.map(({ text }) => text).join('\n'));

/** A member whose Telegram was tied by their number. */
async function provenMember() {
  const user = await newcomer(world, { phone: newNumber() });
  const member = await buildMember(world.app, { teamId, phone: `+${user.phone}` });
  await provePhone(world, user);
  const { token } = (await confirm(user.ticket)).body;
  return { ...user, member, token: token as string };
}

describe('another phone number of a member', () => {
  it('ends the sessions, the invite and what the old number proved, and proves nothing by itself', async () => {
    const { user, phone: old, member, token } = await provenMember();
    const invite = (
      await world.app.call(routes.createInvite, { token: officer.token, params: { personId: member.id } })
    ).body;
    const phone = newNumber();
    expect((await change(member, { phone: national(phone) })).status).toBe(200);
    await until(async () => (await statusOf(token)) === 401);
    expect((await world.app.call(routes.acceptInvite, { params: { code: invite.code }, body: {} })).body.code).toBe(
      'invite.replaced',
    );
    expect((await openInTelegram(world, user)).body.session).toBeNull();
    expect((await provePhone(world, await newcomer(world, { phone: old }))).body.outcome).toBe('waiting');
    expect(await stateOf(member)).toBe('unverified');
    const again = await newcomer(world, { phone });
    expect((await provePhone(world, again)).body.outcome).toBe('waiting');
    const request = await queueOf(phone);
    expect(request).toMatchObject({ reason: 'changed', candidates: [{ person: { id: member.id } }] });
    expect((await decide(request.id, member.id)).status).toBe(204);
    expect(await stateOf(member)).toBe('ok');
    expect((await openInTelegram(world, again.user)).body.session.me.person.id).toBe(member.id);
  });

  it('that is the same in another spelling ends nothing', async () => {
    const { phone, member, token } = await provenMember();
    expect((await change(member, { phone: `${national(phone).slice(0, 4)}.${national(phone).slice(4)}` })).status).toBe(
      200,
    );
    expect(await statusOf(token)).toBe(200);
  });

  it('that waited for an officer before it was written down is still the question', async () => {
    const user = await newcomer(world, { phone: newNumber() });
    const member = await buildMember(world.app, { teamId });
    await provePhone(world, user);
    await change(member, { phone: national(user.phone) });
    const request = await queueOf(user.phone);
    expect(request.candidates).toMatchObject([{ person: { id: member.id } }]);
  });

  it('is not taken from a commune where the person has only one of their teams', async () => {
    const elsewhere = await buildPlace(world.app, { hamlets: 1, commune: 'Dân Lý', districtId: place.districtId });
    const member = await buildMember(world.app, { teamId });
    const other = await buildTeam(world.app, { unitId: elsewhere.hamletIds[0] as string });
    await buildMember(world.app, { teamId: other, personId: member.id });
    expect(await change(member, { phone: national(newNumber()) })).toMatchObject({
      status: 403,
      body: {
        details: [
          {
            path: 'phone',
            code: 'membership.contactElsewhere',
            params: { name: member.fullName, unit: 'Xã Dân Lý' },
          },
        ],
      },
    });
  });

  it('that comes with a list ends the same, and the list tells of people whose number it leaves', async () => {
    const hamlet = (await buildPlace(world.app, { hamlets: 1, districtId: place.districtId })) as Place;
    const focal = await buildOfficer(world.app, { role: 'focal_officer', unitId: hamlet.communeId });
    const team = await buildTeam(world.app, { unitId: hamlet.hamletIds[0] as string });
    const member = await buildMember(world.app, { teamId: team, fullName: 'Lê Thị Hợi', phone: `+${newNumber()}` });
    const phone = newNumber();
    const { body } = await world.app.call(routes.uploadRoster, {
      token: focal.token,
      params: { unitId: hamlet.communeId },
      query: { fileName: 'a.xlsx' },
      body: await fileOf([header, [1, 'Thôn 1', 1, 'Lê Thị Hợi', 'Tổ trưởng', national(phone)]]),
    });
    expect(body.findings.map(({ code }: { code: string }) => code)).not.toContain('phone.guarded');
    await world.app.call(routes.confirmRoster, {
      token: focal.token,
      params: { importId: body.id },
      body: {},
      key: crypto.randomUUID(),
    });
    expect(await statusOf(member.token)).toBe(401);
    expect((await provePhone(world, await newcomer(world, { phone }))).body.outcome).toBe('waiting');
    const told = await world.app.database.rows<{ why: string }>(
      sql`select payload->>'why' as why from outbox where name = 'access.changed' and payload->'personIds' ? ${member.id} order by 1`,
    );
    expect(told.map(({ why }) => why)).toEqual(['phone', 'role']);
  });
});

describe('who leads a team from now on', () => {
  it('signs in anew, and who stays what they are does not', async () => {
    const other = await buildWholeTeam(world.app, place.hamletIds[1] as string);
    const { member, deputy, leader } = other;
    const answer = await world.app.call(routes.replaceMember, {
      token: officer.token,
      params: { teamId: other.teamId, memberId: leader.postId },
      body: { personId: member.id, fullName: member.fullName, role: 'leader', from },
    });
    expect(answer.status).toBe(200);
    expect([await statusOf(member.token), await statusOf(deputy.token)]).toEqual([401, 200]);
  });
});

describe('the news of a change', () => {
  beforeAll(() => world.app.get(DeliveryChannels).use([telegram, email]));

  it('goes to the old address, which stays the route for three days', async () => {
    const { member } = await buildWholeTeam(
      world.app,
      (await buildPlace(world.app, { hamlets: 1 })).hamletIds[0] ?? '',
    );
    await giveMail(world.app, member);
    const [team] = await world.app.database.rows<{ id: string; unit_id: string }>(
      sql`select t.id, c.ancestor_id as unit_id from team_members m join teams t on t.id = m.team_id join unit_closure c
        on c.descendant_id = t.unit_id and c.ancestor_kind = ${'commune'} where m.person_id = ${member.id}`,
    );
    const focal = await buildOfficer(world.app, { role: 'focal_officer', unitId: team?.unit_id ?? '' });
    const set = (address: string) =>
      world.app.call(routes.changeMember, {
        token: focal.token,
        params: { teamId: team?.id ?? '', memberId: member.postId },
        body: { from, email: address },
      });
    expect((await set('moi@x.example')).status).toBe(200);
    await world.app.drain();
    expect(sentTo(email, mailOf(member))).toEqual([expect.stringContaining(`Người thực hiện: ${focal.fullName}.`)]);
    expect(sentTo(email, mailOf(member))[0]).toContain('Địa chỉ thư điện tử của mình vừa được ghi lại.');
    expect((await set('moi-nua@x.example')).status).toBe(200);
    await world.app.drain();
    expect(sentTo(email, mailOf(member))).toHaveLength(2);
    expect(sentTo(email, 'moi@x.example')).toEqual([]);
    world.app.clock.advance(3 * DAY_MS + 1);
    const contact = await world.app.database.one<{ email: string }>(
      sql`select email from contactable_at(${world.app.clock.now()}) where person_id = ${member.id}`,
    );
    expect(contact?.email).toBe('moi-nua@x.example');
    world.app.clock.advance(-3 * DAY_MS - 1);
  });

  it('goes to the account that the old number had proved, which then falls silent', async () => {
    const { user, member } = await provenMember();
    expect((await change(member, { phone: national(newNumber()) })).status).toBe(200);
    await world.app.drain();
    expect(sentTo(telegram, String(user))).toEqual([
      expect.stringContaining('Số điện thoại của mình trong danh sách vừa được ghi lại.'),
    ]);
    const route = (at: Date) =>
      world.app.database.rows(sql`select 1 from linked_accounts_at(${at}) where person_id = ${member.id}`);
    expect(await route(world.app.clock.now())).toHaveLength(1);
    expect(await route(new Date(world.app.clock.now().getTime() + 3 * DAY_MS + 1))).toEqual([]);
  });

  it('goes to the old number also where only a number is known', async () => {
    const old = newNumber();
    const member = await buildMember(world.app, { teamId, phone: `+${old}` });
    await change(member, { phone: national(newNumber()) });
    const addresses = await world.app.database.rows<{ address: string }>(
      sql`select address from addresses_at(${world.app.clock.now()}) where person_id = ${member.id} and channel = 'zalo-zbs'`,
    );
    expect(addresses).toEqual([{ address: `phone:${old}` }]);
  });
});
