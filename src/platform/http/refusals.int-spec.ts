/** What PostgreSQL refuses and no use case spoke of: a code for whoever asked, and no word of a row, neither told nor logged. */
import { raw, sql } from '#platform/database';
import { Log } from '#platform/logging';
import { type Answer, startApp, stopApps, type TestApp } from '../../../test/support/app.ts';
import { act, buildVillage, issueOrder, part } from '../../../test/support/orders.ts';

const ROW = 'Hoàng Thị Ngát, cuối ngõ trước';
const logged: string[] = [];
let app: TestApp;
let ask: () => Promise<Answer>;

/** What reaches the log, with the words of errors. */
function readLog(log: Log): void {
  const write = log.error.bind(log);
  log.error = (message, ...rest) => {
    const words = (_: string, value: unknown) => (value instanceof Error ? `${value.stack}` : value);
    logged.push(JSON.stringify([message, ...rest], words));
    write(message, ...rest);
  };
}

beforeAll(async () => {
  app = await startApp({ CLOCK: '2022-06-21T02:00:00.000Z' });
  readLog(app.get(Log));
  const village = await buildVillage(app, { hamlets: 1 });
  const taskId = (await issueOrder(app, village)).taskIds[0] as string;
  await act(app, village.teams[0]!.leader, 'acceptTask', taskId);
  ask = () => act(app, village.teams[0]!.member, 'reportProgress', taskId, part(1));
  await app.database.rows(sql`create table refuse_with (state text)`);
  await app.database.rows(sql`create function refuse() returns trigger language plpgsql as $$
    begin
      if exists (select 1 from refuse_with) then
        raise exception using errcode = (select state from refuse_with), detail = 'Row: ${raw(ROW)}',
          message = (select case when state like '53%' then 'no room' else 'refused for ${raw(ROW)}' end from refuse_with);
      end if;
      return new;
    end $$`);
  await app.database.rows(
    sql`create trigger refuse before insert on progress_entries for each row execute function refuse()`,
  );
});
afterAll(stopApps);

it.each([
  ['22003', 422, 'platform.valueRefused', false],
  ['22P02', 422, 'platform.valueRefused', false],
  ['22021', 422, 'platform.valueRefused', false],
  ['23514', 422, 'platform.valueRefused', false],
  ['23502', 422, 'platform.valueRefused', false],
  ['23503', 409, 'platform.referenceGone', false],
  ['23P01', 409, 'platform.conflict', false],
  ['40001', 503, 'platform.contended', true],
  ['40P01', 503, 'platform.contended', true],
  ['55P03', 503, 'platform.contended', true],
  ['57014', 503, 'platform.tookTooLong', true],
  ['53300', 503, 'platform.notReady', true],
  ['53100', 507, 'platform.storageFull', true],
])('SQLSTATE %s is told as %i %s, with when to try again where it passes', async (state, status, code, passes) => {
  await app.database.rows(sql`delete from refuse_with`);
  await app.database.rows(sql`insert into refuse_with values (${state})`);
  const answer = await ask();
  expect([answer.status, answer.body.code]).toEqual([status, code]);
  expect(Number(answer.headers['retry-after'] ?? 0) > 0).toBe(passes);
  expect(answer.raw.toString()).not.toContain('Ngát');
});

it('nothing that is logged holds a word of the row, each names its state, and the command goes through afterwards', async () => {
  for (const state of ['22003', '23503', '40001', '57014']) expect(logged.join()).toContain(`"state":"${state}"`);
  expect(logged.join()).toContain('a request met an outage');
  expect(logged.join()).not.toContain('Ngát');
  await app.database.rows(sql`delete from refuse_with`);
  expect((await ask()).status).toBe(200);
});

it('gives no statement of a request more than ten seconds', async () => {
  const limit = await app.database.one(sql`select current_setting('statement_timeout') as "statementTimeout"`);
  expect(limit).toEqual({ statementTimeout: '10s' });
});
