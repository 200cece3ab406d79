// @everyday
import { v4 } from 'uuid';
import { execute, ofFew, prepared, rowsOf, short, sql, violation } from '#platform/database';
import { startApp, stopApps, type TestApp } from '../../../test/support/app.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startApp({ DB_POOL: '3' });
  await app.database.rows(sql`create table written (word text primary key)`);
});
afterAll(stopApps);

const connection = async (statement = short(sql`select pg_backend_pid() as pid`)) =>
  (await app.database.one<{ pid: number }>(statement))?.pid;
/** More than are written out. */
const many = Array.from({ length: 9 }, () => v4());
const written = async () =>
  (await app.database.rows<{ word: string }>(sql`select word from written`)).map((r) => r.word);

describe('Short statements', () => {
  it('go over one connection when they are asked at one moment, also some steps later', async () => {
    const later = async () => {
      await Promise.resolve();
      return connection(prepared('which-connection', sql`select pg_backend_pid() as pid`));
    };
    const pids = await Promise.all([connection(), connection(), later(), later()]);
    expect(new Set(pids).size).toBe(1);
  });

  it('fail each by itself, as every statement fails', async () => {
    const same = () => app.database.rows(short(sql`insert into written values ('một') returning word`));
    const [first, second, third] = await Promise.allSettled([same(), same(), connection()]);
    expect([first.status, second.status, third.status]).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(violation((second as PromiseRejectedResult).reason)?.state).toBe('23505');
    expect(await written()).toEqual(['một']);
  });

  it('fail together when their connection ends, and those after them have another one', async () => {
    const end = app.database.rows(short(sql`select pg_terminate_backend(pg_backend_pid())`));
    const [ended, beside] = await Promise.allSettled([end, connection()]);
    expect([ended.status, beside.status]).toEqual(['rejected', 'rejected']);
    expect(await Promise.all(Array.from({ length: 8 }, () => connection()))).not.toContain(undefined);
  });

  it('are planned once for all values, a list of two for two', async () => {
    const ask = (ids: string[]) =>
      app.database.rows(ofFew(ids, sql`select id from people where id = any(${ids}) and created_at < ${new Date()}`));
    for (let times = 0; times < 3; times++) await Promise.all([ask([v4()]), ask([v4(), v4()]), ask(many)]);
    const plans = await app.database.rows<{ text: string; kept: number; anew: number }>(
      short(
        sql`select statement as text, generic_plans as kept, custom_plans as anew from pg_prepared_statements where statement like 'select id from people%'`,
      ),
    );
    const written = plans.filter(({ text }) => text.includes('array['));
    expect(written.map(({ text }) => text.match(/\$\d/g)?.length).toSorted()).toEqual([2, 3]);
    expect(plans.map(({ kept, anew }) => [kept, anew])).toEqual([
      [3, 0],
      [3, 0],
      [3, 0],
    ]);
  });

  it('do not keep long ones waiting: those have connections of their own', async () => {
    const long = () => app.database.one<{ pid: number }>(sql`select pg_backend_pid() as pid, pg_sleep(0.2)`);
    const pids = await Promise.all([long(), long()]);
    expect(new Set(pids.map((row) => row?.pid)).size).toBe(2);
  });
});

describe('A transaction whose statements leave together', () => {
  it('works them in the order of asking, a savepoint at its very start too', async () => {
    await app.database.tx(async (tx) => {
      await tx.transaction((inner) => execute(inner, sql`insert into written values ('hai')`)).catch(() => undefined);
      const failing = tx.transaction((inner) => execute(inner, sql`insert into written values ('hai')`));
      await expect(failing).rejects.toMatchObject({ driverError: { code: '23505' } });
      const [, [seen]] = await Promise.all([
        execute(tx, sql`insert into written values ('ba')`),
        rowsOf<{ n: number }>(tx, sql`select count(*)::int as n from written`),
      ]);
      expect(seen?.n).toBe(3);
    });
    expect(await written()).toEqual(['một', 'hai', 'ba']);
  });

  /** Each statement of it fails once, by an error and by the end of its connection. */
  it.each(
    ['select 1 / 0', 'select pg_terminate_backend(pg_backend_pid())'].flatMap((fault) =>
      [0, 1, 2, 3].map((at) => [fault, at] as const),
    ),
  )('leaves nothing behind when "%s" comes as number %i, waited for or not', async (fault, at) => {
    const before = await written();
    const statements = ['x', 'y', 'z'].map((word) => `insert into written values ('${word} ${at}')`);
    statements.splice(at, 0, fault);
    const ask = (tx: Parameters<typeof rowsOf>[0]) => (text: string) => tx.query(text);
    await expect(app.database.tx((tx) => Promise.all(statements.map(ask(tx))))).rejects.toThrow();
    await expect(
      app.database.tx(async (tx) => {
        for (const text of statements) await tx.query(text);
      }),
    ).rejects.toThrow();
    expect(await written()).toEqual(before);
    expect(await connection()).toBeDefined();
  });
});
