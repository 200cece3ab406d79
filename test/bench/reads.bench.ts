/**
 * Every GET of the contract as everybody who may, in a country of `--teams` and in one of a tenth, against bars for what a
 * person waits for; then the writes that a person waits for. What the planner knows is older than the last orders.
 *
 *   npm run bench -- reads [--teams 100000] [--out FILE] [--only officeCards,myTasks]
 *
 * With `--only` these reads of the large country alone are asked, and nothing is written.
 */
import 'reflect-metadata';
import { writeFileSync } from 'node:fs';
import { loadEnv } from '#platform/config';
import { createApp } from '../../src/create-app.ts';
import { type BenchServers, startBenchServers } from './support/bench-database.ts';
import type { Bench } from './support/bench.ts';
import { askAll, type Read, withoutProbe } from './reads/ask.ts';
import { prepare, sendReport, type Served } from './reads/prepare.ts';
import { Recorder } from './reads/recorder.ts';
import { explainSlowest, growthOfCommunes, type PlanFound, tell } from './reads/report.ts';
import { writeAll } from './reads/writes.ts';
import { Country, NOW } from './country/country.ts';

/** What a person may wait for, and what an answer may weigh (docs/reads.md). */
const bars = { communeMs: 300, provinceMs: 1_500, growth: 1.5, answerKb: 300, writeMs: 2_000 } as const;
export interface Measured {
  reads: Read[];
  plans: PlanFound[];
  writes: Record<string, number>;
  faults: string[];
}

async function serve(servers: BenchServers, teams: number, recorder: Recorder): Promise<Served> {
  const url = await servers.database(`country_${teams}`);
  const country = await Country.seed(url, teams);
  const env = {
    DATABASE_URL: url,
    DATA_DIR: servers.folder,
    ROLE: 'api',
    MIGRATE: 'off',
    TICKS: 'off',
    LOG_LEVEL: 'error',
    CLOCK: NOW,
  };
  const app = await createApp(loadEnv({ ...process.env, ...env }));
  recorder.watch(app);
  await app.listen(0, '127.0.0.1');
  return { app, country, url: (await app.getUrl()).replace('[::1]', '127.0.0.1') };
}

/** @param whole also the plans and the writes */
async function measure(
  servers: BenchServers,
  teams: number,
  recorder: Recorder,
  { whole, only }: { whole: boolean; only: readonly string[] },
): Promise<Measured> {
  const served = await serve(servers, teams, recorder);
  const { app, country } = served;
  try {
    await sendReport(served);
    await country.analyze();
    await country.issueOrders();
    const made = await prepare(served);
    const reads = await askAll(served, made, recorder, only);
    const plans = whole ? await explainSlowest(country.client, reads) : [];
    const { times, faults } = whole ? await writeAll(served) : { times: {}, faults: [] };
    return { reads, plans, writes: times, faults };
  } finally {
    await app.close();
    await country.client.end();
  }
}

const most = (values: number[]): number => Math.max(0, ...values);

function metricsOf(small: Measured, large: Measured): Record<string, number> {
  const { reads, writes, faults } = large;
  const commune = reads.filter((read) => !read.isAbove);
  return {
    reads: reads.length,
    slowest_commune_ms: most(commune.map(({ ms }) => ms)),
    slowest_province_ms: most(reads.filter((read) => read.isAbove).map(({ ms }) => ms)),
    over_300_ms: reads.filter(({ ms }) => ms > bars.communeMs).length,
    growth_commune: growthOfCommunes(small.reads, reads)[0]?.growth ?? 1,
    growth_of_middles: growthOfCommunes(small.reads, reads, 'ms')[0]?.growth ?? 1,
    biggest_answer_kb: most(reads.map(({ kb }) => kb)),
    errors: reads.filter(({ fault }) => fault).length + faults.length,
    slowest_write_ms: most(Object.values(writes)),
    ...writes,
  };
}

function missedOf(metrics: Record<string, number>): string[] {
  const over = (name: string, bar: number) =>
    (metrics[name] ?? 0) > bar ? [`${name} is ${(metrics[name] ?? 0).toFixed(1)}, above ${bar}`] : [];
  return [
    ...over('slowest_commune_ms', bars.communeMs),
    ...over('slowest_province_ms', bars.provinceMs),
    ...over('growth_commune', bars.growth),
    ...over('biggest_answer_kb', bars.answerKb),
    ...over('errors', 0),
    ...over('slowest_write_ms', bars.writeMs),
  ];
}

/** Each read by itself: milliseconds of the middle answer. */
function toldAlone({ reads }: Measured): Record<string, number> {
  for (const { what, role, ms, kb, fault } of reads)
    console.log(
      `${ms.toFixed(1).padStart(8)} ms ${kb.toFixed(1).padStart(7)} kB  ${role}  ${what}${fault ? `  ${fault}` : ''}`,
    );
  return Object.fromEntries(reads.map(({ key, ms }) => [key, ms]));
}

export const bench: Bench = {
  name: 'reads',
  defaults: { teams: 100_000, out: '', only: '' },
  async run({ teams, out, only: named }) {
    const only = String(named).split(',').filter(Boolean);
    const unasked = withoutProbe();
    if (unasked.length > 0) throw new Error(`No probe for ${unasked.join(', ')}: see reads.probes.ts`);
    const servers = await startBenchServers('postgres');
    const recorder = new Recorder();
    // The process that reads files is a child of this one, and runs from the sources as well.
    process.env['NODE_OPTIONS'] =
      `--no-warnings --import ${new URL('../support/runner/typescript-loader.mjs', import.meta.url)}`;
    try {
      const of = (count: number, whole: boolean) => measure(servers, count, recorder, { whole, only });
      if (only.length > 0) return { metrics: toldAlone(await of(Number(teams), false)), missed: [] };
      const small = await of(Math.round(Number(teams) / 10), false);
      const large = await of(Number(teams), true);
      const { short, whole } = tell(small, large);
      console.log(short);
      if (out) writeFileSync(String(out), whole);
      const metrics = metricsOf(small, large);
      return { metrics, missed: missedOf(metrics) };
    } finally {
      recorder.stop();
      await servers.stop();
    }
  },
};
