/** By paper nobody is erased by one officer alone, nor at once: two say so, the person hears of it, and it is taken back. */
import { randomUUID } from 'node:crypto';
import { type RouteId, routes } from '#contracts';
import { sql } from '#platform/database';
import { startApp, stopApps, type TestApp } from '../../../../../../test/support/app.ts';
import { buildVillage, type Village } from '../../../../../../test/support/orders.ts';
import { buildOfficer, signIn, type TestPerson } from '../../../../../../test/support/people.ts';
import { ANONYMOUS } from '../../../people/people/anonymous.ts';
import { CarryOutErasing } from './carry-out-erasing.ts';

/** A Tuesday. */
const TODAY = '2022-06-21';
let app: TestApp;
let village: Village;
let focal: TestPerson;
let admin: TestPerson;
let leader: TestPerson;
let requestId: string;
const on = (day: string) => app.clock.set(new Date(`${day}T03:00:00Z`));

beforeAll(async () => {
  app = await startApp({ CLOCK: `${TODAY}T03:00:00Z` });
});
afterAll(stopApps);
beforeEach(async () => {
  on(TODAY);
  village = await buildVillage(app, { hamlets: 1 });
  focal = await buildOfficer(app, { role: 'focal_officer', unitId: village.communeId });
  admin = await buildOfficer(app, { role: 'admin', unitId: village.provinceId });
  leader = village.teams[0]!.leader;
  const paper = await call('recordDataRequest', focal, { personId: leader.id }, { kind: 'erase', receivedOn: TODAY });
  requestId = paper.body.id;
  await call('verifyRequester', focal, { requestId }, { how: 'met' });
});

const call = (route: RouteId, by: TestPerson, params: Record<string, string> = {}, body?: object) =>
  app.call(routes[route], {
    token: by.token,
    params,
    ...(routes[route].method !== 'GET' && { key: randomUUID() }),
    ...(body && { body }),
  });
const ask = () => call('eraseOnRequest', focal, { requestId }, { answer: 'Đã xóa.' });
const second = (by: TestPerson) => call('secondErasing', by, { requestId });
const again = async (person: TestPerson) => ({ ...person, token: await signIn(app, person.id) });
const nameOf = async () =>
  (await app.database.one<{ name: string }>(sql`select full_name as name from people where id = ${leader.id}`))?.name;
const kinds = async (person: TestPerson) => {
  await app.drain();
  const { body } = await call('inbox', await again(person));
  return body.items.map(({ kind }: { kind: string }) => kind);
};
const carryOut = () => app.get(CarryOutErasing).run();

it('says before what the team will lack, and then waits for a second officer and for its day', async () => {
  const open = await call('readDataRequest', focal, { requestId });
  expect(open.body).toMatchObject({ erasing: null, waits: 2, planned: null, lacking: [{ leads: true }] });
  const asked = await ask();
  expect(asked).toMatchObject({
    status: 200,
    body: {
      outcome: null,
      dueOn: '2022-06-24',
      planned: { by: { id: focal.id }, on: '2022-06-24', second: null, seconds: [{ id: admin.id }], maySecond: false },
    },
  });
  expect((await ask()).body.code).toBe('dataRequest.erasingAsked');
  expect((await second(focal)).body.code).toBe('dataRequest.secondOnly');
  expect(await kinds(leader)).toContain('erasePlanned');
  expect(await kinds(admin)).toContain('eraseSecondAsked');

  on('2022-06-24');
  expect(await carryOut()).toBe(0);
  expect(await nameOf()).toBe(leader.fullName);
  expect((await second(await again(admin))).body.planned.second.by.id).toBe(admin.id);
  expect(await carryOut()).toBe(1);
  expect(await nameOf()).toBe(ANONYMOUS);
  expect(await carryOut()).toBe(0);
});

it('is not done before its day, however many say so', async () => {
  await ask();
  await second(admin);
  on('2022-06-23');
  await carryOut();
  expect(await nameOf()).toBe(leader.fullName);
});

it('is taken back by an officer, and the person hears so', async () => {
  await ask();
  await second(admin);
  const back = await call('dropErasing', focal, { requestId });
  expect(back.body).toMatchObject({ outcome: null, planned: null, answer: null });
  on('2022-06-27');
  await carryOut();
  expect(await nameOf()).toBe(leader.fullName);
  expect(await kinds(leader)).toContain('eraseDropped');
});

it('is taken back by the person, who did not ask for it: the case is closed', async () => {
  await ask();
  await second(admin);
  const mine = (await call('myDataRequests', leader)).body;
  expect(mine).toMatchObject([{ id: requestId, erasedFrom: '2022-06-24', answer: null }]);
  const other = village.teams[0]!.member;
  expect((await call('keepMyData', other, { requestId }, { answer: 'Không phải tôi' })).status).toBe(404);
  const kept = await call('keepMyData', leader, { requestId }, { answer: 'Không phải tôi' });
  expect(kept.body).toMatchObject({ outcome: 'refused', erasedFrom: null });
  on('2022-06-27');
  await carryOut();
  expect(await nameOf()).toBe(leader.fullName);
  expect(await kinds(focal)).toContain('eraseDropped');
});

it('is not done where one of the two may not any more, or the person has a post by then', async () => {
  await ask();
  await second(admin);
  await buildOfficer(app, { role: 'committee_member', unitId: village.communeId });
  await app.database.rows(
    sql`update posts set person_id = ${leader.id} where unit_id = ${village.communeId} and id not in (${focal.postId}, ${village.officer.postId})`,
  );
  on('2022-06-24');
  await carryOut();
  expect(await nameOf()).toBe(leader.fullName);
  expect((await call('readDataRequest', await again(focal), { requestId })).body.planned).toBeNull();
});

it('has no second in somebody whom who asks appointed', async () => {
  await app.database.rows(sql`delete from posts where id = ${admin.postId}`);
  const stranger = await buildOfficer(app, { role: 'focal_officer', unitId: village.communeId, standIn: true });
  await app.database.rows(
    sql`update posts set given_by = ${focal.id}, given_at = ${new Date('2022-06-01T00:00:00Z')} where id = ${stranger.postId}`,
  );
  expect((await ask()).body.code).toBe('dataRequest.noSecond');
});
