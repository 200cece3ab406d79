/**
 * A country's communes become a third of what they were in one act, and its provinces half, while members read and write as
 * they do: how long the rehearsal, the day and what follows it take, how long a member waits, and whether anything is lost.
 *
 *   npm run bench -- reorganisation [--teams 100000]
 */
import 'reflect-metadata';
import { setTimeout as wait } from 'node:timers/promises';
import { loadEnv } from '#platform/config';
import { createApp } from '../../src/create-app.ts';
import { killProcesses } from '../support/processes.ts';
import { startInstalled } from './support/installed.ts';
import { startWorker } from './support/children.ts';
import { type BenchServers, startBenchServers } from './support/bench-database.ts';
import type { Bench } from './support/bench.ts';
import { Country, NOW } from './country/country.ts';
import { Members } from './reorganisation/members.ts';
import { draftReform } from './reorganisation/draft.ts';
import { countsOf, openOrders, signLeadersIn, underOneRoot } from './reorganisation/country.ts';
import { must } from './reads/prepare.ts';

/** Before 1 July 2025. */
const SHAPE = { communes: 10_035, provinces: 63 };
const bars = { rehearsal_s: 60, apply_and_rehome_s: 300, longest_wait_ms: 500, member_p99_ratio: 3, rss_peak_mb: 400 };
const MOST_GROWTH = 1.3;
const CONNECTIONS = 32;
/** A member takes about so long to read a list or to type a number; without it 32 connections alone keep two cores busy. */
const LOOKS_MS = 3_000;
const IDLE_MS = 30_000;
/** A process that has just started compiles what it runs: that is no measure of a day. */
const WARM_MS = 5_000;

interface Measured {
  rehearsalS: number;
  applyS: number;
  rehomeS: number;
  /** The longest wait of a member's request in each part, in milliseconds. */
  waits: { idle: number; applying: number; rehoming: number };
  p99s: { idle: number; applying: number; rehoming: number };
  p99Ratio: number;
  rssPeakMb: number;
  lost: { teams: number; tasks: number; rights: number; sums: number };
  openTasks: number;
}

async function timed<T>(work: () => Promise<T>): Promise<[T, number]> {
  const from = performance.now();
  const answer = await work();
  return [answer, (performance.now() - from) / 1_000];
}

/** Drafted, rehearsed and scheduled the day before, while nobody else is there. */
async function prepare(country: Country, env: Record<string, string>): Promise<number> {
  const dayBefore = new Date(Date.parse(NOW) - 86_400_000).toISOString();
  const app = await createApp(loadEnv({ ...process.env, ...env, ROLE: 'api', CLOCK: dayBefore }));
  await app.listen(0, '127.0.0.1');
  try {
    const served = { app, country, url: (await app.getUrl()).replace('[::1]', '127.0.0.1') };
    const { token } = country.seats.people.admin;
    const { id, version } = await draftReform(served, token);
    const params = { reformId: id };
    const [rehearsal, rehearsalS] = await timed(() => must(served, 'rehearseReform', token, { params }));
    if (rehearsal.body.blocks.length > 0) throw new Error(JSON.stringify(rehearsal.body.blocks.slice(0, 3)));
    await must(served, 'scheduleReform', token, { params, body: { version } });
    return rehearsalS;
  } finally {
    await app.close();
  }
}

/** The worker lives the day while members go on, each process for itself: one that answers requests, one that works. */
async function liveDay(country: Country, env: Record<string, string>) {
  const api = await startInstalled({ ...env, ROLE: 'api' });
  const worker = await startWorker('./reorganisation/worker.mjs', [], { ...process.env, ...env });
  await worker.answer();
  try {
    const members = new Members(api.url, country.size.teams, CONNECTIONS, LOOKS_MS);
    await members.during(() => wait(WARM_MS));
    const idle = await members.during(() => wait(IDLE_MS));
    const tell = async (what: string) => {
      worker.process.send(what);
      return worker.answer<{ s: number; rssPeakMb: number }>();
    };
    let [apply, rehome] = [{ s: 0 }, { s: 0, rssPeakMb: 0 }];
    const applying = await members.during(async () => (apply = await tell('apply')));
    const rehoming = await members.during(async () => (rehome = await tell('rehome')));
    members.close();
    return { idle, applying, rehoming, applyS: apply.s, rehomeS: rehome.s, rssPeakMb: rehome.rssPeakMb };
  } finally {
    await worker.stop();
    await api.stop();
  }
}

async function measure(servers: BenchServers, teams: number): Promise<Measured> {
  const url = await servers.database(`reform_${teams}`);
  const country = await Country.seed(url, teams, SHAPE);
  await underOneRoot(country);
  await openOrders(country);
  await signLeadersIn(country);
  await country.analyze();
  const env = {
    DATABASE_URL: url,
    DATA_DIR: servers.folder,
    MIGRATE: 'off',
    TICKS: 'off',
    LOG_LEVEL: 'error',
    CLOCK: NOW,
  };
  try {
    const before = await countsOf(country);
    const rehearsalS = await prepare(country, env);
    const { idle, applying, rehoming, ...day } = await liveDay(country, env);
    const after = await countsOf(country);
    const misplaced = await country.rows<{ n: number }>(
      `select count(*)::int as n from tasks t where t.state not in ('confirmed', 'cancelled') and not exists (
         select 1 from unit_closure c where c.descendant_id = t.unit_id and c.ancestor_id = t.commune_id and c.ancestor_kind = 'commune')`,
    );
    return {
      rehearsalS,
      ...day,
      waits: { idle: idle.longest, applying: applying.longest, rehoming: rehoming.longest },
      p99s: { idle: idle.p99, applying: applying.p99, rehoming: rehoming.p99 },
      p99Ratio: Math.max(applying.p99, rehoming.p99) / idle.p99,
      openTasks: before.tasks,
      lost: {
        teams: before.teams - after.teams,
        tasks: before.tasks - after.tasks + (misplaced[0]?.n ?? 0),
        rights: after.postsInEnded,
        sums: before.target === after.target ? 0 : 1,
      },
    };
  } finally {
    await country.client.end();
  }
}

export const bench: Bench = {
  name: 'reorganisation',
  defaults: { teams: 100_000 },
  async run({ teams }) {
    const servers = await startBenchServers('postgres');
    // The process that reads files is a child of this one, and runs from the sources as well.
    process.env['NODE_OPTIONS'] =
      `--no-warnings --import ${new URL('../support/runner/typescript-loader.mjs', import.meta.url)}`;
    try {
      const small = await measure(servers, Math.round(Number(teams) / 10));
      const large = await measure(servers, Number(teams));
      const whole = ({ rehearsalS, applyS, rehomeS }: Measured) => rehearsalS + applyS + rehomeS;
      const metrics = {
        open_tasks: large.openTasks,
        rehearsal_s: large.rehearsalS,
        apply_s: large.applyS,
        rehome_s: large.rehomeS,
        apply_and_rehome_s: large.applyS + large.rehomeS,
        longest_wait_ms: Math.max(large.waits.applying, large.waits.rehoming),
        longest_wait_applying_ms: large.waits.applying,
        longest_wait_rehoming_ms: large.waits.rehoming,
        longest_wait_idle_ms: large.waits.idle,
        member_p99_idle_ms: large.p99s.idle,
        member_p99_applying_ms: large.p99s.applying,
        member_p99_rehoming_ms: large.p99s.rehoming,
        member_p99_ratio: large.p99Ratio,
        teams_lost: large.lost.teams,
        tasks_lost: large.lost.tasks,
        rights_wrong: large.lost.rights,
        sums_differ: large.lost.sums,
        rss_peak_mb: large.rssPeakMb,
        growth: whole(large) / (10 * whole(small)),
      };
      const over = Object.entries({
        ...bars,
        teams_lost: 0,
        tasks_lost: 0,
        rights_wrong: 0,
        sums_differ: 0,
        growth: MOST_GROWTH,
      });
      const missed = over.flatMap(([name, bar]) => {
        const value = metrics[name as keyof typeof metrics];
        return value > bar ? [`${name} is ${value.toFixed(1)}, above ${bar}`] : [];
      });
      return { metrics, missed };
    } finally {
      await killProcesses();
      await servers.stop();
    }
  },
};
