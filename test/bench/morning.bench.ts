/**
 * A rush: members open the app at an even rate while an order to all of them fans out, and do a morning's work: sign in by
 * launch data, me, my tasks, inbox, accept, a part of the result with two photos. Once with one API process and once with
 * two; `--double 1` adds a round at twice the rate, and says what gave way first. The whole: --members 30000 --seconds 600.
 *
 *   npm run bench -- morning [--members 3000] [--seconds 60] [--double 1]
 */
import { killProcesses } from '../support/processes.ts';
import { startBenchServers } from './support/bench-database.ts';
import type { Bench } from './support/bench.ts';
import { type Meter, percentile, type Step, steps } from './morning/meter.ts';
import { pictures } from './morning/pictures.ts';
import { morning, type Round, type Settings } from './morning/round.ts';

const bars = {
  errors: 0,
  lost: 0,
  doubled: 0,
  unfinished: 0,
  rss_peak_mb: 300,
  rss_growth: 1.2,
  p99_ms: 2_000,
} as const;

const p99 = (meter: Meter, step?: Step) => percentile(step ? meter.of[step].took : meter.took, 0.99);

function metricsOf({ meter, ledger, ...round }: Round): Record<string, number> {
  const perStep = steps.flatMap((step) => [
    [`${step}_p50_ms`, percentile(meter.of[step].took, 0.5)],
    [`${step}_p99_ms`, p99(meter, step)],
    [`${step}_errors`, meter.of[step].errors],
  ]);
  return {
    p99_ms: p99(meter),
    opened_p99_ms: percentile(meter.opened, 0.99),
    errors: meter.sum('errors'),
    put_off: meter.sum('putOff'),
    rps: Math.round(round.rps),
    seconds: round.seconds,
    rss_peak_mb: Math.round(round.rssPeakMb),
    rss_start_mb: Math.round(round.rssStartMb),
    rss_growth: round.rssGrowth,
    lost: ledger.lost,
    doubled: ledger.doubled,
    unfinished: ledger.unfinished,
    ...Object.fromEntries(perStep),
  };
}

const prefixed = (prefix: string, metrics: Record<string, number>, names: readonly string[]): Record<string, number> =>
  Object.fromEntries(names.map((name) => [`${prefix}_${name}`, metrics[name] ?? Number.NaN]));

/** What a reader of the table wants to know beside the numbers. */
function tell(name: string, { meter, ledger, report }: Round): void {
  console.log(`\n${name}`);
  for (const line of [...report, ...ledger.findings, ...meter.said]) console.log(`  ${line}`);
  if (meter.firstPutOff) console.log(`  put off ${meter.sum('putOff')} times, first ${meter.firstPutOff}`);
}

/** The step whose p99 grew most, and what was refused. */
function whatGaveWay(one: Round, doubled: Round): string {
  const growth = (step: Step) => p99(doubled.meter, step) / p99(one.meter, step);
  const worst = steps.toSorted((a, b) => growth(b) - growth(a))[0] as Step;
  const refused = steps.filter((step) => doubled.meter.of[step].errors + doubled.meter.of[step].putOff > 0);
  return `at twice the rate the p99 of "${worst}" grew most (${growth(worst).toFixed(1)} x, to ${p99(doubled.meter, worst)} ms); ${
    refused.length > 0 ? `refused or put off: ${refused.join(', ')}` : 'nothing was refused'
  }`;
}

function missedOf(metrics: Record<string, number>, prefix = ''): string[] {
  return Object.entries(bars).flatMap(([name, bar]) => {
    const value = metrics[name] ?? Number.NaN;
    return value <= bar ? [] : [`${prefix}${name} ${Math.round(value * 100) / 100} is above ${bar}`];
  });
}

export const bench: Bench = {
  name: 'morning',
  defaults: { members: 3_000, seconds: 60, double: 0 },
  async run(params) {
    const [members, seconds] = [Number(params['members']), Number(params['seconds'])];
    const servers = await startBenchServers('postgres');
    try {
      const picture = await pictures();
      const play = async (settings: Omit<Settings, 'picture' | 'seconds'>) => {
        const round = await morning(servers, { ...settings, seconds, picture });
        await killProcesses();
        tell(settings.name, round);
        return round;
      };
      const one = await play({ name: 'one', members, processes: 1 });
      const two = await play({ name: 'two', members, processes: 2 });
      const doubled = Number(params['double'])
        ? await play({ name: 'doubled', members: members * 2, processes: 1 })
        : undefined;
      const metrics = metricsOf(one);
      const ofTwo = metricsOf(two);
      const ofDoubled = doubled && metricsOf(doubled);
      if (doubled) console.log(`\n${whatGaveWay(one, doubled)}`);
      return {
        metrics: {
          ...metrics,
          ratio_two_processes: (ofTwo['p99_ms'] ?? Number.NaN) / (metrics['p99_ms'] ?? Number.NaN),
          ...prefixed('two', ofTwo, [
            'p99_ms',
            'opened_p99_ms',
            'rps',
            'put_off',
            'errors',
            'lost',
            'doubled',
            'rss_peak_mb',
          ]),
          ...(ofDoubled &&
            prefixed('double', ofDoubled, [
              'p99_ms',
              'opened_p99_ms',
              'rps',
              'put_off',
              'errors',
              'lost',
              'doubled',
              'rss_peak_mb',
            ])),
        },
        missed: [
          ...missedOf(metrics),
          ...[ofTwo, ofDoubled].flatMap((other) =>
            other ? missedOf({ ...other, p99_ms: 0, rss_growth: 0 }, 'another round: ') : [],
          ),
        ],
      };
    } finally {
      await killProcesses();
      await servers.stop();
    }
  },
};
