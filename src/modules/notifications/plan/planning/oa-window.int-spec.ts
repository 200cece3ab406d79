/** The window of a talk with the Official Account, against the emulated Zalo: what is planned is what Zalo takes. */
import { sql } from '#platform/database';
import { routes } from '#contracts';
import { Sweep } from '#modules/notifications';
import { stopApps, type TestApp } from '../../../../../test/support/app.ts';
import { type Chats, startChats, tie } from '../../../../../test/support/platforms/chats.ts';
import { buildVillage, issueOrder, orderInput, type Village } from '../../../../../test/support/orders.ts';
import type { TestPerson } from '../../../../../test/support/people.ts';

const DAY = 86_400_000;
let chats: Chats;
let app: TestApp;
let village: Village;
let leader: TestPerson;
let deputy: TestPerson;
let talks: ReturnType<typeof chats.zalo.world.person>[];

beforeAll(async () => {
  chats = await startChats();
  ({ app } = chats);
  app.drainables.push(() => app.get(Sweep).run());
  village = await buildVillage(app, { hamlets: 1 });
  ({ leader, deputy } = village.teams[0]!);
  talks = [leader, deputy].map(({ fullName }) => chats.zalo.world.person({ name: fullName }));
  for (const [i, person] of [leader, deputy].entries()) {
    chats.zalo.says(talks[i]!, 'chào');
    await chats.deliver();
    await tie(app, 'zalo-oa', talks[i]!.userId, person.id);
  }
  chats.telegram.person(5_110_901);
  await tie(app, 'telegram', '5110901', deputy.id);
  for (const talk of talks) talk.received.length = 0;
});
afterAll(async () => {
  await stopApps();
  await chats.stop();
});

const earlier = async () =>
  (await app.database.rows<{ id: string }>(sql`select id from assignments`)).map(({ id }) => id);
async function order() {
  const knowsOfSimilar = await earlier();
  const preview = await app.call(routes.previewAssignment, {
    token: village.officer.token,
    body: orderInput(village, { knowsOfSimilar }),
  });
  const { id } = await issueOrder(app, village, { knowsOfSimilar });
  await app.drain();
  const rows = await app.database.rows<{ person_id: string; channel: string; state: string; cost_vnd: number }>(
    sql`select d.person_id, d.channel, d.state, d.cost_vnd from deliveries d join messages m on m.id = d.message_id
      where m.assignment_id = ${id} and m.kind = 'taskAssigned'`,
  );
  const of = ({ id: personId }: TestPerson) =>
    rows.filter((row) => row.person_id === personId).map(({ channel, state, cost_vnd }) => [channel, state, cost_vnd]);
  const planned = preview.body.routes.map((one: { route: string; people: number; costVnd: number }) => [
    one.route,
    one.people,
    one.costVnd,
  ]);
  return { planned, leader: of(leader), deputy: of(deputy) };
}
const passed = (days: number) => app.clock.advance(days * DAY);

it('is free for two days, paid for duties up to the seventh where nothing free is left, and then closed', async () => {
  expect(await order()).toEqual({
    planned: [
      ['zalo-oa', 2, 0],
      ['inbox', 1, 0],
    ],
    leader: [['zalo-oa', 'sent', 0]],
    deputy: [['zalo-oa', 'sent', 0]],
  });
  passed(3);
  expect(await order()).toEqual({
    planned: [
      ['zalo-oa', 1, 55],
      ['telegram', 1, 0],
      ['inbox', 1, 0],
    ],
    leader: [['zalo-oa', 'sent', 55]],
    deputy: [['telegram', 'sent', 0]],
  });
  passed(5);
  expect(await order()).toEqual({
    planned: [
      ['telegram', 1, 0],
      ['inbox', 2, 0],
    ],
    leader: [],
    deputy: [['telegram', 'sent', 0]],
  });
  expect(talks.map(({ received }) => received.length)).toEqual([2, 1]);
});
