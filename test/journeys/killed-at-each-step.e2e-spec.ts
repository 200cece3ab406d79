/**
 * The worker is killed with SIGKILL exactly at each step between an order and the mailbox: the row that the step writes is held
 * by a trigger until the process is gone. Each step is met from both sides: its write is lost with the process, or kept although
 * the process never heard of it. The next worker goes on: everybody hears of each order, in the inbox once, by mail once, and
 * twice at most where the mail may have been handed over already.
 */
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { v7 } from 'uuid';
import { addDays } from '#i18n';
import { routes } from '#contracts';
import { sql } from '#platform/database';
import { type SmtpEmulator, startSmtpEmulator } from '../emulators/smtp.ts';
import { startApp, stopApps, type TestApp } from '../support/app.ts';
import { buildVillage, orderInput, type Village } from '../support/orders.ts';
import { until } from '../support/platform.ts';
import { killProcesses, type ServerProcess, startProcess } from '../support/processes.ts';

interface Step {
  name: string;
  table: string;
  on: string;
  /** When what is written is this step. */
  when: string;
  /** What becomes of the write of the killed process. */
  writes: readonly ('lost' | 'kept')[];
  /** How often a mailbox may get one mail. */
  most: 1 | 2;
}
const both = ['lost', 'kept'] as const;
const steps: readonly Step[] = [
  {
    name: 'an event is taken',
    table: 'outbox',
    on: 'update',
    when: 'old.published_at is null and new.published_at is null and new.claimed_until is not null',
    writes: both,
    most: 1,
  },
  {
    name: 'its subscribers are noted',
    table: 'event_handlings',
    on: 'insert',
    when: 'true',
    writes: ['lost'],
    most: 1,
  },
  {
    name: 'it stands in the queue',
    table: 'outbox',
    on: 'update',
    when: 'old.published_at is null and new.published_at is not null',
    writes: ['lost'],
    most: 1,
  },
  { name: 'its message begins', table: 'messages', on: 'insert', when: 'true', writes: both, most: 1 },
  { name: 'a page is planned', table: 'notifications', on: 'insert', when: 'true', writes: ['lost'], most: 1 },
  {
    name: 'the plan is done',
    table: 'event_handlings',
    on: 'update',
    when: 'old.done_at is null and new.done_at is not null',
    writes: ['lost'],
    most: 1,
  },
  {
    name: 'a chunk is claimed',
    table: 'delivery_chunks',
    on: 'update',
    when: "old.state = 'due' and new.state = 'claimed'",
    writes: ['lost'],
    most: 1,
  },
  {
    // Nothing has been handed over, but nobody can tell.
    name: 'a chunk is claimed, and nobody works it',
    table: 'delivery_chunks',
    on: 'update',
    when: "old.state = 'due' and new.state = 'claimed'",
    writes: ['kept'],
    most: 1,
  },
  {
    name: 'its results are written',
    table: 'delivery_chunks',
    on: 'update',
    when: "old.state = 'claimed' and new.state = 'done'",
    writes: ['lost'],
    most: 2,
  },
  {
    name: 'its results are written, and nobody hears of it',
    table: 'delivery_chunks',
    on: 'update',
    when: "old.state = 'claimed' and new.state = 'done'",
    writes: ['kept'],
    most: 1,
  },
];
const LOCK = 7_070;
const env = {
  HOLD_SECONDS: '0',
  DB_POOL: '4',
  LOG_LEVEL: 'warn',
};

const folder = mkdtempSync(join(tmpdir(), 'to-so-steps-'));
let app: TestApp;
let smtp: SmtpEmulator;
let village: Village;
let hand: Client;
let worker: ServerProcess;
let orders = 0;
let knowsOfSimilar: string[] = [];

beforeAll(async () => {
  smtp = await startSmtpEmulator({ keep: false });
  app = await startApp({ ...env, ROLE: 'api' });
  village = await buildVillage(app, { hamlets: 3 });
  for (const { id } of people())
    await app.database.rows(
      sql`insert into emails (id, person_id, address, is_primary, added_at)
        values (${v7()}, ${id}, ${`${id}@xa.example`}, true, ${app.clock.now()})`,
    );
  hand = new Client({ connectionString: app.databaseUrl });
  await hand.connect();
  await hand.query(
    `create function held() returns trigger language plpgsql as $$
     begin perform pg_advisory_xact_lock(${LOCK}); return new; end $$`,
  );
  worker = await work();
});
afterAll(async () => {
  await hand?.end();
  await killProcesses();
  await stopApps();
  await smtp?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const people = () => village.teams.flatMap(({ leader, deputy, member }) => [leader, deputy, member]);
const work = () =>
  startProcess({
    ...env,
    DATABASE_URL: app.databaseUrl,
    DATA_DIR: folder,
    MIGRATE: 'off',
    ROLE: 'worker',
    SMTP_URL: smtp.url,
  });

async function issue(): Promise<string> {
  smtp.counts.clear();
  const { status, body } = await app.call(routes.issueAssignment, {
    token: village.officer.token,
    key: randomUUID(),
    body: orderInput(village, {
      title: `Việc số ${++orders}`,
      dueOn: addDays(app.clock.today(), 20),
      knowsOfSimilar,
    }),
  });
  if (status !== 201) throw new Error(`the order was refused: ${JSON.stringify(body)}`);
  knowsOfSimilar = [...knowsOfSimilar, body.id];
  return body.id;
}

const held = async (): Promise<number[]> =>
  (
    await hand.query<{ pid: number }>(
      `select pid from pg_locks where locktype = 'advisory' and objid = ${LOCK} and not granted
          and database = (select oid from pg_database where datname = current_database())`,
    )
  ).rows.map(({ pid }) => pid);
/** Everything that is under way for this order and the ones before is done. */
const isSettled = async (): Promise<boolean> => {
  const [row] = await app.database.rows<{ open: number }>(
    sql`select ((select count(*) from outbox where published_at is null)
          + (select count(*) from event_handlings where done_at is null) + (select count(*) from messages where planned_at is null)
          + (select count(*) from delivery_chunks where state <> 'done' or retry_at is not null)
          + (select count(*) from deliveries where state in ('due', 'claimed')))::int as open`,
  );
  return row?.open === 0;
};

/** Two minutes go by while nobody works: leases of the one that is gone end, and what its queue held is offered again. */
async function timePasses(): Promise<void> {
  const earlier = "- interval '2 minutes'";
  await hand.query(`update outbox set claimed_until = claimed_until ${earlier} where published_at is null`);
  await hand.query(`update event_handlings set next_attempt_at = next_attempt_at ${earlier} where done_at is null`);
  await hand.query(
    `update delivery_chunks set claimed_until = claimed_until ${earlier}, offered_at = offered_at ${earlier},
       retry_at = retry_at ${earlier} where state <> 'done' or retry_at is not null`,
  );
}

async function expectAllTold(assignmentId: string, most: 1 | 2): Promise<void> {
  await until(isSettled, 60);
  const inbox = await app.database.rows<{ n: number; people: number }>(
    sql`select count(*)::int as n, count(distinct n.person_id)::int as people from notifications n
        join messages m on m.id = n.message_id where m.assignment_id = ${assignmentId}`,
  );
  expect(inbox).toEqual([{ n: people().length, people: people().length }]);
  const mails = people().map(({ id }) => smtp.counts.get(`${id}@xa.example`) ?? 0);
  expect(mails.filter((n) => n < 1 || n > most)).toEqual([]);
}

const cases = steps.flatMap((step) => step.writes.map((write) => [step.name, write, step] as const));

it.each(cases)('killed when %s, the write %s: the next one goes on', async (_name, write, step) => {
  await hand.query(`select pg_advisory_lock(${LOCK})`);
  await hand.query(
    `create trigger held_step before ${step.on} on ${step.table} for each row when (${step.when}) execute function held()`,
  );
  const assignmentId = await issue();
  await until(async () => (await held()).length > 0, 30);
  const waiting = await held();
  await worker.kill();
  // The connection of a process that is gone works its statement to the end, unless the network or the server ends it before.
  if (write === 'lost') await hand.query('select pg_terminate_backend(pid) from unnest($1::int[]) as pid', [waiting]);
  await hand.query(`select pg_advisory_unlock(${LOCK})`);
  await until(async () => (await held()).length === 0);
  await hand.query(`drop trigger held_step on ${step.table}`);
  await timePasses();
  worker = await work();
  await expectAllTold(assignmentId, step.most);
});

it('killed while the mail server has taken mails and not answered: nobody is left out, twice at most', async () => {
  smtp.failAll('hang-after-data');
  const assignmentId = await issue();
  await until(() => smtp.counts.size > 0, 30);
  await worker.kill();
  smtp.failAll(undefined);
  await timePasses();
  worker = await work();
  await expectAllTold(assignmentId, 2);
});

it('the process that takes the order killed before it has answered: the same press is one order', async () => {
  const key = randomUUID();
  const body = orderInput(village, {
    title: `Việc số ${++orders}`,
    dueOn: addDays(app.clock.today(), 20),
    knowsOfSimilar,
  });
  const serve = () =>
    startProcess({ ...env, DATABASE_URL: app.databaseUrl, DATA_DIR: folder, MIGRATE: 'off', ROLE: 'api' });
  const press = ({ url }: ServerProcess) =>
    fetch(`${url}/api/v1/assignments`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${village.officer.token}`,
        'content-type': 'application/json',
        'idempotency-key': key,
      },
      body: JSON.stringify(body),
    });
  await hand.query(`select pg_advisory_lock(${LOCK})`);
  await hand.query(
    `create trigger held_step before insert on outbox for each row when (new.name = 'task.assigned') execute function held()`,
  );
  const first = await serve();
  const lost = press(first).catch(() => undefined);
  await until(async () => (await held()).length > 0, 30);
  await first.kill();
  expect(await lost).toBeUndefined();
  await hand.query(`select pg_advisory_unlock(${LOCK})`);
  await until(async () => (await held()).length === 0);
  await hand.query('drop trigger held_step on outbox');
  smtp.counts.clear();
  const second = await serve();
  // A phone presses again while it is told that it is too early: the first press holds its key until it is known to be dead.
  let id = '';
  await until(async () => {
    const answer = await press(second);
    if (answer.status !== 201) return false;
    ({ id } = (await answer.json()) as { id: string });
    return true;
  }, 60);
  expect(await app.database.rows(sql`select id from assignments where title = ${body.title}`)).toEqual([{ id }]);
  await expectAllTold(id, 1);
  await second.kill();
});
