import { routes } from '#contracts';
import { stopApps } from '../../../../../../test/support/app.ts';
import {
  buildMember,
  buildOfficer,
  buildPerson,
  buildTeam,
  buildWholeTeam,
  type TestPerson,
} from '../../../../../../test/support/people.ts';
import {
  newcomer as newTelegramUser,
  openInTelegram,
  type PlatformsApp,
  provePhone,
  startWithPlatforms,
  stopPlatforms,
} from '../../../../../../test/support/platforms/platforms.ts';
import { readPages } from '../../../../../../test/support/read-pages.ts';
import { buildPlace, type Place } from '../../../../../../test/support/units.ts';

let world: PlatformsApp;
let place: Place;
let teamId: string;
let committee: TestPerson;
let elsewhere: TestPerson;
let teamElsewhere: string;
let admin: TestPerson;

beforeAll(async () => {
  world = await startWithPlatforms();
  place = await buildPlace(world.app, { hamlets: 2 });
  ({ teamId } = await buildWholeTeam(world.app, place.hamletIds[0] as string));
  committee = await buildOfficer(world.app, { role: 'committee_member', unitId: place.communeId });
  const other = await buildPlace(world.app, { hamlets: 1, commune: 'Dân Lý', districtId: place.districtId });
  teamElsewhere = await buildTeam(world.app, { unitId: other.hamletIds[0] as string });
  elsewhere = await buildOfficer(world.app, { role: 'committee_member', unitId: other.communeId });
  admin = await buildOfficer(world.app, { role: 'admin', unitId: place.provinceId });
});
afterAll(async () => {
  await stopApps();
  await stopPlatforms(world);
});

const newcomer = (given?: { phone?: string }) => newTelegramUser(world, given);
const prove = (person: { user: number; ticket: string }) => provePhone(world, person);
const confirm = (ticket: string) => world.app.call(routes.confirmLink, { body: { ticket, device: 'Telegram' } });
const memberWith = (phone: string | null) => buildMember(world.app, { teamId, phone: phone && `+${phone}` });
const queue = async (by: TestPerson) => (await world.app.call(routes.linkRequests, { token: by.token })).body.items;
const requestOf = async (phone: string, by = committee) =>
  (await queue(by)).find((row: { phoneMasked: string | null }) => row.phoneMasked?.endsWith(phone.slice(-4)));
const decide = (requestId: string, personId: string | null, by = committee) =>
  world.app.call(routes.decideLinkRequest, { token: by.token, params: { requestId }, body: { personId } });
/** Someone whose account is tied by the number. */
async function provenMember() {
  const person = await newcomer();
  const member = await memberWith(person.phone);
  await prove(person);
  const { token } = (await confirm(person.ticket)).body;
  return { ...person, member, token: token as string };
}

describe('the officer', () => {
  it('sees accounts of people of their units only, and says whose one is', async () => {
    const person = await newcomer();
    const [one, two] = [await memberWith(person.phone), await memberWith(person.phone)];
    await prove(person);
    const request = await requestOf(person.phone);
    expect(request).toMatchObject({
      space: 'telegram',
      reason: 'several',
      phoneMasked: expect.stringMatching(/•/),
      candidates: expect.arrayContaining([
        expect.objectContaining({
          person: expect.objectContaining({ id: one.id }),
          team: { id: teamId, name: 'Thôn 1' },
        }),
      ]),
    });
    expect(await requestOf(person.phone, elsewhere)).toBeUndefined();
    expect(await decide(request.id, two.id, elsewhere)).toMatchObject({
      status: 404,
      body: { code: 'link.requestNotFound' },
    });
    expect((await decide(request.id, two.id)).status).toBe(204);
    expect((await openInTelegram(world, person.user)).body.session.me.person.id).toBe(two.id);
    expect(await decide(request.id, one.id)).toMatchObject({ status: 404 });
    const accounts = await world.app.call(routes.personAccounts, {
      token: committee.token,
      params: { personId: two.id },
    });
    expect(accounts.body).toMatchObject([{ proof: 'officer' }]);
  });

  it('turns the pages of the queue while others ask: the oldest first, each once', async () => {
    const ask = async () => {
      const person = await newcomer();
      await memberWith(person.phone);
      await memberWith(person.phone);
      await prove(person);
      return (await requestOf(person.phone)).id as string;
    };
    await ask();
    await ask();
    const waiting = (await queue(committee)).map(({ id }: { id: string }) => id);
    let late = '';
    const { items, total } = await readPages<{ id: string }>(
      (query) => world.app.call(routes.linkRequests, { token: committee.token, query }),
      {
        limit: 1,
        between: async () => {
          late = await ask();
          // Decided meanwhile: those behind it are not passed over.
          await decide(waiting[0], null);
        },
      },
    );
    expect([items.map(({ id }) => id), total]).toEqual([[...waiting, late], waiting.length]);
    const wrong = await world.app.call(routes.linkRequests, { token: committee.token, query: { cursor: 'x' } });
    expect(wrong).toMatchObject({ status: 422, body: { details: [{ path: 'query.cursor', code: 'input.cursor' }] } });
  });

  it('may not tie an account to somebody with more rights, or of another commune', async () => {
    const person = await newcomer();
    await memberWith(person.phone);
    await memberWith(person.phone);
    await prove(person);
    const { id } = await requestOf(person.phone);
    const both = await buildOfficer(world.app, { role: 'admin', unitId: place.provinceId });
    await buildMember(world.app, { teamId, personId: both.id });
    for (const somebody of [both, elsewhere]) expect((await decide(id, somebody.id)).status).toBe(403);
    expect((await decide(id, (await buildPerson(world.app)).id)).status).toBe(404);
  });

  it('finds the account of a number that was added to the roster later; before, only the administrator saw it', async () => {
    const person = await newcomer();
    await prove(person);
    expect(await requestOf(person.phone)).toBeUndefined();
    expect(await requestOf(person.phone, admin)).toMatchObject({ reason: 'nobody', candidates: [] });
    const member = await memberWith(person.phone);
    expect(await requestOf(person.phone)).toMatchObject({ candidates: [{ person: { id: member.id } }] });
  });

  it('who says "nobody of ours" leaves it to the commune that has another candidate', async () => {
    const person = await newcomer();
    await memberWith(person.phone);
    await buildMember(world.app, { teamId: teamElsewhere, phone: `+${person.phone}` });
    await prove(person);
    const { id } = await requestOf(person.phone);
    expect((await decide(id, null)).status).toBe(204);
    expect(await requestOf(person.phone)).toBeUndefined();
    expect(await requestOf(person.phone, elsewhere)).toMatchObject({ candidates: [expect.anything()] });
    expect((await decide(id, null, elsewhere)).status).toBe(204);
    expect(await requestOf(person.phone, admin)).toBeUndefined();
  });

  it('settles a number that changed hands: the new account is tied, the old one ends; or the old one goes on', async () => {
    const first = await provenMember();
    const second = await newcomer({ phone: first.phone });
    await prove(second);
    expect((await decide((await requestOf(first.phone)).id, first.member.id)).status).toBe(204);
    expect((await openInTelegram(world, second.user)).body.session.me.person.id).toBe(first.member.id);
    expect((await openInTelegram(world, first.user)).body.link).not.toBeNull();
    const kept = await provenMember();
    const stranger = await newcomer({ phone: kept.phone });
    await prove(stranger);
    expect((await decide((await requestOf(kept.phone)).id, null)).status).toBe(204);
    expect((await openInTelegram(world, kept.user)).body.session.me.person.id).toBe(kept.member.id);
    expect((await openInTelegram(world, stranger.user)).body.link).toMatchObject({ waiting: false });
  });

  it('takes an account off a person of their units; its sessions end', async () => {
    const person = await provenMember();
    const [account] = (
      await world.app.call(routes.personAccounts, { token: committee.token, params: { personId: person.member.id } })
    ).body;
    const takeOff = (by: TestPerson) =>
      world.app.call(routes.unlinkAccount, {
        token: by.token,
        params: { personId: person.member.id, accountId: account.id },
      });
    expect((await takeOff(elsewhere)).status).toBe(403);
    expect((await takeOff(committee)).status).toBe(204);
    expect((await world.app.call(routes.me, { token: person.token })).status).toBe(401);
    expect(await takeOff(committee)).toMatchObject({ status: 404, body: { code: 'account.notFound' } });
  });
});
