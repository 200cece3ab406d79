// @everyday
import { execute, rowsOf, sql } from '#platform/database';
import { startApp, stopApps, type TestApp } from '../../../test/support/app.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startApp({ DB_POOL: '3' });
  await app.database.rows(sql`create table kept (word text)`);
});
afterAll(stopApps);

const count = async () => (await app.database.one<{ n: number }>(sql`select count(*)::int as n from kept`))?.n;

describe('A transaction', () => {
  it('is seen by the reads within it, and by others once it has ended', async () => {
    const seen = await app.database.tx(async (tx) => {
      await execute(tx, sql`insert into kept values ('một')`);
      return count();
    });
    expect([seen, await count()]).toEqual([1, 1]);
  });

  it('leaves nothing behind when it fails, and reads after it go on', async () => {
    const failing = app.database.tx(async (tx) => {
      await execute(tx, sql`insert into kept values ('hai')`);
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(await count()).toBe(1);
  });

  it('asks the pool for no second connection: many at once do not wait for each other', async () => {
    const work = () => app.database.tx(async (tx) => (await rowsOf(tx, sql`select pg_sleep(0.02)`), count()));
    expect(await Promise.all(Array.from({ length: 12 }, work))).toEqual(Array.from({ length: 12 }, () => 1));
  });

  it('does not hold what was started within it and not waited for', async () => {
    let later: Promise<number | undefined> = Promise.resolve(0);
    await app.database.tx((tx) => {
      later = new Promise((resolve) => setTimeout(() => resolve(count()), 20));
      return rowsOf(tx, sql`select 1`);
    });
    expect(await later).toBe(1);
  });

  it('can be rehearsed: what it wrote is seen within, given back, and stays nowhere', async () => {
    const before = await count();
    const work = async () => {
      await app.database.whole(() => app.database.tx((tx) => execute(tx, sql`insert into kept values ('ba')`)));
      return count();
    };
    expect(await app.database.rehearse(work)).toBe((before ?? 0) + 1);
    expect(await count()).toBe(before);
    const failing = app.database.rehearse(async () => Promise.reject(new Error('no')));
    await expect(failing).rejects.toThrow('no');
  });
});
