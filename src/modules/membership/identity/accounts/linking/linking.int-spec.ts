import { sql } from '#platform/database';
import { routes } from '#contracts';
import { stopApps } from '../../../../../../test/support/app.ts';
import { buildMember, buildOfficer, buildWholeTeam, type TestPerson } from '../../../../../../test/support/people.ts';
import {
  newcomer as newTelegramUser,
  openInTelegram,
  openInZalo,
  type PlatformsApp,
  provePhone,
  startWithPlatforms,
  stopPlatforms,
} from '../../../../../../test/support/platforms/platforms.ts';
import { buildPlace } from '../../../../../../test/support/units.ts';

let world: PlatformsApp;
let teamId: string;
let committee: TestPerson;

beforeAll(async () => {
  world = await startWithPlatforms();
  const place = await buildPlace(world.app, { hamlets: 2 });
  ({ teamId } = await buildWholeTeam(world.app, place.hamletIds[0] as string));
  committee = await buildOfficer(world.app, { role: 'committee_member', unitId: place.communeId });
});
afterAll(async () => {
  await stopApps();
  await stopPlatforms(world);
});

const newcomer = (given?: { phone?: string }) => newTelegramUser(world, given);
const prove = (person: { user: number; ticket: string }) => provePhone(world, person);
const confirm = (ticket: string) => world.app.call(routes.confirmLink, { body: { ticket, device: 'Telegram' } });
const reject = (ticket: string) => world.app.call(routes.rejectLink, { body: { ticket } });
const memberWith = (phone: string | null) => buildMember(world.app, { teamId, phone: phone && `+${phone}` });
const queue = async (by: TestPerson) => (await world.app.call(routes.linkRequests, { token: by.token })).body.items;
const requestOf = async (phone: string, by = committee) =>
  (await queue(by)).find((row: { phoneMasked: string | null }) => row.phoneMasked?.endsWith(phone.slice(-4)));
/** Someone whose account is tied by the number. */
async function provenMember() {
  const person = await newcomer();
  const member = await memberWith(person.phone);
  await prove(person);
  const { token } = (await confirm(person.ticket)).body;
  return { ...person, member, token: token as string };
}

describe('a number that the platform proves', () => {
  it('with exactly one person on a roster asks whether it is them, and a yes ties and signs in', async () => {
    const person = await newcomer();
    const member = await memberWith(person.phone);
    expect(await prove(person)).toMatchObject({
      status: 200,
      body: {
        outcome: 'match',
        person: { fullName: member.fullName, roleTitle: 'Thành viên', teamName: 'Thôn 1', unitName: 'Xã Minh Sơn' },
      },
    });
    expect(await confirm(person.ticket)).toMatchObject({ status: 200, body: { me: { person: { id: member.id } } } });
    expect((await openInTelegram(world, person.user)).body.session.me.person.id).toBe(member.id);
    expect((await world.app.call(routes.myAccounts, { token: member.token })).body).toMatchObject([{ proof: 'phone' }]);
    expect(await confirm(person.ticket)).toMatchObject({ status: 410, body: { code: 'link.ticketOver' } });
  });

  it.each([
    ['nobody', 0],
    ['several', 2],
  ])('that %s has waits for an officer', async (reason, people) => {
    const person = await newcomer();
    for (let i = 0; i < people; i++) await memberWith(person.phone);
    expect(await prove(person)).toMatchObject({ status: 200, body: { outcome: 'waiting', person: null } });
    const row = await world.app.database.one<{ reason: string }>(
      sql`select reason from link_requests where external_id = ${String(person.user)}`,
    );
    expect(row?.reason).toBe(reason);
    expect(await confirm(person.ticket)).toMatchObject({ status: 409, body: { code: 'link.nothingToConfirm' } });
    expect((await openInTelegram(world, person.user)).body.link.waiting).toBe(true);
  });

  it('of somebody who has left, or whose number its receiver called wrong, matches nobody', async () => {
    const gone = await newcomer();
    const former = await memberWith(gone.phone);
    await world.app.database.rows(
      sql`update team_members set validity = validity * daterange(null, ${world.app.clock.today()}::date) where person_id = ${former.id}`,
    );
    expect((await prove(gone)).body.outcome).toBe('waiting');
    const wrong = await newcomer();
    const member = await memberWith(wrong.phone);
    await world.app.database.rows(sql`update phones set state = 'unverified' where person_id = ${member.id}`);
    expect((await prove(wrong)).body.outcome).toBe('waiting');
  });

  it('is spelled as the roster spells it, whatever the phone wrote', async () => {
    const person = await newcomer({ phone: '+84 512 900 001' });
    await memberWith('84512900001');
    expect((await prove(person)).body.outcome).toBe('match');
  });

  it('is taken only from the account itself, fresh and signed; nothing is typed', async () => {
    const person = await newcomer();
    const other = await newcomer();
    await memberWith(other.phone);
    const ask = (proof: string) => world.app.call(routes.provePhone, { body: { ticket: person.ticket, proof } });
    expect(await ask(world.telegram.requestContact(other.user))).toMatchObject({
      status: 422,
      body: { code: 'telegram.contactOfAnother' },
    });
    expect(await ask(world.telegram.requestContact(person.user).replace(person.phone, other.phone))).toMatchObject({
      status: 422,
      body: { code: 'telegram.contactNotProven' },
    });
    const old = world.telegram.requestContact(person.user);
    world.app.clock.advance(2 * 3_600_000);
    const { ticket } = (await openInTelegram(world, person.user)).body.link;
    expect(await world.app.call(routes.provePhone, { body: { ticket, proof: old } })).toMatchObject({
      status: 422,
      body: { code: 'telegram.contactTooOld' },
    });
  });

  it('may be tried six times in ten minutes by one account', async () => {
    const person = await newcomer();
    const answers = [];
    for (let i = 0; i < 7; i++)
      answers.push(await world.app.call(routes.provePhone, { body: { ticket: person.ticket, proof: 'contact=none' } }));
    expect(answers.map(({ status }) => status)).toEqual([422, 422, 422, 422, 422, 422, 429]);
  });
});

describe('"Không phải tôi"', () => {
  it('brings the account to the officer, and the ticket still takes an invite', async () => {
    const person = await newcomer();
    const member = await memberWith(person.phone);
    await prove(person);
    expect((await reject(person.ticket)).status).toBe(204);
    expect((await confirm(person.ticket)).body.code).toBe('link.nothingToConfirm');
    expect((await reject(person.ticket)).body.code).toBe('link.nothingToConfirm');
    expect(await requestOf(person.phone)).toMatchObject({
      reason: 'rejected',
      candidates: [{ person: { id: member.id } }],
    });
    const other = await memberWith(null);
    const { code } = (
      await world.app.call(routes.createInvite, { token: committee.token, params: { personId: other.id } })
    ).body;
    const accepted = await world.app.call(routes.acceptInvite, {
      params: { code },
      body: { ticket: person.ticket },
    });
    expect(accepted).toMatchObject({ status: 200, body: { me: { person: { id: other.id } } } });
    expect(await requestOf(person.phone)).toBeUndefined();
  });
});

describe('a number that another account proves', () => {
  it('stops the earlier account at once, ends its sessions, and ties the new one to nobody', async () => {
    const first = await provenMember();
    const second = await newcomer({ phone: first.phone });
    expect((await prove(second)).body.outcome).toBe('waiting');
    expect((await world.app.call(routes.me, { token: first.token })).status).toBe(401);
    expect(await openInTelegram(world, first.user)).toMatchObject({ status: 403, body: { code: 'account.suspended' } });
    expect((await openInTelegram(world, second.user)).body.link.waiting).toBe(true);
    expect((await world.app.call(routes.myAccounts, { token: first.member.token })).body).toMatchObject([
      { state: 'suspended' },
    ]);
    const addresses = (id1: string, now: Date) =>
      sql`select 1 from linked_accounts_at(${now}) where person_id = ${id1}`;
    expect(await world.app.database.rows(addresses(first.member.id, world.app.clock.now()))).toEqual([]);
    expect(await requestOf(first.phone)).toMatchObject({
      reason: 'number_reused',
      candidates: [{ person: { id: first.member.id } }],
    });
  });

  it('is seen also between the question and the yes: nobody is tied', async () => {
    const slow = await newcomer();
    await memberWith(slow.phone);
    const quick = await newcomer({ phone: slow.phone });
    await prove(slow);
    await prove(quick);
    expect((await confirm(quick.ticket)).status).toBe(200);
    expect(await confirm(slow.ticket)).toMatchObject({ status: 409, body: { code: 'link.waiting' } });
    expect((await openInTelegram(world, quick.user)).body.code).toBe('account.suspended');
  });

  it('when both press yes at once ties at most one', async () => {
    const one = await newcomer();
    await memberWith(one.phone);
    const other = await newcomer({ phone: one.phone });
    await prove(one);
    await prove(other);
    const answers = await Promise.all([confirm(one.ticket), confirm(other.ticket)]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    const alive = await world.app.database.rows(
      sql`select 1 from linked_accounts where external_id = any(${[String(one.user), String(other.user)]}) and ended_at is null
        and suspended_at is null`,
    );
    expect(alive).toEqual([]);
  });

  it('of another platform stops nothing: one person has several accounts', async () => {
    const first = await provenMember();
    const zalo = world.zalo.world.person({ name: 'Chị Hoa', phone: first.phone });
    const { ticket } = (await openInZalo(world, zalo)).body.link;
    const { graph } = world.zalo;
    const body = { ticket, proof: graph.phoneToken(zalo), accessToken: graph.accessToken(zalo) };
    expect((await world.app.call(routes.provePhone, { body })).body.outcome).toBe('match');
    expect((await confirm(ticket)).status).toBe(200);
    expect((await world.app.call(routes.me, { token: first.token })).status).toBe(200);
    expect((await world.app.call(routes.myAccounts, { token: first.token })).body).toHaveLength(2);
  });
});
