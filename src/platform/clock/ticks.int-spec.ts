import type { INestApplicationContext } from '@nestjs/common';
import { TickTurns } from '#platform/clock';
import { databaseForSuite } from '../../../test/support/database.ts';
import { startPlatform } from '../../../test/support/platform.ts';

let one: INestApplicationContext;
let two: INestApplicationContext;
beforeAll(async () => {
  const databaseUrl = await databaseForSuite();
  one = await startPlatform({ databaseUrl });
  two = await startPlatform({ databaseUrl });
});
afterAll(() => Promise.all([one.close(), two.close()]));

describe('a tick', () => {
  const noon = new Date('2022-11-18T05:00:00Z');
  const minute = 60_000;

  it('acts once however many processes run', async () => {
    let acted = 0;
    const turns = [one, two, one, two].map((app) =>
      app.get(TickTurns).take('count', minute, noon, async () => void (acted += 1)),
    );
    await Promise.all(turns);
    expect(acted).toBe(1);
  });

  it('acts again when its period is over, and not before', async () => {
    let acted = 0;
    const act = async () => void (acted += 1);
    await one.get(TickTurns).take('again', minute, noon, act);
    await two.get(TickTurns).take('again', minute, new Date(noon.getTime() + 30_000), act);
    await two.get(TickTurns).take('again', minute, new Date(noon.getTime() + minute), act);
    expect(acted).toBe(2);
  });

  it('does not stop for good when its work fails', async () => {
    let acted = 0;
    await one.get(TickTurns).take('stumble', minute, noon, () => Promise.reject(new Error('stumbled')));
    await one.get(TickTurns).take('stumble', minute, new Date(noon.getTime() + minute), async () => void (acted += 1));
    expect(acted).toBe(1);
  });
});
