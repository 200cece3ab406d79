/**
 * An upgrade under people at work: a country of `--teams` as the last recorded release left it, members who look, report and
 * are told without a pause, and the migrations that are newer. What counts is how long a statement of theirs waits.
 *
 *   npm run bench -- upgrade [--teams 100000]
 */
import { setTimeout as wait } from 'node:timers/promises';
import { Client } from 'pg';
import { DataSource } from 'typeorm';
import { dataSourceOptions, migrate } from '#platform/database';
import { migrationsOf, releases } from '../releases/release.ts';
import { startBenchServers } from './support/bench-database.ts';
import type { Bench } from './support/bench.ts';
import { Country } from './country/country.ts';
import { percentile } from './morning/meter.ts';

const bars = { lock_ms: 500, member_max_ms: 1_000, errors: 0 } as const;
const MEMBERS = 8;
const QUIET_MS = 5_000;
const LOOK_MS = 20;

/** Members' statements, in columns that every release so far has had. */
const acts: readonly ((n: number) => [text: string, values: unknown[]])[] = [
  (n) => ['select t.* from tasks t where t.team_id = (select id from teams offset $1 limit 1)', [n]],
  (n) => ['update tasks set state = state where id = (select id from tasks offset $1 limit 1)', [n]],
  (n) => ['update people set language = language where id = (select id from people offset $1 limit 1)', [n]],
  (n) => [
    `insert into progress_entries (id, team_id, unit_id, commune_id, kind, quick_kind, happened_on, recorded_at, actor_id, command_id, receipt)
     select gen_random_uuid(), e.team_id, e.unit_id, e.commune_id, 'quick', e.quick_kind, e.happened_on, now(), e.actor_id, gen_random_uuid(), 'B-' || gen_random_uuid()
       from (select * from progress_entries where kind = 'quick' and task_id is null offset $1 limit 1) e`,
    [n],
  ],
  (n) => ['select count(*) from notifications where person_id = (select id from people offset $1 limit 1)', [n]],
];

interface Work {
  took: number[];
  errors: string[];
}

async function connected<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url, application_name: 'member' });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Begins at once, ends when it is told. */
function membersAtWork(url: string): { during<T>(what: () => Promise<T>): Promise<[Work, T]>; stop(): Promise<void> } {
  let isOver = false;
  let now: Work = { took: [], errors: [] };
  const all = Array.from({ length: MEMBERS }, (_, member) =>
    connected(url, async (client) => {
      for (let n = member; !isOver; n += MEMBERS) {
        const [text, values] = (acts[n % acts.length] as (typeof acts)[number])(n % 500);
        const of = now;
        const from = performance.now();
        await client.query(text, values).catch((error: Error) => of.errors.push(error.message));
        of.took.push(performance.now() - from);
        await wait(5);
      }
    }),
  );
  return {
    during: async (what) => {
      const work: Work = { took: [], errors: [] };
      now = work;
      const answer = await what();
      await wait(LOOK_MS);
      return [work, answer];
    },
    stop: async () => {
      isOver = true;
      await Promise.all(all);
    },
  };
}

/** The longest that a member has been seen to wait for a lock. */
async function longestLock(url: string, during: Promise<unknown>): Promise<number> {
  let isOver = false;
  void during.then(
    () => (isOver = true),
    () => (isOver = true),
  );
  return connected(url, async (client) => {
    let longest = 0;
    while (!isOver) {
      const { rows } = await client.query<{ ms: number }>(
        `select coalesce(max(extract(epoch from clock_timestamp() - l.waitstart) * 1000), 0)::float8 as ms
           from pg_locks l join pg_stat_activity a on a.pid = l.pid where not l.granted and a.application_name = 'member'`,
      );
      longest = Math.max(longest, rows[0]?.ms ?? 0);
      await wait(LOOK_MS);
    }
    return longest;
  });
}

/** As the release left it: what is newer is taken back, the newest first. */
async function takeBack(url: string, stays: (name: string) => boolean): Promise<number> {
  const options = dataSourceOptions(url, 2);
  const newer = (options.migrations as { name: string }[]).filter(({ name }) => !stays(name));
  const source = await new DataSource({ ...options, extra: {} }).initialize();
  try {
    for (const _ of newer) await source.undoLastMigration();
    await source.query('vacuum analyze');
    return newer.length;
  } finally {
    await source.destroy();
  }
}

async function measure(url: string, teams: number): Promise<Record<string, number>> {
  const country = await Country.seed(url, teams);
  await country.issueOrders();
  await country.client.end();
  const released = new Set(migrationsOf(releases().at(-1) as string));
  const migrations = await takeBack(url, (name) => released.has(name));
  const members = membersAtWork(url);
  const [quiet] = await members.during(() => wait(QUIET_MS));
  const from = performance.now();
  const [work, lock] = await members.during(async () => {
    const upgrade = migrate(url);
    const longest = await longestLock(url, upgrade);
    await upgrade;
    return longest;
  });
  const seconds = (performance.now() - from) / 1_000;
  await members.stop();
  for (const error of new Set([...quiet.errors, ...work.errors])) console.log(`  ${error}`);
  return {
    migrations,
    upgrade_s: seconds,
    lock_ms: lock,
    member_max_ms: Math.max(0, ...work.took),
    member_p99_ms: percentile(work.took, 0.99),
    quiet_p99_ms: percentile(quiet.took, 0.99),
    statements: work.took.length,
    errors: quiet.errors.length + work.errors.length,
  };
}

export const bench: Bench = {
  name: 'upgrade',
  defaults: { teams: 100_000 },
  async run({ teams }) {
    const servers = await startBenchServers('postgres');
    try {
      const metrics = await measure(await servers.database('upgrade'), Number(teams));
      const missed = Object.entries(bars).flatMap(([name, bar]) =>
        (metrics[name] ?? Number.NaN) <= bar
          ? []
          : [`${name} ${Math.round(metrics[name] ?? Number.NaN)} is above ${bar}`],
      );
      return { metrics, missed };
    } finally {
      await servers.stop();
    }
  },
};
