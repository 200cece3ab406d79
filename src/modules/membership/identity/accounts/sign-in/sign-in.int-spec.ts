// @everyday
import { sql } from '#platform/database';
import { routes } from '#contracts';
import { hashToken } from '#platform/auth';
import { startApp, stopApps } from '../../../../../../test/support/app.ts';
import {
  buildMember,
  buildOfficer,
  buildPerson,
  buildWholeTeam,
  type TestPerson,
} from '../../../../../../test/support/people.ts';
import {
  openInTelegram,
  openInZalo,
  type PlatformsApp,
  startWithPlatforms,
  stopPlatforms,
} from '../../../../../../test/support/platforms/platforms.ts';
import { buildPlace, type Place } from '../../../../../../test/support/units.ts';
import { AnonymisePerson } from '../../../privacy/erasing/anonymise-person.ts';

let world: PlatformsApp;
let place: Place;
let leader: TestPerson;
let member: TestPerson;
let teamId: string;
let users = 100;

beforeAll(async () => {
  world = await startWithPlatforms({ PUBLIC_URL: 'https://to-so.example' });
  place = await buildPlace(world.app, { hamlets: 3 });
  ({ leader, member, teamId } = await buildWholeTeam(world.app, place.hamletIds[0] as string));
});
afterAll(async () => {
  await stopApps();
  await stopPlatforms(world);
});

const newUser = () => world.telegram.person(users++).id;
const me = (token: string) => world.app.call(routes.me, { token });
const inviteOf = async (person: TestPerson): Promise<string> =>
  (await world.app.call(routes.createInvite, { token: leader.token, params: { personId: person.id } })).body.code;
const accept = (code: string, ticket: string) =>
  world.app.call(routes.acceptInvite, { params: { code }, body: { device: 'Telegram', ticket } });
/** Links by an invite; gives the Telegram user. */
async function linked(person: TestPerson): Promise<number> {
  const user = newUser();
  const { body } = await openInTelegram(world, user);
  expect((await accept(await inviteOf(person), body.link.ticket)).status).toBe(200);
  return user;
}
const refused = async (door: string) =>
  (
    await world.app.database.one<{ n: number }>(
      sql`select coalesce(sum(refused), 0)::int as n from refused_proofs where door = ${door}`,
    )
  )?.n ?? 0;

describe("Telegram's launch data", () => {
  it('of an account that nobody has gives a ticket for fifteen minutes, and only its hash is kept', async () => {
    const { status, body } = await openInTelegram(world, newUser());
    expect({ status, body }).toMatchObject({
      status: 200,
      body: { session: null, link: { space: 'telegram', waiting: false } },
    });
    expect(Date.parse(body.link.expiresAt) - world.app.clock.now().getTime()).toBeGreaterThan(14.9 * 60_000);
    const rows = await world.app.database.rows<{ token_hash: Buffer }>(sql`select token_hash from link_tickets`);
    expect(rows.map((row) => row.token_hash.toString('hex'))).toContain(hashToken(body.link.ticket).toString('hex'));
  });

  it('with an invite ties the account, and from then on signs in by itself', async () => {
    const user = newUser();
    const first = await openInTelegram(world, user);
    const entered = await accept(await inviteOf(member), first.body.link.ticket);
    expect(entered).toMatchObject({ status: 200, body: { me: { person: { id: member.id } } } });
    const again = await openInTelegram(world, user);
    expect(again).toMatchObject({ status: 200, body: { link: null, session: { me: { person: { id: member.id } } } } });
    expect((await me(again.body.session.token)).status).toBe(200);
    const [account] = (await world.app.call(routes.myAccounts, { token: again.body.session.token })).body;
    expect(account).toMatchObject({ space: 'telegram', proof: 'invite', state: 'active' });
  });

  it('signs in once: a copy is refused, also in another order of its parts', async () => {
    const initData = world.telegram.launch(newUser(), { query_id: 'AAHonce' });
    const enter = (text: string) => world.app.call(routes.signInWithTelegram, { body: { initData: text } });
    expect((await enter(initData)).status).toBe(200);
    const before = await refused('telegram-launch');
    for (const copy of [initData, initData.split('&').toReversed().join('&')])
      expect(await enter(copy)).toMatchObject({ status: 401, body: { code: 'telegram.usedBefore' } });
    expect(await refused('telegram-launch')).toBe(before + 2);
  });

  it('that comes many times at once signs in one of them', async () => {
    const initData = world.telegram.launch(newUser(), { query_id: 'AAHrace' });
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => world.app.call(routes.signInWithTelegram, { body: { initData } })),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  });

  it('that is forged, cut short, old or from the future is refused with a code and counted', async () => {
    const seconds = Math.floor(world.app.clock.now().getTime() / 1000);
    const user = newUser();
    const raw = world.telegram.launch(user, { query_id: 'AAHforged' });
    const cases: [string, string][] = [
      [raw.replace('AAHforged', 'AAHforgee'), 'telegram.notProven'],
      [raw.slice(0, -3), 'telegram.notProven'],
      ['not a query', 'telegram.notProven'],
      [world.telegram.launch(user, { auth_date: seconds - 3_700 }), 'telegram.tooOld'],
      [world.telegram.launch(user, { auth_date: seconds + 120 }), 'telegram.clockWrong'],
    ];
    const before = await refused('telegram-launch');
    for (const [initData, code] of cases)
      expect(await world.app.call(routes.signInWithTelegram, { body: { initData } })).toMatchObject({
        status: 401,
        body: { code },
      });
    expect(await refused('telegram-launch')).toBe(before + cases.length);
    expect((await world.app.call(routes.signInWithTelegram, { body: {} })).status).toBe(422);
  });

  it("is proven by Telegram's own key where only the bot's id is known", async () => {
    const verifier = await startApp({
      DATABASE_URL: world.app.databaseUrl,
      TELEGRAM_BOT_ID: world.telegram.token.split(':')[0] as string,
      TELEGRAM_PUBLIC_KEY: world.telegram.keys.publicKey,
    });
    const user = await linked(member);
    const enter = (initData: string) => verifier.call(routes.signInWithTelegram, { body: { initData } });
    const initData = world.telegram.launch(user, { query_id: 'AAHpublic' });
    expect(await enter(initData)).toMatchObject({
      status: 200,
      body: { session: { me: { person: { id: member.id } } } },
    });
    expect(await enter(initData.replace(/hash=\w+/, 'hash=00'))).toMatchObject({
      status: 401,
      body: { code: 'telegram.usedBefore' },
    });
    expect(await enter(initData.replace('AAHpublic', 'AAHpublik'))).toMatchObject({
      status: 401,
      body: { code: 'telegram.notProven' },
    });
  });

  it('is refused where Telegram is not switched on', async () => {
    const without = await startApp({ DATABASE_URL: world.app.databaseUrl });
    const initData = world.telegram.launch(newUser(), { query_id: 'AAHoff' });
    expect(await without.call(routes.signInWithTelegram, { body: { initData } })).toMatchObject({
      status: 503,
      body: { code: 'telegram.notConfigured' },
    });
  });

  it('of one account is taken thirty times in ten minutes, whatever the address', async () => {
    const user = newUser();
    const answers = [];
    for (let i = 0; i < 31; i++) answers.push(await openInTelegram(world, user));
    expect(answers.slice(0, 30).every(({ status }) => status === 200)).toBe(true);
    expect(answers[30]).toMatchObject({ status: 429, body: { code: 'account.tooManyTries' } });
    expect((await openInTelegram(world, newUser())).status).toBe(200);
  });
});

describe("Zalo's access token", () => {
  it('gives a ticket first, and signs in once an invite was used', async () => {
    const hoa = world.zalo.world.person({ name: 'Lê Thị Hoa' });
    const { body } = await openInZalo(world, hoa);
    expect(body).toMatchObject({ session: null, link: { space: 'zalo-app' } });
    expect((await accept(await inviteOf(member), body.link.ticket)).status).toBe(200);
    expect(await openInZalo(world, hoa)).toMatchObject({ body: { session: { me: { person: { id: member.id } } } } });
  });

  it.each([
    ['an unknown token', undefined, 401, 'zalo.tokenInvalid'],
    ['a wrong secret', -242, 503, 'zalo.secretWrong'],
    ['a busy Zalo', 'busy', 503, 'zalo.unavailable'],
    ['a page instead of an answer', 'html', 503, 'zalo.unavailable'],
    ['a line that is cut', 'drop', 503, 'zalo.unavailable'],
  ] as const)('with %s is refused with a code', async (_, fault, status, code) => {
    if (fault !== undefined) world.zalo.fail('/graph', fault);
    const answer = await world.app.call(routes.signInWithZalo, { body: { accessToken: 'somebody-elses-token' } });
    world.zalo.heal();
    expect(answer).toMatchObject({ status, body: { code } });
    expect(answer.headers['retry-after']).toBe(status === 503 ? '5' : undefined);
  });

  it('is refused where Zalo is not switched on', async () => {
    const without = await startApp({ DATABASE_URL: world.app.databaseUrl });
    expect(await without.call(routes.signInWithZalo, { body: { accessToken: 'some-token' } })).toMatchObject({
      status: 503,
      body: { code: 'zalo.notConfigured' },
    });
  });
});

describe('an invite with a ticket', () => {
  it('is one account that wins of two that race', async () => {
    const code = await inviteOf(member);
    const tickets = await Promise.all(
      [newUser(), newUser()].map(async (user) => (await openInTelegram(world, user)).body.link.ticket),
    );
    const answers = await Promise.all(tickets.map((ticket) => accept(code, ticket)));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 410]);
  });

  it("stays as it is when the ticket is wrong, over, used, or the account is another person's", async () => {
    const other = await buildMember(world.app, { teamId });
    const user = newUser();
    const { ticket } = (await openInTelegram(world, user)).body.link;
    const second = (await openInTelegram(world, user)).body.link.ticket;
    const code = await inviteOf(other);
    expect(await accept(code, 'a-ticket-that-nobody-has')).toMatchObject({
      status: 410,
      body: { code: 'link.ticketOver' },
    });
    world.app.clock.advance(15 * 60_000);
    expect(await accept(code, ticket)).toMatchObject({ status: 410, body: { code: 'link.ticketOver' } });
    world.app.clock.advance(-15 * 60_000);
    const ofMember = await inviteOf(member);
    expect((await accept(ofMember, second)).status).toBe(200);
    expect(await accept(code, second)).toMatchObject({ status: 410, body: { code: 'link.ticketOver' } });
    expect(await accept(code, ticket)).toMatchObject({ status: 409, body: { code: 'account.taken' } });
    expect((await world.app.call(routes.acceptInvite, { params: { code }, body: {} })).status).toBe(200);
  });
});

describe('an account', () => {
  it('ends with its sessions when its owner takes it off; the others go on', async () => {
    const person = await buildMember(world.app, { teamId });
    const user = await linked(person);
    const { token } = (await openInTelegram(world, user)).body.session;
    const [account] = (await world.app.call(routes.myAccounts, { token: person.token })).body;
    const takeOff = (by: string) =>
      world.app.call(routes.unlinkMyAccount, { token: by, params: { accountId: account.id } });
    const stranger = await buildPerson(world.app);
    expect(await takeOff(stranger.token)).toMatchObject({ status: 404, body: { code: 'account.notFound' } });
    expect((await takeOff(person.token)).status).toBe(204);
    expect((await me(token)).status).toBe(401);
    expect((await me(person.token)).status).toBe(200);
    expect((await openInTelegram(world, user)).body.link).not.toBeNull();
    expect((await world.app.call(routes.myAccounts, { token: person.token })).body).toEqual([]);
  });

  it('of a person without any place today is told so', async () => {
    const person = await buildMember(world.app, { teamId });
    const user = await linked(person);
    await world.app.database.rows(
      sql`update team_members set validity = validity * daterange(null, ${world.app.clock.today()}::date) where person_id = ${person.id}`,
    );
    expect(await openInTelegram(world, user)).toMatchObject({ status: 403, body: { code: 'account.personLeft' } });
  });

  it('leaves nothing behind when its person is anonymised', async () => {
    const person = await buildMember(world.app, { teamId });
    const user = await linked(person);
    const admin = await buildOfficer(world.app, { role: 'admin', unitId: place.provinceId });
    const actor = {
      personId: admin.id,
      fullName: '',
      language: 'vi' as const,
      sessionId: '',
      posts: [{ id: admin.postId, role: 'admin' as const, unitId: place.provinceId, teamId: null }],
    };
    await world.app.database.tx((tx) => world.app.get(AnonymisePerson).execute(tx, actor, person.id));
    expect((await openInTelegram(world, user)).body).toMatchObject({ session: null, link: { space: 'telegram' } });
    const left = await world.app.database.rows(
      sql`select 1 from linked_accounts where person_id = ${person.id} union all select 1 from linked_accounts
        where external_id = ${String(user)}`,
    );
    expect(left).toEqual([]);
    const told = await world.app.database.rows(
      sql`select 1 from outbox where name = 'access.account-ended' and payload->>'personId' = ${person.id}`,
    );
    expect(told).toHaveLength(1);
  });
});
