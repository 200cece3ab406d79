import { sql } from '#platform/database';
import { RetentionRegistry } from '#platform/retention';
import { startApp, stopApps, type TestApp } from '../../../test/support/app.ts';
import { buildVillage, issueOrder, type Village } from '../../../test/support/orders.ts';
import { EmulatedChannel } from '../../../test/support/platforms/emulated-channel.ts';
import { giveMail } from '../../../test/support/routes.ts';
import { DeliveryChannels } from './delivery-channels.ts';

const START = '2022-06-21T02:00:00.000Z';
const day = (n: number): Date => new Date(Date.parse(START) + n * 86_400_000);
let app: TestApp;
let village: Village;

/** How many go of what is older than `before`; deliveries may be kept for longer than the inbox, or for less. */
const erase = (name: 'inbox' | 'messages' | 'deliveries', before: Date): Promise<number> =>
  app.get(RetentionRegistry).of(name).erase({ before, now: app.clock.now(), most: 1_000 });
const chunks = async (set: ReturnType<typeof sql>) => app.database.rows(sql`update delivery_chunks set ${set}`);

beforeEach(async () => {
  app = await startApp({ CLOCK: START });
  app.get(DeliveryChannels).use([new EmulatedChannel('email')]);
  village = await buildVillage(app, { hamlets: 2 });
  const [first] = village.teams;
  await giveMail(app, first!.leader, first!.deputy, first!.member);
  await issueOrder(app, village);
  await app.drain();
});
afterEach(stopApps);

it('an entry goes when it is old, whether it went out by a channel, waits in one for ever, or had none', async () => {
  expect(await erase('inbox', day(-1))).toBe(0);
  await chunks(sql`state = 'due', done_at = null`);
  expect(await erase('inbox', day(1))).toBe(6);
  expect(await app.database.rows(sql`select 1 from notifications`)).toEqual([]);
});

it('an entry that went out is as old as its sending, until its delivery is forgotten', async () => {
  await chunks(sql`done_at = ${day(5)}`);
  expect(await erase('inbox', day(1))).toBe(3);
  expect(await erase('inbox', day(4))).toBe(0);
  expect(await erase('inbox', day(6))).toBe(3);
});

it('an entry whose delivery is forgotten goes by its own age', async () => {
  await chunks(sql`done_at = ${day(5)}`);
  await erase('deliveries', day(6));
  expect(await erase('inbox', day(1))).toBe(6);
});

it('a message keeps its words for as long as somebody has it in the inbox, also when it went out long after it was made', async () => {
  await chunks(sql`done_at = ${day(5)}`);
  const withWords = async () => (await app.database.rows(sql`select 1 from messages where params <> '{}'`)).length;
  expect(await withWords()).toBe(1);
  expect(await erase('inbox', day(3))).toBe(3);
  await erase('messages', day(3));
  expect(await withWords()).toBe(1);
  expect(await erase('inbox', day(6))).toBe(3);
  await erase('messages', day(6));
  expect(await withWords()).toBe(0);
});
