/** A term is over: many posts end, or go to people by name, by one document; seen before, and taken back while it is held. */
import { randomUUID } from 'node:crypto';
import { type RouteAnswer, type RouteId, routes } from '#contracts';
import { sql } from '#platform/database';
import { startApp, stopApps, type TestApp } from '../../../../../test/support/app.ts';
import { buildOfficer, type TestPerson } from '../../../../../test/support/people.ts';
import { buildPlace, type Place } from '../../../../../test/support/units.ts';

const LAST_DAY = '2026-11-30';
const FROM = '2026-12-01';
const basis = '214/QĐ-UBND ngày 23/11/2026';
let app: TestApp;
let place: Place;
let second: Place;
let empty: Place;
let admin: TestPerson;
let focal: TestPerson;
let other: TestPerson;
let head: TestPerson;

beforeAll(async () => {
  app = await startApp({ CLOCK: '2026-11-24T01:00:00Z', HOLD_SECONDS: '60' });
});
afterAll(stopApps);

beforeEach(async () => {
  place = await buildPlace(app, { commune: 'Triệu Sơn', hamlets: 1 });
  second = await buildPlace(app, { commune: 'Dân Lực', hamlets: 1, districtId: place.districtId });
  empty = await buildPlace(app, { commune: 'Pù Nhi', hamlets: 1, districtId: place.districtId });
  admin = await buildOfficer(app, { role: 'admin', unitId: place.provinceId, fullName: 'Vũ Minh Châu' });
  focal = await buildOfficer(app, { role: 'focal_officer', unitId: place.communeId, fullName: 'Lê Thị Hợi' });
  other = await buildOfficer(app, { role: 'focal_officer', unitId: second.communeId, fullName: 'Hà Văn Bảy' });
  head = await buildOfficer(app, {
    role: 'committee_member',
    unitId: place.communeId,
    fullName: 'Lê Quang Hải',
    phone: '+84510000782',
  });
  await app.database.rows(sql`update posts set seat = 'head' where id = ${head.postId}`);
});

const ask = (route: RouteId, body: object, by = admin) =>
  app.call(routes[route], { token: by.token, params: { unitId: place.provinceId }, body, key: randomUUID() });
const takeBack = async (act: { id: string }) =>
  (await app.call(routes.takeBackAct, { token: admin.token, params: { actId: act.id } })).body;
/** Whatever is kept of posts and of whom they came from, as it is. */
const stand = async () => [
  await app.database.rows(
    sql`select o.unit_id, o.role, o.person_id, o.caretaker, o.validity::text, o.end_reason from posts o
      join unit_closure c on c.descendant_id = o.unit_id and c.ancestor_id = ${place.provinceId} order by o.unit_id, o.role, o.id`,
  ),
  await app.database.rows(sql`select id from handovers where taken_back_at is null order by id`),
];
const told = (preview: RouteAnswer<typeof routes.previewPostEnds>) =>
  preview.told.map(({ name, people }) => [name, people.map(({ person }) => person.fullName).sort()]);
/** Of the messages that are kept; those of the act that was taken back are not. */
const heard = async (personId: string) => {
  await app.drain();
  const rows = await app.database.rows<{ kind: string }>(
    sql`select m.kind from notifications n join messages m on m.id = n.message_id
      where n.person_id = ${personId} and m.withdrawn_at is null order by m.kind`,
  );
  return rows.map(({ kind }) => kind);
};

describe('many posts that end after a day', () => {
  const ended = () => ({ postIds: [focal.postId, other.postId, admin.postId], lastDay: LAST_DAY });

  it('are shown before with whom it reaches and who cannot be ended, and nothing is changed by looking', async () => {
    const before = await stand();
    const { body } = await ask('previewPostEnds', ended());
    expect(body).toMatchObject({ count: 2, people: 4, holdSeconds: 60, elsewhere: [] });
    expect(told(body)).toEqual([
      ['Lê Thị Hợi, Xã Triệu Sơn', ['Lê Quang Hải', 'Lê Thị Hợi']],
      ['Hà Văn Bảy, Xã Dân Lực', ['Hà Văn Bảy', 'Vũ Minh Châu']],
    ]);
    expect(body.refused).toMatchObject([
      { id: admin.postId, name: 'Vũ Minh Châu, Tỉnh Thanh Hóa', code: 'membership.lastAdministrator' },
    ]);
    expect(await stand()).toEqual(before);
  });

  it('end each as by itself, by one document, and go on as before when it is taken back, with nobody told', async () => {
    const before = await stand();
    const { body } = await ask('endPosts', { ...ended(), basis });
    expect(body).toMatchObject({ done: 2, refused: [{ code: 'membership.lastAdministrator' }] });
    const rows = await app.database.rows(
      sql`select caretaker, lower(validity)::text as from, upper(validity)::text as to, end_reason as reason from posts
        where unit_id = ${place.communeId} and role = 'focal_officer' order by caretaker`,
    );
    expect(rows).toEqual([
      { caretaker: false, from: expect.any(String), to: FROM, reason: basis },
      { caretaker: true, from: FROM, to: null, reason: null },
    ]);
    expect(await heard(head.id)).toContain('handedOver');
    expect(await takeBack(body.act)).toEqual({ restored: 2, kept: [] });
    expect(await stand()).toEqual(before);
    for (const person of [head, focal, other]) expect(await heard(person.id)).toEqual([]);
  });

  it('are not those of elsewhere, and not of a day that is over', async () => {
    const far = await buildPlace(app, { commune: 'Yên Thường' });
    const stranger = await buildOfficer(app, { role: 'focal_officer', unitId: far.communeId });
    const { body } = await ask('endPosts', { postIds: [stranger.postId], lastDay: LAST_DAY, basis });
    expect(body).toEqual({ done: 0, refused: [], act: null });
    const past = await ask('previewPostEnds', { postIds: [focal.postId], lastDay: '2026-11-22' });
    expect(past.body).toMatchObject({ code: 'membership.handoverPast', details: [{ path: 'lastDay' }] });
    expect((await ask('endPosts', { ...ended(), basis }, head)).body.code).toBe('platform.denied');
  });
});

describe('many people who are appointed from a day', () => {
  const appointed = () => ({
    from: FROM,
    posts: [
      { place: { postId: focal.postId }, fullName: 'Thao Văn Pó', phone: '0510 000 781' },
      { place: { postId: other.postId }, fullName: 'Lương Thị Mỷ', phone: '12' },
      { place: { communeId: empty.communeId }, fullName: 'Lê Quang Hải', phone: '0510 000 782' },
    ],
  });

  it('take the place of who holds a post, or come where nobody does; what cannot be is named', async () => {
    const before = await stand();
    const seen = (await ask('previewAppointments', appointed())).body;
    expect(seen).toMatchObject({
      count: 2,
      refused: [{ name: 'Hà Văn Bảy, Xã Dân Lực', code: 'membership.phoneInvalid' }],
      elsewhere: [{ id: empty.communeId, posts: [expect.stringContaining('Xã Triệu Sơn')] }],
    });
    expect(told(seen)).toEqual([
      ['Lê Thị Hợi, Xã Triệu Sơn', ['Lê Quang Hải', 'Lê Thị Hợi', 'Thao Văn Pó']],
      ['Lê Quang Hải, Xã Pù Nhi', ['Lê Quang Hải']],
    ]);
    expect(await stand()).toEqual(before);
    const { body } = await ask('appointMany', { ...appointed(), basis });
    expect(body).toMatchObject({ done: 2, refused: [{ code: 'membership.phoneInvalid' }] });
    const holders = await app.database.rows<{ name: string }>(
      sql`select p.full_name as name from posts o join people p on p.id = o.person_id
        join unit_closure c on c.descendant_id = o.unit_id and c.ancestor_id = ${place.provinceId}
        where o.role = 'focal_officer' and not o.caretaker and o.validity @> ${FROM}::date order by 1`,
    );
    expect(holders.map(({ name }) => name)).toEqual(['Hà Văn Bảy', 'Lê Quang Hải', 'Thao Văn Pó']);
    expect(await takeBack(body.act)).toEqual({ restored: 2, kept: [] });
    expect(await stand()).toEqual(before);
    expect(await heard(focal.id)).toEqual([]);
  });

  it('stay where somebody has handed the post on meanwhile, and are named when the act is taken back', async () => {
    const { body } = await ask('appointMany', { ...appointed(), basis });
    const [given] = await app.database.rows<{ id: string }>(
      sql`select id from posts where unit_id = ${empty.communeId} and role = 'focal_officer'`,
    );
    await app.call(routes.handOver, {
      token: admin.token,
      params: { postId: given?.id as string },
      body: { mode: 'replace', from: '2026-12-15', fullName: 'Thao Thị Dính', basis },
    });
    expect(await takeBack(body.act)).toEqual({
      restored: 1,
      kept: [{ id: empty.communeId, name: 'Lê Quang Hải, Xã Pù Nhi' }],
    });
  });
});
