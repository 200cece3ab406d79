/**
 * Invented life for hours, at `--speed` times its pace: 400 teams of four communes under their orders, results with photos,
 * training, reports and all that runs by the clock (reminders, sweeps, keeping times). What must stay as it is: memory, open
 * handles, what a command adds to the tables, how long an answer takes. Each is told as the second half against the first.
 *
 *   npm run bench -- soak [--minutes 120] [--people 2000] [--speed 10]
 */
import { setTimeout as wait } from 'node:timers/promises';
import { Client } from 'pg';
import { startMailSink } from '../../apps/demo/mail-sink.ts';
import { Clock } from '../../src/platform/clock/clock.ts';
import { killProcesses } from '../support/processes.ts';
import { startInstalled } from './support/installed.ts';
import { startBenchServers } from './support/bench-database.ts';
import type { Bench } from './support/bench.ts';
import { percentile } from './morning/meter.ts';
import { pictures } from './morning/pictures.ts';
import { Gauge, halvesOf, mean, type Sample, within } from './soak/gauge.ts';
import { Life } from './soak/life.ts';
import { buildSoakWorld } from './soak/world.ts';

/**
 * Second half against first; more of it is a leak, or something that grows with what has been done. Handles as a difference: the
 * pool opens its twelve connections and lets them go, which is much of forty.
 */
const bars = {
  api_rss_drift: 1.15,
  worker_rss_drift: 1.15,
  api_handles_grown: 20,
  worker_handles_grown: 20,
  table_growth_drift: 1.3,
  p99_drift: 1.5,
  waiting_at_end: 0,
  errors: 0,
} as const;

/** In an hour of life. */
const pace = { visitsPerPerson: 0.25, orders: 3, offices: 12, trainings: 2 } as const;
/** Beside other work on the machine a worker comes last. */
const SETTLE_S = 300;
/** At once, before anything counts: so many connections does the pool open. */
const CROWD = 40;

/** Again and again at an even pace until it is over; one that takes longer than its turn is followed by the next at once. */
async function over(until: number, perHour: number, speed: number, act: () => Promise<void>): Promise<void> {
  const everyMs = 3_600_000 / perHour / speed;
  for (let due = performance.now() + everyMs * Math.random(); due < until; due += everyMs) {
    await wait(Math.max(0, due - performance.now()));
    await act();
  }
}

async function live(life: Life, until: number, people: number, speed: number): Promise<void> {
  // Several phones at once; one waits for its own answers only.
  const phones = 4;
  await Promise.all([
    ...Array.from({ length: phones }, () =>
      over(until, (people * pace.visitsPerPerson) / phones, speed, () => life.member()),
    ),
    over(until, pace.orders, speed, () => life.order()),
    over(until, pace.offices, speed, () => life.office()),
    over(until, pace.trainings, speed, () => life.training()),
  ]);
}

function metricsOf(life: Life, samples: readonly Sample[], from: number, to: number): Record<string, number> {
  const [first, second] = halvesOf(from, to);
  const drift = (of: (half: typeof first) => number) => of(second) / of(first);
  const meanOf = (pick: (sample: Sample) => number | undefined) =>
    drift((half) => mean(within(samples, half).map((sample) => pick(sample) ?? Number.NaN)));
  const handlesIn = (half: typeof first, name: string) =>
    mean(within(samples, half).map(({ handles }) => handles[name] ?? Number.NaN));
  const grown = (half: typeof first) => {
    const during = within(samples, half);
    return ((during.at(-1)?.databaseMb ?? 0) - (during[0]?.databaseMb ?? 0)) / commandsIn(half);
  };
  const commandsIn = (half: typeof first) => within(life.took, half).filter(({ isCommand }) => isCommand).length;
  const p99 = (half: typeof first) =>
    percentile(
      within(life.took, half).map(({ ms }) => ms),
      0.99,
    );
  const last = samples.at(-1);
  return {
    ...Object.fromEntries(
      ['api', 'worker'].flatMap((name) => [
        [`${name}_rss_drift`, meanOf(({ rssMb }) => rssMb[name])],
        [`${name}_handles_grown`, handlesIn(second, name) - handlesIn(first, name)],
        [`${name}_rss_mb`, last?.rssMb[name] ?? Number.NaN],
        [`${name}_handles`, last?.handles[name] ?? Number.NaN],
      ]),
    ),
    table_growth_drift: drift(grown),
    kb_per_command: grown(second) * 1_000,
    p99_drift: drift(p99),
    p99_ms: p99(second),
    database_mb: last?.databaseMb ?? Number.NaN,
    requests: life.took.length,
    orders: life.orders,
    results: life.results,
    photos: life.photos,
    trainings: life.trainings,
  };
}

/** Nothing new comes: what was begun ends. */
async function settled(client: Client): Promise<{ waiting: number; seconds: number }> {
  let waiting = 1;
  let second = 0;
  for (; second < SETTLE_S && waiting > 0; second += 1) {
    await wait(1_000);
    const { rows } = await client.query<{ n: number }>(
      `select (select count(*)::int from event_handlings where done_at is null) + (select count(*)::int from outbox where published_at is null) as n`,
    );
    waiting = rows[0]?.n ?? 1;
  }
  return { waiting, seconds: second };
}

async function measure(url: string, folder: string, minutes: number, people: number, speed: number) {
  const CLOCK_SPEED = `${speed}@${new Date().toISOString()}`;
  const clock = new Clock({ CLOCK: undefined, CLOCK_SPEED });
  const world = await buildSoakWorld(url, people, clock.now());
  const mail = await startMailSink();
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const env = {
      DATABASE_URL: url,
      DATA_DIR: folder,
      MIGRATE: 'off',
      LOG_LEVEL: 'error',
      HOLD_SECONDS: '0',
      CLOCK_SPEED,
    };
    const mails = { SMTP_URL: mail.url, MAIL_PER_SECOND: '1000' };
    const api = await startInstalled({ ...env, ...mails, ROLE: 'api' });
    const worker = await startInstalled({ ...env, ...mails, ROLE: 'worker' });
    const life = new Life(api.url, world, await pictures(), () => clock.now());
    const gauge = new Gauge({ api: api.pid, worker: worker.pid }, client);
    await Promise.all(Array.from({ length: CROWD }, () => life.member()));
    const from = performance.now();
    gauge.start();
    await live(life, from + minutes * 60_000, people, speed);
    const to = performance.now();
    await gauge.stop();
    const { waiting, seconds } = await settled(client);
    for (const [what, times] of life.errors) console.log(`  ${times} x ${what}`);
    for (const line of new Set(
      `${api.log()}${worker.log()}`
        .split('\n')
        .filter((one) => one.includes('"level":"error"'))
        .slice(0, 5),
    ))
      console.log(`  ${line.slice(0, 300)}`);
    return {
      ...metricsOf(life, gauge.samples, from, to),
      mails: mail.received(),
      waiting_at_end: waiting,
      settled_s: seconds,
      errors: [...life.errors.values()].reduce((sum, times) => sum + times, 0),
    };
  } finally {
    await killProcesses();
    await client.end();
    mail.close();
  }
}

export const bench: Bench = {
  name: 'soak',
  defaults: { minutes: 120, people: 2_000, speed: 10 },
  async run({ minutes, people, speed }) {
    const servers = await startBenchServers('postgres');
    try {
      const url = await servers.database('soak');
      const metrics: Record<string, number> = await measure(
        url,
        servers.folder,
        Number(minutes),
        Number(people),
        Number(speed),
      );
      const missed = Object.entries(bars).flatMap(([name, bar]) =>
        (metrics[name] ?? Number.NaN) <= bar ? [] : [`${name} ${metrics[name]?.toFixed(2)} is above ${bar}`],
      );
      return { metrics, missed };
    } finally {
      await servers.stop();
    }
  },
};
