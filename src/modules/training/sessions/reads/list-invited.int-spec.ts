import { type RouteAnswer, routes } from '#contracts';
import { sql } from '#platform/database';
import { startApp, stopApps, type TestApp } from '../../../../../test/support/app.ts';
import {
  answer,
  ask,
  buildSchool,
  membersOf,
  publish,
  type School,
} from '../../../../../test/support/training/training-acts.ts';
import type { TestPerson } from '../../../../../test/support/people.ts';

let app: TestApp;
let school: School;
let id: string;

beforeAll(async () => {
  app = await startApp({ CLOCK: '2022-06-20T03:00:00Z' });
  school = await buildSchool(app);
  id = await publish(app, school, { capacity: 3, seatsPerTeam: 1, heldUntil: '2022-06-27' });
});
afterAll(stopApps);

type Row = RouteAnswer<typeof routes.invitedPeople>['items'][number];

const list = async (route: 'invitedPeople' | 'invitedTeams' | 'unacknowledged', query: Record<string, string> = {}) =>
  (await app.call(routes[route], { token: school.trainer.token, params: { sessionId: id }, query })).body;
async function allOf(route: 'invitedPeople' | 'invitedTeams' | 'unacknowledged', between = async () => {}) {
  const items: Row[] = [];
  for (let cursor: string | null = ''; cursor !== null; ) {
    const page = await list(route, { limit: '2', ...(cursor && { cursor }) });
    items.push(...page.items);
    cursor = page.nextCursor;
    await between();
  }
  return items;
}
const idsOf = (rows: Row[]) => rows.map(({ person }) => person.id);

it('names who holds a seat, who waits in the order of asking, then everybody else, page by page, nobody twice', async () => {
  const people = membersOf(school);
  const [a, b, c, d, e] = people as [TestPerson, TestPerson, TestPerson, TestPerson, TestPerson];
  for (const person of people) await answer(app, person, id, 'take');
  await answer(app, e, id, 'decline');
  const rows = await allOf('invitedPeople');
  expect(idsOf(rows).toSorted()).toEqual(people.map(({ id: one }) => one).toSorted());
  expect(rows.map(({ state }) => state)).toEqual(rows.map(({ state }) => state).toSorted(byState));
  expect(rows.filter(({ state }) => state === 'waiting').map(({ place }) => place)).toEqual([1, 2]);
  expect(rows.at(-1)).toMatchObject({ person: { id: e.id }, state: 'declined', place: null });
  expect([a, b, c, d].every(({ id: one }) => idsOf(rows).includes(one))).toBe(true);
});

const order = ['seated', 'waiting', 'invited', 'given_back', 'declined'];
const byState = (a: string, b: string) => order.indexOf(a) - order.indexOf(b);

it('finds people without marks by their name or their team, and counts what it found', async () => {
  const [first] = membersOf(school) as [TestPerson];
  const found = await list('invitedPeople', { q: first.fullName.toUpperCase() });
  expect(idsOf(found.items)).toContain(first.id);
  const { items } = await list('invitedTeams');
  const [team] = items;
  const ofTeam = await list('invitedPeople', { q: team.team.name });
  expect(ofTeam.total).toBe(3);
  expect(await list('invitedPeople', { q: 'Không ai tên thế' })).toEqual({ items: [], total: 0, nextCursor: null });
});

it('sums the seats over all teams, whatever page is read', async () => {
  const [one, two] = [await list('invitedTeams', { limit: '1' }), await list('invitedTeams')];
  expect(one.items).toHaveLength(1);
  expect(one.sums).toEqual(two.sums);
  expect(two.sums.members).toBe(two.items.reduce((sum: number, row: { members: number }) => sum + row.members, 0));
  expect(two.sums).toMatchObject({ taken: 3, waiting: 2, answered: 6, members: 6 });
  expect(await allOf('invitedTeams')).toEqual(two.items);
});

it('keeps its place while the people to call are told one after the other', async () => {
  const { body } = await ask(app, school.trainer, 'trainingSession', id);
  const moved = await ask(app, school.trainer, 'changeSession', id, {
    communeId: body.communeId,
    topicCode: body.topicCode,
    title: body.title,
    audience: body.audience,
    startsAt: body.startsAt,
    endsAt: body.endsAt,
    place: 'Hội trường xã',
    mapUrl: null,
    onlineUrl: null,
    capacity: body.capacity,
    seatsPerTeam: body.seatsPerTeam,
    heldUntil: body.heldUntil,
    language: body.language,
    materials: null,
    bring: null,
    teamIds: body.teamIds,
    version: body.version,
    why: 'Nhà văn hóa đang sửa',
  });
  expect(moved.status).toBe(200);
  expect((await ask(app, school.trainer, 'trainingSession', id)).body).toMatchObject({ told: 5, unaware: 5 });
  const everybody = await list('unacknowledged');
  expect(everybody).toMatchObject({ total: 5, nextCursor: null });
  const [first] = everybody.items;
  let isTold = false;
  const paged = await allOf('unacknowledged', async () => {
    if (isTold) return;
    isTold = true;
    await ask(app, school.trainer, 'toldOfChange', id, { personId: first.person.id });
  });
  expect(new Set(idsOf(paged)).size).toBe(paged.length);
  expect(idsOf(paged).toSorted()).toEqual(idsOf(everybody.items).toSorted());
  expect((await ask(app, school.trainer, 'trainingSession', id)).body).toMatchObject({ told: 5, unaware: 4 });
});

it.each(['invitedPeople', 'invitedTeams', 'unacknowledged'] as const)(
  '%s refuses the cursor of another list',
  async (route) => {
    const { nextCursor } = await list('invitedPeople', { limit: '1' });
    const cursor = route === 'invitedPeople' ? 'x' : nextCursor;
    expect(await list(route, { cursor })).toMatchObject({ code: 'input.invalid' });
  },
);

it('gives the door the names of a thousand with a seat first, and says how many more were invited', async () => {
  await app.database.rows(
    sql`insert into people (id, full_name, created_at)
      select gen_random_uuid(), 'Vừ Thị Mai ' || n, '2022-01-01' from generate_series(1, 1100) n`,
  );
  await app.database.rows(
    sql`insert into session_invitations (session_id, person_id, invited_at)
      select ${id}, p.id, '2022-06-20' from people p where p.full_name like 'Vừ Thị Mai %'`,
  );
  const { status, body } = await ask(app, school.trainer, 'checkInPack', id);
  expect(status).toBe(200);
  expect(body).toMatchObject({ more: 106 });
  expect(body.people).toHaveLength(1000);
  expect(body.people.slice(0, 3).map(({ state }: Row) => state)).toEqual(['seated', 'seated', 'seated']);
  expect(JSON.stringify(body).length).toBeLessThan(300_000);
});
