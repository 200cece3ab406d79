import { randomUUID } from 'node:crypto';
import { routes } from '#contracts';
import { sessionCode } from '#contracts/training/check-in-codes';
import { sql } from '#platform/database';
import { startApp, stopApps, type TestApp } from '../../../../../test/support/app.ts';
import type { TestPerson } from '../../../../../test/support/people.ts';
import { buildTrainer, timesIn } from '../../../../../test/support/training/training.ts';
import {
  ask,
  buildSchool,
  membersOf,
  publish,
  type School,
} from '../../../../../test/support/training/training-acts.ts';

const NOW = '2022-06-21T02:00:00.000Z';
/** The session is the next day, 14:00 to 16:00 in Viet Nam. */
const OPEN = '2022-06-22T06:45:00.000Z';
let app: TestApp;
let school: School;
let id: string;
let secret: string;

beforeAll(async () => {
  app = await startApp({ CLOCK: NOW });
});
afterAll(stopApps);
beforeEach(async () => {
  app.clock.set(new Date(NOW));
  school = await buildSchool(app);
  id = await publish(app, school, timesIn(app, 1));
  app.clock.set(new Date(OPEN));
  secret = (await ask(app, school.trainer, 'checkInPack', id)).body.secret;
});

interface Item {
  clientId: string;
  personId: string | null;
  method: string;
  at: string;
  fullName?: string;
  code?: string;
}
const item = (more: Partial<Item> = {}): Item => ({
  clientId: randomUUID(),
  personId: null,
  method: 'by_name',
  at: OPEN,
  ...more,
});
const send = (items: Item[], by: TestPerson = school.trainer, sessionId = id) =>
  ask(app, by, 'sendCheckIns', sessionId, { items });
const merged = async (items: Item[], by?: TestPerson) => (await send(items, by)).body;
const attendance = async () => (await ask(app, school.trainer, 'attendance', id)).body;
const present = async (): Promise<string[]> =>
  (await attendance())
    .filter(({ state }: { state: string }) => state === 'counted')
    .map((row: { person: { id: string } | null; fullName: string }) => row.person?.id ?? row.fullName)
    .toSorted();
const decide = (checkInId: string, counts: boolean) =>
  app.call(routes.decideCheckIn, {
    token: school.trainer.token,
    key: randomUUID(),
    params: { checkInId },
    body: { counts },
  });
const later = (at: string, minutes: number) => new Date(Date.parse(at) + minutes * 60_000).toISOString();
const checkMyselfIn = (person: TestPerson, code: string, at: string) =>
  ask(app, person, 'checkMyselfIn', id, { clientId: randomUUID(), code, at });

describe('two phones without network', () => {
  it.each([
    ['in one set', true],
    ['in the other order', false],
  ])(
    'that wrote down the same walk-in count them once and leave the second to the trainer (%s)',
    async (_, inOrder) => {
      const second = await buildTrainer(app, { providerId: school.providerId, unitId: school.districtId });
      const mine = item({ method: 'walk_in', fullName: 'Bà Tám bán rau' });
      const theirs = item({ method: 'walk_in', fullName: 'bà tám  Bán Rau', at: later(OPEN, -3) });
      const sets = [() => send([mine]), () => send([theirs], second)];
      for (const set of inOrder ? sets : sets.toReversed()) expect((await set()).status).toBe(200);
      const rows = await attendance();
      expect(rows.map((row: { id: string; state: string; why: string }) => [row.id, row.state, row.why])).toEqual([
        [mine.clientId, 'doubtful', 'same_name'],
        [theirs.clientId, 'counted', null],
      ]);
      // Two women of one name: the trainer says so, and what other phones send later does not ask again.
      await decide(mine.clientId, true);
      await send([mine]);
      expect(await present()).toHaveLength(2);
    },
  );

  it('ask about a walk-in whose name is that of a person who is there, whichever came first', async () => {
    const [a, b] = membersOf(school) as [TestPerson, TestPerson];
    const nameOf = async (person: TestPerson) =>
      (await app.database.one<{ full_name: string }>(sql`select full_name from people where id = ${person.id}`))!
        .full_name;
    await app.database.rows(sql`update people set full_name = 'Lê Thị Tám' where id = ${a.id}`);
    await app.database.rows(sql`update people set full_name = 'Ngô Văn Chín' where id = ${b.id}`);
    await send([item({ personId: a.id })]);
    const answer = await merged([
      item({ method: 'walk_in', fullName: await nameOf(a) }),
      item({ method: 'walk_in', fullName: 'Ngo van Chin' }),
    ]);
    expect(answer).toEqual({ counted: 1, repeated: 0, doubtful: 1, refused: [] });
    expect((await checkMyselfIn(b, await sessionCode(secret, id, new Date(OPEN)), OPEN)).body.state).toBe('counted');
    expect(await present()).toEqual([a.id, b.id].toSorted());
  });
});
