// @everyday
import { DataSource, type MigrationInterface, type QueryRunner } from 'typeorm';
import { dataSourceOptions, migrate } from '#platform/database';
import { emptyDatabase } from '../../../test/support/database.ts';
import { until } from '../../../test/support/platform.ts';

async function withSource<T>(url: string, work: (source: DataSource) => Promise<T>): Promise<T> {
  const source = await new DataSource(dataSourceOptions(url, 3)).initialize();
  try {
    return await work(source);
  } finally {
    await source.destroy();
  }
}

/** As docs/upgrades.md shows it. */
class BesideOthers1999000000000 implements MigrationInterface {
  transaction = false as const;

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('set lock_timeout = 0');
    await runner.query('drop index concurrently if exists tasks_beside_others');
    await runner.query('create index concurrently tasks_beside_others on tasks (due_on)');
    await runner.query('reset lock_timeout');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index tasks_beside_others');
  }
}

/** All of ours that a database holds, but for what an extension brought. */
const LEFT = `
  select name from (
    select c.oid, c.relname::text as name from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind <> 'i'
    union all
    select p.oid, p.proname from pg_proc p where p.pronamespace = 'public'::regnamespace
    union all
    select l.oid, l.collname from pg_collation l where l.collnamespace = 'public'::regnamespace
  ) ours
   where not exists (select 1 from pg_depend d where d.objid = ours.oid and d.deptype = 'e')
   order by name`;

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
      const left = (await source.query(LEFT)) as { name: string }[];
      expect(left.map(({ name }) => name)).toEqual(['migrations', 'migrations_id_seq']);
    });
    expect(await migrate(url)).toBe(all.length);
  });

  it('give way to who waits behind them, and go on when the table is free', async () => {
    const url = await emptyDatabase();
    await migrate(url);
    await withSource(url, async (source) => {
      // The last one's tables point at people, who are at work.
      const isThere = `select 1 from pg_class where relname = 'office_mails'`;
      while ((await source.query(isThere)).length > 0) await source.undoLastMigration();
      const writer = source.createQueryRunner();
      await writer.startTransaction();
      await writer.query('lock table people in row exclusive mode');
      const upgrade = migrate(url);
      const waits = `select 1 from pg_locks where not granted and relation = 'people'::regclass`;
      await until(async () => (await source.query(waits)).length > 0, 30);
      const from = performance.now();
      await source.query('update people set language = language');
      expect(performance.now() - from).toBeLessThan(2_000);
      expect((await source.query(isThere)).length).toBe(0);
      await writer.commitTransaction();
      await writer.release();
      expect(await upgrade).toBeGreaterThan(0);
      expect((await source.query(isThere)).length).toBe(1);
    });
  });

  it('make an index beside the work of others where they say that they are no transaction', async () => {
    const url = await emptyDatabase();
    await migrate(url);
    const options = dataSourceOptions(url, 2);
    const source = await new DataSource({ ...options, migrations: [BesideOthers1999000000000] }).initialize();
    try {
      expect(await source.runMigrations()).toHaveLength(1);
      const valid = `select 1 from pg_index where indexrelid = 'tasks_beside_others'::regclass and indisvalid`;
      expect(await source.query(valid)).toHaveLength(1);
      await source.undoLastMigration();
      expect(await source.query(`select 1 where to_regclass('tasks_beside_others') is not null`)).toEqual([]);
    } finally {
      await source.destroy();
    }
  });

  it('leave a database alone that another version made, and say so', async () => {
    const url = await emptyDatabase();
    await migrate(url);
    await withSource(url, (source) =>
      source.query(`insert into migrations (timestamp, name) values (1900000000000, 'Later1900000000000')`),
    );
    await expect(migrate(url)).rejects.toMatchObject({
      code: 'database.other_version',
      message: expect.stringContaining('Later1900000000000'),
    });
  });
});
