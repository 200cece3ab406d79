/** The transactions of the hot path do not find themselves: what they call is handed `tx`, and asks nothing beside it. */
import { AsyncLocalStorage } from 'node:async_hooks';
import { DeliveryChannels, Sweep } from '#modules/notifications';
import { Database, sql } from '#platform/database';
import { startApp, stopApps, type TestApp } from '../../../test/support/app.ts';
import { buildVillage, issueOrder } from '../../../test/support/orders.ts';
import { EmulatedChannel } from '../../../test/support/platforms/emulated-channel.ts';
import { deliveriesOf, giveAccount, giveMail } from '../../../test/support/routes.ts';

let app: TestApp;
beforeEach(async () => {
  app = await startApp({ CLOCK: '2022-06-21T02:00:00.000Z', PAID_VND_PER_MONTH: '1000' });
  app.drainables.push(() => app.get(Sweep).run());
});
afterEach(stopApps);

/** Counts the transactions alone, and says what was asked of the Database while they ran. */
function watch(database: Database): { begun: number; beside: string[] } {
  const within = new AsyncLocalStorage<true>();
  const seen = { begun: 0, beside: [] as string[] };
  const note = (name: string) => {
    if (within.getStore()) seen.beside.push(new Error(name).stack ?? name);
  };
  const { alone, rows } = Database.prototype;
  const manager = Object.getOwnPropertyDescriptor(Database.prototype, 'manager')!;
  Object.defineProperties(database, {
    alone: {
      value: (work: Parameters<typeof alone>[0]) => {
        seen.begun += 1;
        return alone.call(database, (tx) => within.run(true, () => work(tx)));
      },
    },
    rows: { value: (...asked: Parameters<typeof rows>) => (note('rows'), rows.apply(database, asked)) },
    manager: { get: () => (note('manager'), manager.get!.call(database)) },
  });
  return seen;
}

it('plans and opens the next channel on its own connection only', async () => {
  const village = await buildVillage(app, { hamlets: 1 });
  const { leader } = village.teams[0]!;
  const id = await giveAccount(app, leader, 'telegram');
  await giveMail(app, leader);
  const chat = new EmulatedChannel('telegram');
  chat.fail(id, { ok: false, cls: 'RECIPIENT_GONE', code: '403' });
  app.get(DeliveryChannels).use([new EmulatedChannel('zalo-oa'), chat, new EmulatedChannel('email')]);
  await app.database.rows(
    sql`insert into channel_states (channel, changed_at, quota_left, quota_at)
      values ('telegram', ${app.clock.now()}, 1, ${app.clock.now()})`,
  );
  const seen = watch(app.database);
  const order = await issueOrder(app, village);
  await app.drain();
  const rows = await deliveriesOf(app, order.id);
  expect(rows.map(({ channel, state }) => `${channel} ${state}`)).toEqual(['telegram failed', 'email sent']);
  expect(seen.begun).toBeGreaterThanOrEqual(2);
  expect(seen.beside).toEqual([]);
});
