/** Somebody who keeps a commune's register tries to come in as one of those above, by every way that there is. */
import { sql } from '#platform/database';
import { routes } from '#contracts';
import { stopApps } from '../../../../../../test/support/app.ts';
import {
  buildMember,
  buildOfficer,
  buildTeam,
  buildWholeTeam,
  type TestPerson,
} from '../../../../../../test/support/people.ts';
import {
  newcomer,
  openInZalo,
  type PlatformsApp,
  provePhone,
  startWithPlatforms,
  stopPlatforms,
} from '../../../../../../test/support/platforms/platforms.ts';
import { fileOf } from '../../../../../../test/support/files/roster-imports.ts';
import { header } from '../../../../../../test/support/files/rosters.ts';
import { buildPlace, type Place } from '../../../../../../test/support/units.ts';
import { MembershipApi } from '../../../membership.api.ts';

let world: PlatformsApp;
let place: Place;
let teamId: string;
let otherTeamId: string;
let attacker: TestPerson;
let admin: TestPerson;
let numbers = 700_000;

beforeAll(async () => {
  world = await startWithPlatforms();
  place = await buildPlace(world.app, { hamlets: 2 });
  ({ teamId } = await buildWholeTeam(world.app, place.hamletIds[0] as string));
  otherTeamId = await buildTeam(world.app, { unitId: place.hamletIds[1] as string });
  attacker = await buildOfficer(world.app, { role: 'committee_member', unitId: place.communeId });
  admin = await buildOfficer(world.app, { role: 'admin', unitId: place.provinceId });
});
afterAll(async () => {
  await stopApps();
  await stopPlatforms(world);
});

type Role = 'district_officer' | 'admin' | 'trainer' | 'province_officer';
const newNumber = () => `84512${numbers++}`;
const national = (number: string) => `0${number.slice(2)}`;
const from = '2022-02-01';
const call = (route: Parameters<PlatformsApp['app']['call']>[0], options: object, by = attacker) =>
  world.app.call(route, { token: by.token, ...options });
const confirm = (ticket: string) => world.app.call(routes.confirmLink, { body: { ticket } });
const statusOf = async (token: string) => (await world.app.call(routes.me, { token })).status;
const contactsOf = async ({ id }: TestPerson) =>
  world.app.database.rows(
    sql`select e164 as value from phones where person_id = ${id} union all select address from emails where person_id = ${id} order by 1`,
  );
const queueOf = async (by: TestPerson, phone: string) =>
  (await call(routes.linkRequests, {}, by)).body.items.find((row: { phoneMasked: string | null }) =>
    row.phoneMasked?.endsWith(phone.slice(-4)),
  );
const decide = (requestId: string, personId: string, by: TestPerson) =>
  call(routes.decideLinkRequest, { params: { requestId }, body: { personId } }, by);

/** Holds a post above the commune and sits in one of its teams. */
async function victimOf(role: Role, given: { phone?: string } = {}): Promise<TestPerson> {
  const unitId = role === 'district_officer' ? place.districtId : place.provinceId;
  const victim = await buildOfficer(world.app, {
    role,
    unitId,
    email: `${numbers++}@x.example`,
    ...(given.phone && { phone: `+${given.phone}` }),
  });
  const { postId } = await buildMember(world.app, { teamId, personId: victim.id });
  return { ...victim, postId };
}

describe.each(['district_officer', 'province_officer', 'admin', 'trainer'] as const)(
  'who keeps the register of a commune cannot come in as a %s',
  (role) => {
    it('by setting the phone, the e-mail or the name in a team, a committee or a replacement', async () => {
      const victim = await victimOf(role);
      const before = await contactsOf(victim);
      const { fullName, postId: memberId, id: personId } = victim;
      const phone = national(newNumber());
      const email = 'ke-xau@x.example';
      const add = (contact: object) =>
        call(routes.addMember, {
          params: { teamId: otherTeamId },
          body: { personId, fullName, role: 'member', from, ...contact },
        });
      const change = (body: object) =>
        call(routes.changeMember, { params: { teamId, memberId }, body: { from, ...body } });
      const replaced = await buildMember(world.app, { teamId: otherTeamId });
      const attempts = [
        await change({ phone }),
        await change({ email }),
        await change({ fullName: 'Lê Văn Khác' }),
        await add({ phone }),
        await add({ email }),
        await call(routes.replaceMember, {
          params: { teamId: otherTeamId, memberId: replaced.postId },
          body: { personId, fullName, role: 'member', from, phone },
        }),
      ];
      for (const { status, body } of attempts)
        expect([status, body.code, body.details[0].params]).toEqual([
          403,
          'membership.contactOfOfficer',
          { name: fullName },
        ]);
      expect(attempts.map(({ body }) => body.details[0].path)).toEqual([
        'phone',
        'email',
        'fullName',
        'phone',
        'email',
        'phone',
      ]);
      expect(await contactsOf(victim)).toEqual(before);
      expect(await statusOf(victim.token)).toBe(200);
      expect((await add({})).status).toBe(201);
    });

    it('by a place on the committee with another phone', async () => {
      const victim = await victimOf(role);
      const before = await contactsOf(victim);
      await call(
        routes.createCommittee,
        {
          params: { unitId: place.communeId },
          body: { from, number: '7/QĐ-UBND', signedOn: from, signer: 'Chủ tịch UBND xã' },
        },
        admin,
      );
      const answer = await call(routes.addCommitteeMember, {
        params: { unitId: place.communeId },
        body: {
          personId: victim.id,
          fullName: victim.fullName,
          role: 'committee_member',
          position: 'Ủy viên',
          affiliation: 'other',
          from,
          phone: national(newNumber()),
        },
      });
      expect(answer).toMatchObject({ status: 403, body: { code: 'membership.contactOfOfficer' } });
      expect(await contactsOf(victim)).toEqual(before);
    });

    it('by a list that gives another number, or a second one', async () => {
      const victim = await victimOf(role);
      const before = await contactsOf(victim);
      const [known] = await world.app.database.rows<{ e164: string }>(
        sql`select e164 from phones where person_id = ${victim.id}`,
      );
      const own = national((known?.e164 ?? '').slice(1));
      for (const phone of [national(newNumber()), `${own} - ${national(newNumber())}`]) {
        const file = await fileOf([header, [1, 'Thôn 1', 1, victim.fullName, 'Thành viên', phone]]);
        const { body } = await call(routes.uploadRoster, {
          params: { unitId: place.communeId },
          query: { fileName: 'danh-sach.xlsx' },
          body: file,
        });
        expect(body.findings).toContainEqual(
          expect.objectContaining({ code: 'phone.guarded', cell: 'F2', params: { name: victim.fullName } }),
        );
        const done = await call(routes.confirmRoster, {
          params: { importId: body.id },
          body: {},
          key: crypto.randomUUID(),
        });
        expect(done.status).toBe(200);
        expect(await contactsOf(victim)).toEqual(before);
      }
    });

    it('by an invite, by taking accounts off, or by a post that was there once', async () => {
      const victim = await victimOf(role);
      const user = await newcomer(world);
      expect((await call(routes.createInvite, { params: { personId: victim.id } })).status).toBe(403);
      const { code } = (await call(routes.createInvite, { params: { personId: victim.id } }, admin)).body;
      expect(
        (await world.app.call(routes.acceptInvite, { params: { code }, body: { ticket: user.ticket } })).status,
      ).toBe(200);
      const [account] = (await call(routes.personAccounts, { params: { personId: victim.id } }, admin)).body;
      const takeOff = await call(routes.unlinkAccount, { params: { personId: victim.id, accountId: account.id } });
      expect(takeOff.status).toBe(403);
      await world.app.database.rows(
        sql`update team_members set validity = validity * daterange(null, ${world.app.clock.today()}::date)
          where person_id = ${victim.id}`,
      );
      expect(
        await call(routes.addMember, {
          params: { teamId: otherTeamId },
          body: { personId: victim.id, fullName: victim.fullName, role: 'member', from, phone: national(newNumber()) },
        }),
      ).toMatchObject({ status: 422, body: { details: [{ path: 'personId', code: 'membership.personNotFound' }] } });
    });

    it("with the victim's number alone: it waits for an administrator, and nobody else sees it", async () => {
      const phone = newNumber();
      const victim = await victimOf(role, { phone });
      const user = await newcomer(world, { phone });
      expect((await provePhone(world, user)).body).toEqual({ outcome: 'waiting', person: null });
      expect(await confirm(user.ticket)).toMatchObject({ status: 409, body: { code: 'link.nothingToConfirm' } });
      const zalo = world.zalo.world.person({ name: 'Chị Hoa', phone });
      const { ticket } = (await openInZalo(world, zalo)).body.link;
      const { graph } = world.zalo;
      const proof = { ticket, proof: graph.phoneToken(zalo), accessToken: graph.accessToken(zalo) };
      expect((await world.app.call(routes.provePhone, { body: proof })).body.outcome).toBe('waiting');
      const chat = { space: 'telegram' as const, externalId: String(numbers++), displayName: 'Bà con' };
      expect((await world.app.get(MembershipApi).linkByPhone({ ...chat, phone })).outcome).toBe('waiting');
      expect((await world.app.get(MembershipApi).answerLinkByPhone({ ...chat, mine: true })).outcome).toBe(
        'nothingAsked',
      );
      expect(await queueOf(attacker, phone)).toBeUndefined();
      expect(await queueOf(victim, phone).catch(() => undefined)).toBeUndefined();
      const request = await queueOf(admin, phone);
      expect(request).toMatchObject({ reason: 'officer', candidates: [{ person: { id: victim.id } }] });
      expect((await decide(request.id, victim.id, attacker)).status).toBe(404);
      expect((await decide(request.id, victim.id, victim)).status).toBe(role === 'admin' ? 404 : 403);
      expect((await decide(request.id, victim.id, admin)).status).toBe(204);
    });
  },
);

describe('a colleague of the same commune', () => {
  it('does not come in by a number that they set: an administrator decides', async () => {
    const colleague = await buildOfficer(world.app, { role: 'committee_member', unitId: place.communeId });
    const { postId } = await buildMember(world.app, { teamId: otherTeamId, personId: colleague.id });
    const phone = newNumber();
    const set = await call(routes.changeMember, {
      params: { teamId: otherTeamId, memberId: postId },
      body: { from, phone: national(phone) },
    });
    expect(set.status).toBe(200);
    const user = await newcomer(world, { phone });
    expect((await provePhone(world, user)).body.outcome).toBe('waiting');
    expect(await queueOf(attacker, phone)).toBeUndefined();
    const nobody = await newcomer(world, { phone: newNumber() });
    await buildMember(world.app, { teamId, phone: `+${nobody.phone}` });
    await buildMember(world.app, { teamId, phone: `+${nobody.phone}` });
    await provePhone(world, nobody);
    const other = await queueOf(attacker, nobody.phone);
    expect(await decide(other.id, colleague.id, attacker)).toMatchObject({
      status: 403,
      body: { code: 'link.superiorDecides' },
    });
    expect(await decide(other.id, attacker.id, attacker)).toMatchObject({ status: 403 });
    expect((await queueOf(admin, phone)).candidates).toMatchObject([{ person: { id: colleague.id } }]);
  });
});
