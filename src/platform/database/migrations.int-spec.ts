import { DataSource } from 'typeorm';
import { dataSourceOptions, migrate } from '#platform/database';
import { emptyDatabase } from '../../../test/support/database.ts';

async function withSource<T>(url: string, work: (source: DataSource) => Promise<T>): Promise<T> {
  const source = await new DataSource(dataSourceOptions(url, 2)).initialize();
  try {
    return await work(source);
  } finally {
    await source.destroy();
  }
}

describe('migrations', () => {
  it('run once when several processes start at the same time', async () => {
    const url = await emptyDatabase();
    const done = await Promise.all([migrate(url), migrate(url), migrate(url)]);
    const all = dataSourceOptions(url).migrations as unknown[];
    expect([...done].sort((a, b) => a - b)).toEqual([0, 0, all.length]);
  });

  it('can be taken back to nothing and run again', async () => {
    const url = await emptyDatabase();
    const all = dataSourceOptions(url).migrations as unknown[];
    await migrate(url);
    await withSource(url, async (source) => {
      for (let i = 0; i < all.length; i++) await source.undoLastMigration();
      const left = (await source.query(`select tablename from pg_tables where schemaname = 'public'`)) as {
        tablename: string;
      }[];
      expect(left.map(({ tablename }) => tablename)).toEqual(['migrations']);
    });
    expect(await migrate(url)).toBe(all.length);
  });
});
