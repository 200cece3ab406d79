/**
 * How fast one order reaches N people: inbox entry, guards, delivery row and its state for each, through the product's own
 * planner, chunks and write-backs, into a channel that only counts. Beside it, on the same backend, the obvious way: one
 * BullMQ job per person with a worker that does nothing. Both are timed from the first enqueue or plan to the last state.
 *
 * With `--channels several` half of the people are in Telegram and two fifths in Zalo's bot beside their e-mail address.
 *
 *   npm run bench -- fan-out [--people 50000] [--backend postgres|redis] [--channels one|several]
 */
import { startBenchServers, type BenchServers } from './support/bench-database.ts';
import type { Bench } from './support/bench.ts';
import { startChild, startWorker } from './support/children.ts';
import { baselineRate } from './support/job-per-person.ts';
import { seedAccounts, seedTeams } from './seeds/people.ts';

const BASELINE_AT_MOST = 50_000;
const SEVERAL = 'telegram,zalo-bot,email';
/** What the bench fails on: the durable fan-out against one job per person. */
const bars = { postgres: 20, redis: 3 } as const;

interface FanOutResult {
  /** From the commit of the order to the last state written. */
  seconds: number;
  cpuSeconds: number;
  sent: number;
  duplicates: number;
  states: Record<string, number>;
  inbox: number;
  rssPeakMb: number;
}

/** `several`: people have chat accounts beside their address. */
export async function fanOut(servers: BenchServers, people: number, several: boolean): Promise<FanOutResult> {
  const url = await servers.database(`fan_out_${people}`);
  const env = {
    ...process.env,
    DATABASE_URL: url,
    ...(servers.redisUrl && { REDIS_URL: servers.redisUrl, QUEUE_PREFIX: `bench-${people}` }),
    DATA_DIR: servers.folder,
  };
  const issuer = startChild('./fan-out.issuer.mjs', [], env);
  await issuer.answer();
  const seeded = await seedTeams(url, people);
  if (several) await seedAccounts(url);
  const worker = await startWorker('./fan-out.worker.mjs', [String(people), '0', several ? SEVERAL : 'email'], env);
  await worker.answer();
  issuer.process.send(seeded as never);
  const { at: from } = await issuer.answer<{ at: number }>();
  const result = await worker.answer<FanOutResult & { at: number }>();
  await worker.stop();
  return { ...result, seconds: (result.at - from) / 1000 };
}

export const bench: Bench = {
  name: 'fan-out',
  defaults: { people: 50_000, backend: 'postgres', channels: 'one' },
  async run({ people, backend, channels }) {
    const kind = backend === 'redis' ? 'redis' : 'postgres';
    const count = Number(people);
    const several = channels === 'several';
    const servers = await startBenchServers(kind);
    try {
      const small = await fanOut(servers, Math.max(500, Math.round(count / 10)), several);
      const large = await fanOut(servers, count, several);
      const baseline = await baselineRate(servers, Math.min(count, BASELINE_AT_MOST));
      const rate = large.sent / large.seconds;
      const smallRate = small.sent / small.seconds;
      const metrics = {
        rate: Math.round(rate),
        baseline_rate: Math.round(baseline.rate),
        ratio: rate / baseline.rate,
        growth: rate / smallRate,
        rss_peak_mb: Math.round(large.rssPeakMb),
        sent: large.sent,
        duplicates: large.duplicates,
        inbox_entries: large.inbox,
        states_sent: large.states['sent'] ?? 0,
        seconds: large.seconds,
        small_rate: Math.round(smallRate),
        baseline_concurrency: baseline.concurrency,
      };
      return {
        metrics,
        missed: [
          ...(metrics.ratio < bars[kind] ? [`ratio ${metrics.ratio.toFixed(1)} is below ${bars[kind]}`] : []),
          ...(metrics.growth < 0.75 ? [`growth ${metrics.growth.toFixed(2)} is below 0.75`] : []),
          ...(metrics.rss_peak_mb > 200 ? [`the worker took ${metrics.rss_peak_mb} MB`] : []),
          ...(metrics.sent !== count || metrics.states_sent !== count || metrics.inbox_entries !== count
            ? [`sent ${metrics.sent}, noted ${metrics.states_sent}, inbox ${metrics.inbox_entries} of ${count}`]
            : []),
          ...(metrics.duplicates > 0 ? [`${metrics.duplicates} sent twice`] : []),
        ],
      };
    } finally {
      await servers.stop();
    }
  },
};
