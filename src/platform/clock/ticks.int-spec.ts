// @everyday
import type { INestApplicationContext } from '@nestjs/common';
import { TickTurns } from '#platform/clock';
import { Database, sql } from '#platform/database';
import { Log } from '#platform/logging';
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

const MINUTE = 60_000;

/** As if the tick had been taken so much earlier; below zero: later. */
async function shift(name: string, ms: number): Promise<void> {
  await one
    .get(Database)
    .rows(sql`update ticks set ran_at = ran_at - make_interval(secs => ${ms / 1000}) where name = ${name}`);
}

describe('a tick', () => {
  it('acts once however many processes run', async () => {
    let acted = 0;
    const turns = [one, two, one, two].map((app) =>
      app.get(TickTurns).take('count', MINUTE, async () => void (acted += 1)),
    );
    await Promise.all(turns);
    expect(acted).toBe(1);
  });

  it('acts again when its period is over, and not before', async () => {
    let acted = 0;
    const act = async () => void (acted += 1);
    await one.get(TickTurns).take('again', MINUTE, act);
    await shift('again', MINUTE / 2);
    await two.get(TickTurns).take('again', MINUTE, act);
    expect(acted).toBe(1);
    await shift('again', MINUTE / 2);
    await two.get(TickTurns).take('again', MINUTE, act);
    expect(acted).toBe(2);
  });

  it('does not stop for good when its work fails', async () => {
    let acted = 0;
    await one.get(TickTurns).take('stumble', MINUTE, () => Promise.reject(new Error('stumbled')));
    await shift('stumble', MINUTE);
    await one.get(TickTurns).take('stumble', MINUTE, async () => void (acted += 1));
    expect(acted).toBe(1);
  });

  it('that stands in the future is put right at once, and named', async () => {
    const log = one.get(Log);
    const { warn } = log;
    const said: unknown[] = [];
    log.warn = (fields: unknown, message: unknown) => void said.push({ ...(fields as object), message });
    let acted = 0;
    const act = async () => void (acted += 1);
    await one.get(TickTurns).take('ahead', MINUTE, act);
    await shift('ahead', -24 * 60 * MINUTE);
    await one.get(TickTurns).take('ahead', MINUTE, act);
    await one.get(TickTurns).take('ahead', MINUTE, act);
    log.warn = warn;
    expect(acted).toBe(2);
    expect(said).toEqual([
      { tick: 'ahead', ranAt: expect.any(Date), message: 'a tick stood in the future: put right' },
    ]);
  });
});
