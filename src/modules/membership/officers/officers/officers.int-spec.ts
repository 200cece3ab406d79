// @everyday
/** Who holds which post: by unit, with what each row lacks; appointed, stood in for, ended, never without an administrator. */
import { v7 } from 'uuid';
import { routes } from '#contracts';
import { addDays } from '#i18n';
import { sql } from '#platform/database';
import { startApp, stopApps, type TestApp } from '../../../../../test/support/app.ts';
import { buildMember, buildOfficer, buildTeam, type TestPerson } from '../../../../../test/support/people.ts';
import { buildProvider, buildTrainer } from '../../../../../test/support/training/training.ts';
import { buildPlace, type Place } from '../../../../../test/support/units.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startApp({ CLOCK: '2026-11-24T01:00:00Z' });
});
afterAll(stopApps);

interface Scene {
  place: Place;
  empty: Place;
  admin: TestPerson;
  focal: TestPerson;
}

async function build(): Promise<Scene> {
  const place = await buildPlace(app, { commune: 'Triệu Sơn', hamlets: 1 });
  return {
    place,
    empty: await buildPlace(app, { commune: 'Pù Nhi', hamlets: 1, districtId: place.districtId }),
    admin: await buildOfficer(app, { role: 'admin', unitId: place.provinceId }),
    focal: await buildOfficer(app, { role: 'focal_officer', unitId: place.communeId }),
  };
}

const list = async (by: TestPerson, unitId: string, query: Record<string, string> = {}) =>
  (await app.call(routes.listPosts, { token: by.token, params: { unitId }, query })).body;
const appoint = (by: TestPerson, unitId: string, body: object) =>
  app.call(routes.appointOfficer, { token: by.token, params: { unitId }, body });
const end = (by: TestPerson, postId: string, lastDay: string) =>
  app.call(routes.handOver, {
    token: by.token,
    params: { postId },
    body: { mode: 'vacate', from: addDays(lastDay, 1) },
  });
const seen = ({ items }: { items: { unit: { name: string }; role: string; state: string }[] }) =>
  items.map(({ unit, role, state }) => `${unit.name} ${role} ${state}`);

describe('the posts of a unit and below', () => {
  it('stand by unit, from the top down, with those that nobody holds', async () => {
    const { place, empty, admin, focal } = await build();
    const posts = await list(admin, place.provinceId);
    expect(seen(posts)).toEqual([
      'Thanh Hóa admin held',
      'Pù Nhi focal_officer vacant',
      'Triệu Sơn focal_officer held',
    ]);
    expect(posts).toMatchObject({ total: 3, posts: 3, counts: { vacant: 1, held: 2, never: 0 } });
    expect(seen(await list(admin, place.provinceId, { state: 'vacant' }))).toEqual(['Pù Nhi focal_officer vacant']);
    expect(seen(await list(admin, place.provinceId, { q: 'pu nhi' }))).toEqual(['Pù Nhi focal_officer vacant']);
    expect(seen(await list(focal, place.communeId))).toEqual(['Triệu Sơn focal_officer held']);
    const foreign = await app.call(routes.listPosts, { token: focal.token, params: { unitId: empty.communeId } });
    expect(foreign.body.code).toBe('platform.denied');
  });

  it("are one for a company's person, with its places inside", async () => {
    const { place, empty, admin } = await build();
    const [coverage, other] = [[place.communeId, empty.communeId], [place.communeId]];
    const providerId = await buildProvider(app, { coverage });
    const trainer = await buildTrainer(app, { providerId, unitId: place.communeId });
    const elsewhere = v7();
    await app.database.rows(
      sql`insert into posts (id, person_id, role, unit_id, title, affiliation, provider_id, validity)
        values (${elsewhere}, ${trainer.id}, 'trainer', ${empty.communeId}, 'Giảng viên', 'other', ${providerId}, '[2022-01-01,)')`,
    );
    await buildTrainer(app, { providerId: await buildProvider(app, { coverage: other }), unitId: place.communeId });
    const posts = await list(admin, place.provinceId, { state: 'held' });
    expect(seen(posts)).toEqual([
      'Thanh Hóa admin held',
      'Pù Nhi trainer held',
      'Triệu Sơn focal_officer held',
      'Triệu Sơn trainer held',
    ]);
    expect(posts).toMatchObject({ total: 4, counts: { held: 4, vacant: 1 } });
    const own = posts.items.find(({ person }: { person: { id: string } }) => person.id === trainer.id);
    expect(own.places.map(({ id, unit }: { id: string; unit: { name: string } }) => [id, unit.name])).toEqual([
      [elsewhere, 'Pù Nhi'],
      [trainer.postId, 'Triệu Sơn'],
    ]);
    const inCommune = await list(admin, place.communeId);
    expect(inCommune.items.map(({ places }: { places: object[] }) => places)).toEqual([[], [], []]);
  });

  it('come page by page, each once', async () => {
    const { place, admin } = await build();
    const found: string[] = [];
    let cursor: string | null | undefined;
    do {
      const page = await list(admin, place.provinceId, { limit: '1', ...(cursor && { cursor }) });
      found.push(...seen(page));
      cursor = page.nextCursor;
    } while (cursor);
    expect(found).toHaveLength(3);
    expect(new Set(found).size).toBe(3);
  });
});

it('tells of each commune what it lacks first on the way to its first order', async () => {
  const { place, empty, admin, focal } = await build();
  const read = async (by: TestPerson, unitId: string) =>
    (await app.call(routes.readiness, { token: by.token, params: { unitId } })).body;
  const stand = async () =>
    (await read(admin, place.provinceId)).communes.map(({ unit, lacks }: { unit: { name: string }; lacks: string }) =>
      [unit.name, lacks].join(' '),
    );
  expect(await stand()).toEqual(['Triệu Sơn roster', 'Pù Nhi focal']);
  const named = { fullName: 'Thao Văn Pó', role: 'focal_officer', title: 'Cán bộ đầu mối', from: '2026-11-24' };
  await appoint(admin, empty.communeId, named);
  const teamId = await buildTeam(app, { unitId: place.hamletIds[0] ?? '' });
  await buildMember(app, { teamId, signedIn: false });
  expect(await stand()).toEqual(['Triệu Sơn invite', 'Pù Nhi entry']);
  await buildMember(app, { teamId });
  expect(await stand()).toEqual(['Triệu Sơn none', 'Pù Nhi entry']);
  expect(await read(admin, place.provinceId)).toMatchObject({
    hamlets: 2,
    directives: 0,
    members: 2,
    opened: 1,
    counts: { focal: 0, entry: 1, roster: 0, invite: 0, none: 1 },
    withoutOffice: 2,
    readyTeams: 1,
  });
  expect((await read(focal, place.communeId)).communes).toHaveLength(1);
});

describe('a post', () => {
  it('is held from its day, has never been used until its holder comes in, and can be stood in for', async () => {
    const { place, empty, admin } = await build();
    const named = { fullName: 'Thao Văn Pó', phone: '0510 000 771', title: 'Công chức Văn hóa – Xã hội' };
    const made = await appoint(admin, empty.communeId, { ...named, role: 'focal_officer', from: '2026-11-24' });
    expect(made.status).toBe(201);
    const standIn = { fullName: 'Lê Quang Hải', role: 'focal_officer', title: 'Người thay', standIn: true };
    expect((await appoint(admin, empty.communeId, { ...standIn, from: '2026-11-24' })).body).toMatchObject({
      code: 'membership.standInNeedsEnd',
      details: [{ path: 'lastDay' }],
    });
    const dated = { ...standIn, from: '2026-11-24', lastDay: '2026-11-26' };
    expect((await appoint(admin, empty.communeId, dated)).body).toMatchObject({ to: '2026-11-27' });
    const later = { fullName: 'Hà Thị Xuân', role: 'province_officer', title: 'Chuyên viên', from: '2026-12-01' };
    await appoint(admin, place.provinceId, later);
    const posts = await list(admin, place.provinceId);
    expect(seen(posts)).toEqual([
      'Thanh Hóa admin held',
      'Thanh Hóa province_officer later',
      'Pù Nhi focal_officer never',
      'Pù Nhi focal_officer never',
      'Triệu Sơn focal_officer held',
    ]);
    expect(posts.items[3]).toMatchObject({ standIn: true, to: '2026-11-27', hasEmail: false, invitedAt: null });
  });

  it('ends, but not the last one that administers the unit', async () => {
    const { place, empty, admin } = await build();
    const mine = (await list(admin, place.provinceId)).items[0];
    expect((await end(admin, mine.id, '2026-11-24')).body).toMatchObject({ code: 'membership.lastAdministrator' });
    const second = { fullName: 'Vũ Minh Châu', role: 'admin', title: 'Quản trị', from: '2026-11-24' };
    const limited = await appoint(admin, place.provinceId, { ...second, lastDay: '2026-12-31' });
    expect((await end(admin, mine.id, '2026-11-24')).body.code).toBe('membership.lastAdministrator');
    expect((await end(admin, limited.body.id, '2026-11-30')).status).toBe(201);
    expect((await appoint(admin, place.provinceId, { ...second, fullName: 'Lê Thanh Sơn' })).status).toBe(201);
    const focal = { fullName: 'Lương Văn Tuấn', role: 'focal_officer', title: 'Cán bộ đầu mối', from: '2026-11-20' };
    const post = (await appoint(admin, empty.communeId, focal)).body;
    expect((await end(admin, post.id, '2026-11-23')).status).toBe(201);
    expect(seen(await list(admin, empty.communeId))).toEqual(['Pù Nhi focal_officer vacant']);
    expect((await end(admin, mine.id, '2026-11-24')).status).toBe(201);
  });
});

describe('an officer who cannot get in', () => {
  const ask = (login: string) => app.call(routes.askForAccess, { body: { login } });

  it('is shown to who may invite them until a new invite is made, and nobody learns whether the login is known', async () => {
    const { place, admin } = await build();
    const focal = { fullName: 'Đỗ Minh Hải', phone: '0510 000 772', role: 'committee_member', title: 'Phó Chủ tịch' };
    const { person } = (await appoint(admin, place.communeId, { ...focal, from: '2026-11-20' })).body;
    for (const login of ['0510000772', '0510000772', '0510000999', 'khong-co@xa.example'])
      expect((await ask(login)).status).toBe(204);
    expect((await ask('không phải số')).body.code).toBe('access.loginUnreadable');
    const asking = await list(admin, place.provinceId, { state: 'asking' });
    expect(asking.items).toMatchObject([
      { person: { fullName: 'Đỗ Minh Hải' }, askedAt: expect.stringMatching(/^2026-11-24T01:/) },
    ]);
    await app.call(routes.createInvite, { token: admin.token, params: { personId: person.id } });
    expect((await list(admin, place.provinceId, { state: 'asking' })).total).toBe(0);
  });

  it('sets a password with the new invite without the forgotten one, within half an hour', async () => {
    const { place, admin } = await build();
    const given = { fullName: 'Hoàng Thị Lan', email: 'lan@xa.example', role: 'committee_member', title: 'Ủy viên' };
    const { person } = (await appoint(admin, place.communeId, { ...given, from: '2026-11-20' })).body;
    const comeIn = async () => {
      const { code } = (await app.call(routes.createInvite, { token: admin.token, params: { personId: person.id } }))
        .body;
      const entered = await app.call(routes.acceptInvite, { params: { code }, body: {} });
      return entered.body as { token: string; me: { person: { hasPassword: boolean; logins: string[] } } };
    };
    const set = (token: string, next: string) => app.call(routes.changePassword, { token, body: { next } });
    const first = await comeIn();
    expect(first.me.person).toMatchObject({ hasPassword: false, logins: ['lan@xa.example'] });
    expect((await set(first.token, 'lúa chín vàng đồng')).status).toBe(204);
    const again = await comeIn();
    expect(again.me.person.hasPassword).toBe(true);
    expect((await set(again.token, 'mưa xuân trên rừng')).status).toBe(204);
    const body = { login: 'lan@xa.example', password: 'mưa xuân trên rừng' };
    expect((await app.call(routes.signInWithPassword, { body })).status).toBe(200);
    app.clock.advance(31 * 60_000);
    expect((await set(again.token, 'nắng hạ bên sông')).body.code).toBe('access.wrongPassword');
  });

  it('without a number or an address gives the address to sign in with, once', async () => {
    const { place, admin } = await build();
    const given = { fullName: 'Bùi Văn Long', role: 'committee_member', title: 'Ủy viên', from: '2026-11-20' };
    const { person } = (await appoint(admin, place.communeId, given)).body;
    const { code } = (await app.call(routes.createInvite, { token: admin.token, params: { personId: person.id } }))
      .body;
    const { token } = (await app.call(routes.acceptInvite, { params: { code }, body: {} })).body;
    const set = (login: string) =>
      app.call(routes.changePassword, { token, body: { next: 'lúa chín vàng đồng', login } });
    expect((await set('Long@xa.example')).status).toBe(204);
    expect((await app.call(routes.me, { token })).body.person.logins).toEqual(['long@xa.example']);
    expect((await set('khac@xa.example')).body.code).toBe('access.loginKnown');
  });
});
