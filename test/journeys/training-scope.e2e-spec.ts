/**
 * Who sees what of training, over real HTTP: a provider its own sessions in the communes that it covers, a commune its own
 * people, a member what they are invited to, the district the load of all.
 */
import { sql } from '#platform/database';
import type { RouteId } from '#contracts';
import { buildOfficer, type TestPerson } from '../support/people.ts';
import { buildProvider, buildTrainer, timesIn } from '../support/training/training.ts';
import { buildSchool, membersOf, planFor, type School } from '../support/training/training-acts.ts';
import { STARTING_MS, TrainingWorld } from '../support/training/training-world.ts';

const CLOCK = '2022-06-15T02:00:00.000Z';
const CALENDAR = { from: '2022-06-01', to: '2022-06-30' };
let world: TrainingWorld;
let neighbour: School;
let post: TestPerson;
let district: TestPerson;
/** Sessions: Minh Sơn's by its telecom company, Dân Lực's by the other one, Minh Sơn's by the post. */
const ids = {} as { here: string; there: string; byPost: string };

beforeAll(async () => {
  world = await TrainingWorld.start(CLOCK);
  const { app, school } = world;
  neighbour = await buildSchool(app, { commune: 'Dân Lực', districtId: school.districtId });
  const providerId = await buildProvider(app, { coverage: [school.communeId], name: 'Bưu điện' });
  post = await buildTrainer(app, { providerId, unitId: school.districtId });
  district = await buildOfficer(app, { role: 'district_officer', unitId: school.districtId });
  ids.here = await publish(school, school.trainer, school.focal);
  ids.there = await publish(neighbour, neighbour.trainer, neighbour.focal);
  ids.byPost = await publish(school, post, school.focal, { ...timesIn(app, 9), place: 'Nhà văn hóa Thôn 2' });
}, STARTING_MS);
afterAll(() => world?.stop());

async function publish(of: School, trainer: TestPerson, focal: TestPerson, changes = {}): Promise<string> {
  const { body } = await world.call(trainer, 'proposeSession', { body: planFor(world.app, of, changes) });
  await world.of(focal, 'decideSession', body.id, { outcome: 'confirm', version: body.version });
  return body.id;
}
const calendarOf = async (person: TestPerson): Promise<string[]> =>
  (await world.call(person, 'trainingSessions', { query: CALENDAR })).body.sessions
    .map(({ id }: { id: string }) => id)
    .toSorted();
const statusOf = async (person: TestPerson, route: RouteId, sessionId: string, body?: unknown) =>
  (await world.of(person, route, sessionId, body)).status;
const coverageStatus = async (person: TestPerson, unitId: string) =>
  (await world.call(person, 'trainingCoverage', { params: { unitId } })).status;

it('a provider sees its own sessions and nothing of another provider, not even in the same commune', async () => {
  expect(await calendarOf(world.school.trainer)).toEqual([ids.here]);
  expect(await calendarOf(post)).toEqual([ids.byPost]);
  for (const route of [
    'trainingSession',
    'invitedPeople',
    'invitedTeams',
    'unacknowledged',
    'checkInPack',
    'attendance',
    'sessionResult',
  ] as const)
    expect([route, await statusOf(post, route, ids.here)]).toEqual([route, 403]);
  const change = { ...planFor(world.app, world.school), version: 1, why: 'x' };
  expect(await statusOf(post, 'changeSession', ids.here, change)).toBe(403);
  expect(await statusOf(post, 'cancelSession', ids.here, { reason: 'x' })).toBe(403);
});

it('a provider plans and reads where it is sent, and nowhere else', async () => {
  const outside = await world.call(post, 'proposeSession', {
    body: planFor(world.app, neighbour, timesIn(world.app, 12)),
  });
  expect(outside).toMatchObject({ status: 422, body: { code: 'training.outsideCoverage' } });
  expect([
    await coverageStatus(post, world.school.communeId),
    await coverageStatus(post, neighbour.communeId),
    await coverageStatus(neighbour.trainer, neighbour.communeId),
  ]).toEqual([200, 403, 200]);
});

it('a commune sees what is held with its own people, and cannot answer, call or count for its neighbour', async () => {
  const { focal } = world.school;
  expect(await calendarOf(focal)).toEqual([ids.here, ids.byPost].toSorted());
  expect(await calendarOf(neighbour.focal)).toEqual([ids.there]);
  for (const route of [
    'trainingSession',
    'invitedPeople',
    'invitedTeams',
    'unacknowledged',
    'checkInPack',
    'attendance',
  ] as const)
    expect([route, await statusOf(focal, route, ids.there)]).toEqual([route, 403]);
  expect(await statusOf(focal, 'decideSession', ids.there, { outcome: 'refuse', note: 'x' })).toBe(403);
  expect(await coverageStatus(focal, neighbour.communeId)).toBe(403);
  const theirs = neighbour.teams.map(({ id }) => id);
  const invited = await world.of(focal, 'inviteTeams', ids.here, { teamIds: theirs });
  expect(invited).toMatchObject({ status: 422, body: { code: 'training.teamOutside' } });
});

it('a member sees what they are invited to, and takes no seat elsewhere', async () => {
  const [member] = membersOf(neighbour) as [TestPerson];
  const own = (await world.call(member, 'myTraining')).body.map(({ id }: { id: string }) => id);
  expect(own).toEqual([ids.there]);
  expect(await statusOf(member, 'myTrainingSession', ids.here)).toBe(404);
  expect(await statusOf(member, 'answerInvitation', ids.here, { answer: 'take' })).toBe(403);
  expect(await statusOf(member, 'trainingSession', ids.there)).toBe(403);
});

it('the district sees all sessions and the load of each provider; nobody else reads the load', async () => {
  expect(await calendarOf(district)).toEqual([ids.here, ids.there, ids.byPost].toSorted());
  const ask = (person: TestPerson) =>
    world.call(person, 'trainingLoad', { params: { unitId: world.school.districtId }, query: CALENDAR });
  const { body } = await ask(district);
  expect(body.map(({ proposed }: { proposed: number }) => proposed)).toEqual([1, 1, 1]);
  expect(body.find(({ provider }: { provider: { name: string } }) => provider.name === 'Bưu điện')).toMatchObject({
    communesCovered: 1,
  });
  for (const person of [post, world.school.focal]) expect((await ask(person)).status).toBe(403);
});

it(
  'a trainer whose post has ended sees nothing any more',
  async () => {
    await world.app.database.rows(
      sql`update posts set validity = daterange('2022-01-01', '2022-06-15') where id = ${post.postId}`,
    );
    await world.restartAt(CLOCK);
    expect(await statusOf(post, 'trainingSession', ids.byPost)).toBe(403);
    expect((await world.call(post, 'proposeSession', { body: planFor(world.app, world.school) })).status).toBe(403);
  },
  STARTING_MS,
);
