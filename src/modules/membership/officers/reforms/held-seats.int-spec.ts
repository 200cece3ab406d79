/** A unit that goes on has somebody in its seats: whoever is chosen beside them is a question, and nobody is dropped silently. */
import { routes } from '#contracts';
import { sql } from '#platform/database';
import { startApp, stopApps, type TestApp } from '../../../../../test/support/app.ts';
import { buildOfficer, signIn, type TestPerson } from '../../../../../test/support/people.ts';
import { buildDistrict, type District, reformDay, Reforming } from '../../../../../test/support/reforms/reforms.ts';

const LATER = '2022-07-01';
let app: TestApp;
let district: District;
let reform: Reforming;
let kept: number;
/** Of the commune that goes on, and of the one that goes into it. */
let focal: TestPerson;
let head: TestPerson;
let chosen: TestPerson;

beforeAll(async () => {
  app = await startApp({ CLOCK: '2022-06-21T03:00:00Z' });
});
beforeEach(async () => {
  app.clock.set(new Date('2022-06-21T03:00:00Z'));
  district = await buildDistrict(app);
  const [first, second] = district.communes;
  focal = await buildOfficer(app, { role: 'focal_officer', unitId: first.communeId });
  head = await buildOfficer(app, { role: 'committee_member', unitId: first.communeId });
  await app.database.rows(sql`update posts set seat = 'head' where id = ${head.postId}`);
  chosen = second.officer;
  reform = new Reforming(app, district, LATER);
  await reform.create();
  await reform.edit({ do: 'unit', unitId: first.communeId, name: 'Triệu Sơn' });
  kept = await reform.at('Triệu Sơn');
  await reform.edit({ do: 'part', unitId: second.communeId, intoPosition: kept });
});
afterAll(stopApps);

const post = (person: TestPerson, more: object = {}) => ({
  do: 'post',
  personId: person.id,
  role: 'focal_officer',
  title: 'Công chức Văn phòng',
  intoPosition: kept,
  ...more,
});
const asHead = { role: 'committee_member', seat: 'head', title: 'Chủ tịch UBND xã' };
const place = async () => (await reform.call(routes.reformPlace, { query: { position: String(kept) } })).body;
const seats = () =>
  app.database.rows<{ personId: string; role: string; seat: string | null }>(
    sql`select person_id as "personId", role, seat from posts where unit_id = ${district.communes[0].communeId}
        and not caretaker and validity @> ${LATER}::date and (role = 'focal_officer' or seat = 'head') order by role desc`,
  );

it('asks who has it from the day on, and is not scheduled before that is said', async () => {
  await reform.edit(post(chosen), post(chosen, asHead));
  const open = await place();
  expect(open.place.held).toBe(2);
  expect(open.posts).toMatchObject([
    { person: { id: chosen.id }, heldBy: [{ id: focal.id }], replaces: false },
    { person: { id: chosen.id }, heldBy: [{ id: head.id }], replaces: false },
  ]);
  expect(await reform.blocks()).toEqual(['seatHeld', 'seatHeld']);
  expect((await reform.schedule()).body.code).toBe('organization.reformBlocked');
  await reform.edit({ do: 'drop', positions: open.posts.map(({ line }: { line: number }) => line) });
  expect(await reform.blocks()).toEqual([]);
  expect((await reform.schedule()).body.state).toBe('scheduled');
  await reformDay(app, LATER);
  expect(await seats()).toMatchObject([{ personId: focal.id }, { personId: head.id }]);
});

it('gives it to whoever is chosen in place of the one who has it', async () => {
  await reform.edit(post(chosen, { replaces: true }), post(chosen, { ...asHead, replaces: true }));
  expect((await place()).place.held).toBe(0);
  expect((await reform.schedule()).body.state).toBe('scheduled');
  await reformDay(app, LATER);
  expect(await seats()).toMatchObject([{ personId: chosen.id }, { personId: chosen.id }]);
});

it('tells whoever scheduled it of a seat that was taken meanwhile', async () => {
  await app.database.rows(sql`delete from posts where id = ${focal.postId}`);
  await reform.edit(post(chosen));
  expect((await reform.schedule()).body.state).toBe('scheduled');
  const other = await buildOfficer(app, { role: 'focal_officer', unitId: district.communes[0].communeId });
  await reformDay(app, LATER);
  expect(await seats()).toContainEqual({ personId: other.id, role: 'focal_officer', seat: null });
  await app.drain();
  const { body } = await app.call(routes.inbox, { token: await signIn(app, district.admin.id) });
  expect(body.items.map(({ kind }: { kind: string }) => kind)).toContain('reformPostsNotGiven');
});
