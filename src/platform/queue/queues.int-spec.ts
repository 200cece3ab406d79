// @everyday
import type { INestApplicationContext } from '@nestjs/common';
import { Queues } from '#platform/queue';
import { databaseForSuite } from '../../../test/support/database.ts';
import { startPlatform, until } from '../../../test/support/platform.ts';
import { wireTo } from '../../../test/support/wires/wire.ts';

let app: INestApplicationContext;
beforeAll(async () => {
  app = await startPlatform();
});
afterAll(() => app.close());

describe('the queue', () => {
  it('works off every job it is given', async () => {
    const seen: number[] = [];
    app.get(Queues).register<{ n: number }>('numbers', async ({ n }) => void seen.push(n));
    await app.get(Queues).addMany(
      'numbers',
      Array.from({ length: 50 }, (_, n) => ({ name: 'number', data: { n }, jobId: `n-${n}` })),
    );
    await until(() => seen.length === 50);
    expect([...seen].sort((a, b) => a - b)).toEqual(Array.from({ length: 50 }, (_, n) => n));
  });

  // Few are added one by one and many at once: what one way has added is known to the other.
  it('takes jobs with one id as one, added one by one and at once', async () => {
    const jobs = Array.from({ length: 40 }, (_, n) => ({ name: 'same', data: {}, jobId: `same-${n}` }));
    const queues = app.get(Queues);
    for (const some of [jobs.slice(0, 2), jobs.slice(1, 3), jobs, jobs.slice(2, 5)]) await queues.addMany('held', some);
    expect((await queues.depth())['held']).toBe(40);
  });

  it('goes on after a job that fails', async () => {
    const seen: string[] = [];
    app.get(Queues).register<{ word: string }>('words', async ({ word }) => {
      if (word === 'bad') throw new Error('bad word');
      seen.push(word);
    });
    await app.get(Queues).addMany(
      'words',
      ['bad', 'good'].map((word) => ({ name: 'word', data: { word }, jobId: word })),
    );
    await until(() => seen.includes('good'));
    await until(() => app.get(Queues).stats().failed > 0);
  });

  it('works more queues at once than it has connections for its work', async () => {
    const names = Array.from({ length: 9 }, (_, n) => `of-many-${n}`);
    const seen = new Set<string>();
    for (const name of names) app.get(Queues).register(name, async () => void seen.add(name));
    for (const name of names) await app.get(Queues).addMany(name, [{ name, data: {}, jobId: name }]);
    await until(() => seen.size === names.length);
    expect([...seen].toSorted()).toEqual(names);
  });

  it('outlives a line that is cut while it looks whether the database fits, and goes on afterwards', async () => {
    if (process.env['TEST_REDIS_URL']) return;
    const cable = await wireTo(await databaseForSuite());
    const other = await startPlatform({ databaseUrl: cable.url });
    const queues = other.get(Queues);
    const add = () => queues.addMany('cut', [{ name: 'cut', data: {}, jobId: 'cut' }]);
    const cut = cable.cutAt('min_client_version');
    await expect(add()).rejects.toThrow();
    await cut;
    cable.mend();
    const cutAgain = cable.cutAt('min_client_version');
    let worked = 0;
    queues.register('cut', async () => void (worked += 1));
    await cutAgain;
    cable.mend();
    await until(async () => {
      await add().catch(() => undefined);
      return worked > 0;
    });
    await other.close();
    cable.close();
  });

  it('waits at shutdown for the job that is running', async () => {
    const other = await startPlatform();
    let started = false;
    let release = () => undefined as void;
    let finished = false;
    other.get(Queues).register('slow', async () => {
      started = true;
      await new Promise<void>((resolve) => (release = resolve));
      finished = true;
    });
    await other.get(Queues).addMany('slow', [{ name: 'slow', data: {}, jobId: 'slow' }]);
    await until(() => started);
    const closing = other.close();
    release();
    await closing;
    expect(finished).toBe(true);
  });
});

describe('Redis that is not there', () => {
  it('is named to whoever looks at the queues, at once, and holds up no end', async () => {
    const env = { REDIS_URL: 'redis://127.0.0.1:1', SHUTDOWN_SECONDS: '1' };
    const app = await startPlatform({ databaseUrl: await databaseForSuite(), env });
    const from = performance.now();
    await expect(app.get(Queues).depths(['some'])).rejects.toMatchObject({
      code: 'ETIMEDOUT',
      message: expect.stringMatching(/^Redis has not answered/),
    });
    await app.close();
    expect(performance.now() - from).toBeLessThan(10_000);
  });
});
