/** A company's people after a reform: they teach on where their company serves a hamlet, and have one post with its places. */
import { routes } from '#contracts';
import { sql } from '#platform/database';
import { startApp, stopApps, type TestApp } from '../../../../../test/support/app.ts';
import { orderInput } from '../../../../../test/support/orders.ts';
import { signIn } from '../../../../../test/support/people.ts';
import { buildDistrict, type District, reformDay, Reforming } from '../../../../../test/support/reforms/reforms.ts';
import { buildProvider, buildTrainer } from '../../../../../test/support/training/training.ts';

const LATER = '2022-07-01';
let app: TestApp;
let district: District;
let reform: Reforming;

beforeAll(async () => {
  app = await startApp({ CLOCK: '2022-06-21T03:00:00Z' });
});
beforeEach(async () => {
  app.clock.set(new Date('2022-06-21T03:00:00Z'));
  district = await buildDistrict(app);
  reform = new Reforming(app, district, LATER);
  await reform.draft();
});
afterAll(stopApps);

const comes = async () => {
  await reform.settle();
  expect((await reform.schedule()).body.state).toBe('scheduled');
  await reformDay(app, LATER);
};
const placesOf = (personId: string) =>
  app.database.rows<{ id: string }>(
    sql`select unit_id as id from posts where person_id = ${personId} and validity @> ${LATER}::date order by unit_id`,
  );

it('teach on where their company serves hamlets alone', async () => {
  const [first] = district.communes;
  const providerId = await buildProvider(app, { coverage: [first.hamletIds[0] as string] });
  const trainer = await buildTrainer(app, { providerId, unitId: first.communeId });
  await comes();
  expect(await placesOf(trainer.id)).toEqual([{ id: await reform.unit('Triệu Sơn') }]);
});

it('teach nowhere that it does not serve', async () => {
  const third = district.communes[2];
  const providerId = await buildProvider(app, { coverage: [third.hamletIds[1] as string] });
  const trainer = await buildTrainer(app, { providerId, unitId: third.communeId });
  await comes();
  expect(await placesOf(trainer.id)).toEqual([{ id: await reform.unit('Hợp Tiến') }]);
});

it('have one post of a company, whose joint work is that of all its places', async () => {
  const [first, second] = district.communes;
  const providerId = await buildProvider(app, { coverage: [first.communeId, second.communeId] });
  const trainer = await buildTrainer(app, { providerId, unitId: first.communeId });
  await app.database.rows(
    sql`insert into posts (id, person_id, role, unit_id, title, provider_id, validity)
      select gen_random_uuid(), person_id, role, ${second.communeId}, title, provider_id, validity from posts where id = ${trainer.postId}`,
  );
  for (const village of [first, second]) {
    const issued = await app.call(routes.issueAssignment, {
      token: village.officer.token,
      body: orderInput(village, { providerId }),
    });
    expect(issued.status).toBe(201);
  }
  const token = await signIn(app, trainer.id);
  const { posts } = (await app.call(routes.me, { token })).body;
  expect(posts).toHaveLength(1);
  expect(posts[0].places.map(({ name }: { name: string }) => name).toSorted()).toEqual(['Hợp Lý', 'Minh Sơn']);
  const joint = await app.call(routes.listJointTasks, { token, params: { unitId: posts[0].unit.id } });
  expect(joint.body.total).toBe(first.teams.length + second.teams.length);
});
