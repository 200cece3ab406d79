// @everyday
/** Nobody gives what they could not give by hand, where they have no right, or to themselves: by whatever way it is given. */
import { randomUUID } from 'node:crypto';
import { type RouteId, routes } from '#contracts';
import { sql } from '#platform/database';
import { startApp, stopApps, type TestApp } from '../../../../../test/support/app.ts';
import { buildMember, buildOfficer, signIn, type TestPerson } from '../../../../../test/support/people.ts';
import { buildDistrict, type District, reformDay, Reforming } from '../../../../../test/support/reforms/reforms.ts';

const TODAY = '2022-06-21';
const YESTERDAY = '2022-06-20';
const LATER = '2022-07-01';
let app: TestApp;
let district: District;

beforeAll(async () => {
  app = await startApp({ CLOCK: `${TODAY}T03:00:00Z` });
});
beforeEach(async () => {
  app.clock.set(new Date(`${TODAY}T03:00:00Z`));
  district = await buildDistrict(app);
});
afterAll(stopApps);

const ask = (by: TestPerson, route: RouteId, params: Record<string, string>, body: object) =>
  app.call(routes[route], { token: by.token, params, body, key: randomUUID() });
const rolesOf = async (person: TestPerson) =>
  (
    await app.database.rows<{ role: string }>(
      sql`select role from person_places where person_id = ${person.id} and upper_inf(validity) and role <> 'supporter' order by role`,
    )
  ).map(({ role }) => role);
const passwordOf = (person: TestPerson) =>
  app.database.one<{ hash: string | null }>(sql`select password_hash as hash from people where id = ${person.id}`);
const withPassword = async (person: TestPerson): Promise<TestPerson> => {
  await app.database.rows(sql`update people set password_hash = 'x' where id = ${person.id}`);
  return person;
};

describe('by a reform', () => {
  const post = (person: TestPerson, intoPosition: number, role = 'focal_officer') => ({
    do: 'post',
    personId: person.id,
    role,
    title: 'Cán bộ',
    intoPosition,
  });
  /** Organised by that person instead of the district's administrator. */
  const drafted = async (by: TestPerson, onDate: string) => {
    const reform = new Reforming(app, { ...district, admin: by }, onDate);
    await reform.draft();
    return { reform, ...(await reform.settle()) };
  };

  it('an officer of the province makes nobody administrator, least of all themselves, also by a day that is over', async () => {
    const { provinceId } = district;
    const officer = await buildOfficer(app, { role: 'province_officer', unitId: provinceId });
    const { reform, merged } = await drafted(officer, YESTERDAY);
    await reform.edit({ do: 'unit', unitId: provinceId });
    const province = await reform.at('Thanh Hóa');
    await reform.edit(post(officer, province, 'admin'), post(officer, merged, 'admin'));
    const refused = await reform.schedule();
    expect(refused).toMatchObject({
      status: 403,
      body: { code: 'organization.reformGives', details: [{ params: { count: 2, name: officer.fullName } }] },
    });
    expect(await rolesOf(officer)).toEqual(['province_officer']);
    expect((await reform.call(routes.getReform)).body.state).toBe('draft');
  });

  it('gives in a new commune only what who schedules it gives by hand there', async () => {
    const officer = await buildOfficer(app, { role: 'province_officer', unitId: district.provinceId });
    const { reform, merged } = await drafted(officer, LATER);
    const [chosen] = district.communes;
    await reform.edit(post(chosen.officer, merged));
    expect((await reform.schedule()).body.code).toBe('organization.reformGives');
    const params = { reformId: reform.id };
    const byAdmin = await ask(district.admin, 'scheduleReform', params, { version: reform.version });
    expect(byAdmin.body.state).toBe('scheduled');
    await reformDay(app, LATER);
    expect(await rolesOf(chosen.officer)).toEqual(['focal_officer']);
  });

  it('gives an administrator nothing that they chose for themselves', async () => {
    const { reform, merged } = await drafted(district.admin, LATER);
    await reform.edit(post(district.admin, merged));
    expect((await reform.schedule()).body.code).toBe('organization.reformGives');
  });

  it('gives nothing on the day that who scheduled it may not give any more, and tells who may', async () => {
    const other = await buildOfficer(app, { role: 'admin', unitId: district.provinceId });
    const { reform, merged } = await drafted(district.admin, LATER);
    const [chosen] = district.communes;
    await reform.edit(post(chosen.officer, merged));
    expect((await reform.schedule()).body.state).toBe('scheduled');
    await app.database.rows(
      sql`update posts set validity = daterange(lower(validity), '2022-06-28') where id = ${district.admin.postId}`,
    );
    await reformDay(app, LATER);
    expect(await rolesOf(chosen.officer)).toEqual([]);
    expect(await reform.unit('Triệu Sơn')).not.toBe('');
    await app.drain();
    const { body } = await app.call(routes.inbox, { token: await signIn(app, other.id) });
    const told = body.items.find(({ kind }: { kind: string }) => kind === 'reformPostsNotGiven');
    expect(told?.body).toContain(chosen.officer.fullName);
  });
});

describe('by hand, to themselves', () => {
  type Way = (self: { admin: TestPerson; officer: TestPerson }) => Promise<{ status: number; body: { code: string } }>;
  const commune = () => district.communes[0];
  const person = (self: TestPerson) => ({ personId: self.id, fullName: self.fullName });
  const from = { from: TODAY };
  const ways: Record<string, Way> = {
    'an administrator appoints': ({ admin }) =>
      ask(
        admin,
        'appointOfficer',
        { unitId: commune().communeId },
        {
          ...person(admin),
          ...from,
          role: 'focal_officer',
          title: 'Cán bộ',
        },
      ),
    'an administrator takes a post over': ({ admin }) =>
      ask(
        admin,
        'handOver',
        { postId: commune().officer.postId },
        {
          ...from,
          mode: 'replace',
          personId: admin.id,
          basis: '1/QĐ',
        },
      ),
    'a committee adds': ({ officer }) =>
      ask(
        officer,
        'addCommitteeMember',
        { unitId: commune().communeId },
        {
          ...person(officer),
          ...from,
          role: 'focal_officer',
          position: 'Cán bộ',
          affiliation: 'other',
        },
      ),
    'a committee fills a team': ({ officer }) =>
      ask(
        officer,
        'addMember',
        { teamId: commune().teams[0]?.id ?? '' },
        {
          ...person(officer),
          ...from,
          role: 'member',
          affiliation: 'other',
        },
      ),
    'a committee replaces a leader': ({ officer }) =>
      ask(
        officer,
        'replaceMember',
        { teamId: commune().teams[0]?.id ?? '', memberId: commune().teams[0]?.leader.postId ?? '' },
        { ...person(officer), ...from, role: 'leader', affiliation: 'other' },
      ),
  };

  it.each(Object.entries(ways))('%s: refused', async (_, way) => {
    const { admin } = district;
    const { officer, communeId } = commune();
    await app.database.rows(
      sql`insert into steering_committees (id, unit_id, validity) values (gen_random_uuid(), ${communeId}, '[2022-01-01,)')`,
    );
    const before = [await rolesOf(admin), await rolesOf(officer)];
    const answer = await way({ admin, officer });
    expect(answer).toMatchObject({ status: 403, body: { code: 'membership.rightToYourself' } });
    expect([await rolesOf(admin), await rolesOf(officer)]).toEqual(before);
  });

  it('a member of a committee who is in a team makes nobody but others its leader', async () => {
    const { officer, teams } = commune();
    const [team] = teams;
    const own = await buildMember(app, { teamId: team!.id, personId: officer.id });
    const change = (memberId: string, body: object) =>
      ask(officer, 'changeMember', { teamId: team!.id, memberId }, { ...from, ...body });
    expect((await change(own.postId, { role: 'deputy' })).body.code).toBe('membership.rightToYourself');
    expect((await change(own.postId, { position: 'Công chức' })).status).toBeLessThan(300);
    expect((await change(team!.member.postId, { role: 'deputy' })).status).toBeLessThan(300);
  });

  it('who is to give a post away does not take that back', async () => {
    const { admin, provinceId } = district;
    const other = await buildOfficer(app, { role: 'admin', unitId: provinceId });
    const body = { mode: 'replace', from: LATER, basis: '2/QĐ', fullName: 'Hà Thị Xuân' };
    const { id: handoverId } = (await ask(other, 'handOver', { postId: admin.postId }, body)).body;
    const again = { ...admin, token: await signIn(app, admin.id) };
    const back = (by: TestPerson) => app.call(routes.takeBackHandover, { token: by.token, params: { handoverId } });
    expect((await back(again)).body.code).toBe('membership.rightToYourself');
    expect((await back(other)).status).toBe(204);
  });
});

describe('whose rights grow', () => {
  const appoint = (person: TestPerson, role: string, unitId: string) =>
    ask(
      district.admin,
      'appointOfficer',
      { unitId },
      {
        personId: person.id,
        fullName: person.fullName,
        role,
        title: 'Cán bộ',
        from: TODAY,
      },
    );

  it('comes in anew: what was set for a post with fewer rights opens none with more', async () => {
    const { provinceId } = district;
    const officer = await withPassword(await buildOfficer(app, { role: 'province_officer', unitId: provinceId }));
    expect((await appoint(officer, 'admin', provinceId)).status).toBe(201);
    expect(await passwordOf(officer)).toEqual({ hash: null });
  });

  it('goes on with the password within one committee, whose members let each other in', async () => {
    const { officer, communeId } = district.communes[0];
    await withPassword(officer);
    expect((await appoint(officer, 'focal_officer', communeId)).status).toBe(201);
    expect(await passwordOf(officer)).toEqual({ hash: 'x' });
  });
});
