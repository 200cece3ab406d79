import { randomUUID } from 'node:crypto';
import { routes } from '#contracts';
import { DeliveryChannels, Sweep } from '#modules/notifications';
import { startApp, stopApps, type TestApp } from '../../../../../test/support/app.ts';
import { EmulatedChannel } from '../../../../../test/support/platforms/emulated-channel.ts';
import { buildVillage, issueOrder, orderInput, type Village } from '../../../../../test/support/orders.ts';
import type { TestPerson } from '../../../../../test/support/people.ts';
import { giveAccount } from '../../../../../test/support/routes.ts';

let app: TestApp;
let village: Village;
let telegram: EmulatedChannel;

/** Everybody of one team is on Telegram. */
async function start(clock: string): Promise<void> {
  app = await startApp({ CLOCK: clock });
  app.drainables.push(() => app.get(Sweep).run());
  village = await buildVillage(app, { hamlets: 1 });
  telegram = new EmulatedChannel('telegram', { respectsQuietHours: true });
  app.get(DeliveryChannels).use([telegram]);
  for (const person of people()) await giveAccount(app, person, 'telegram');
}
afterEach(stopApps);

const people = (): TestPerson[] => village.teams.flatMap(({ leader, deputy, member }) => [leader, deputy, member]);
const sentTo = () => new Set(telegram.sent.map(({ to }) => to)).size;
const preview = async () =>
  (await app.call(routes.previewAssignment, { token: village.officer.token, body: orderInput(village) })).body;

describe('the calendar of harvest and Tết', () => {
  const setQuiet = (value: object, from: string, unitId = village.communeId) =>
    app.call(routes.setDatedRule, {
      token: village.officer.token,
      params: { unitId },
      key: randomUUID(),
      body: {
        value: { kind: 'quiet', quietFrom: '21:00', quietTo: '06:30', ...value },
        from,
        directiveId: village.directiveId,
      },
    });

  it('lets only what is urgent through on whole days, and says so before anything is sent', async () => {
    await start('2022-06-21T02:00:00.000Z');
    expect((await setQuiet({ wholeDays: true, lastDay: '2022-09-01' }, '2022-06-21')).status).toBe(422);
    expect((await setQuiet({ wholeDays: true, lastDay: null }, '2022-06-21')).status).toBe(422);
    expect((await setQuiet({ wholeDays: true, lastDay: '2022-06-22' }, '2022-06-21')).status).toBe(201);
    expect((await preview()).routes[0]).toMatchObject({ route: 'telegram', deferredUntil: '2022-06-22T23:30:00.000Z' });
    const { id } = await issueOrder(app, village);
    await app.drain();
    expect(telegram.sent).toEqual([]);
    const knowsOfSimilar = [id];
    await issueOrder(app, village, { title: 'Bão vào', priority: 'urgent', knowsOfSimilar });
    await app.drain();
    expect(sentTo()).toBe(people().length);
    expect(telegram.sent.every(({ parts }) => parts[0]?.text.includes('Bão vào'))).toBe(true);
    // Looked at again each morning, and let go on the first one that is a day like others.
    app.clock.set(new Date('2022-06-21T23:31:00Z'));
    await app.drain();
    expect(telegram.sent).toHaveLength(people().length);
    app.clock.set(new Date('2022-06-22T23:31:00Z'));
    await app.drain();
    expect(telegram.sent).toHaveLength(2 * people().length);
  });

  it('has hours of the place, above which stand those that somebody has chosen', async () => {
    await start('2022-06-21T13:00:00.000Z');
    const [late, usual] = people() as [TestPerson, TestPerson];
    for (const [person, quietFrom] of [
      [late, '22:00'],
      [usual, '21:00'],
    ] as const)
      await app.call(routes.setPreferences, {
        token: person.token,
        body: { muted: [], quietFrom, quietTo: '06:30', emailOn: true },
      });
    const harvest = { wholeDays: false, quietFrom: '19:30', quietTo: '04:30', lastDay: '2022-06-30' };
    expect((await setQuiet(harvest, '2022-06-21')).status).toBe(201);
    await issueOrder(app, village);
    await app.drain();
    expect(sentTo()).toBe(1);
    app.clock.set(new Date('2022-06-21T21:31:00Z'));
    await app.drain();
    expect(sentTo()).toBe(people().length);
  });
});
