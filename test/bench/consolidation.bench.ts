/**
 * A year of facts for many teams. How long one commune's month takes as the report editor reads it, how a province's
 * consolidation compares with one statement written by hand for the same table (both in turn, the same rows checked), and
 * how the whole country's time grows from a tenth of the teams.
 *
 *   npm run bench -- consolidation [--teams 100000] [--rounds 5]
 */
import 'reflect-metadata';
import type { INestApplicationContext } from '@nestjs/common';
import { defaultPeriodRule } from '#contracts/periods';
import { loadEnv } from '#platform/config';
import { Database } from '#platform/database';
import { createApp } from '../../src/create-app.ts';
import { type LiveFigure, LiveFigures, windowsOf } from '../../src/modules/reporting/figures/live-figures.ts';
import { type BenchServers, startBenchServers } from './bench-database.ts';
import type { Bench } from './bench.ts';
import { baselineSql } from './consolidation.baseline.ts';
import { month, seedYear } from './seed-year.ts';

/** From the work order. */
const bars = { communeMs: 50, provinceRatio: 1.5, growth: 1.3 } as const;

interface Country {
  lines: number;
  communeMs: number;
  provinceMs: number;
  baselineMs: number;
  /** All provinces, one after another. */
  countryMs: number;
  differences: number;
}

async function ms(work: () => Promise<unknown>): Promise<number> {
  const from = performance.now();
  await work();
  return performance.now() - from;
}

const median = (values: number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

const parameters = (communes: string[]): unknown[] => {
  const { period, before, year } = windowsOf(month, defaultPeriodRule);
  const { windowStartDay } = defaultPeriodRule;
  return [
    communes,
    `${month}-01`,
    period.startsOn,
    period.endsOn,
    `${year.month}-01`,
    windowStartDay,
    year.startsOn,
    before.endsOn,
    before.startsOn,
  ];
};

type BaselineRow = Record<'communeId' | 'code', string> &
  Record<'now' | 'nowOf' | 'before' | 'beforeOf' | 'year' | 'yearOf', number | null> &
  Record<'records' | 'late', number>;

/** Cells in which the two tables differ; names of groups are a matter of words and stand in no table. */
function differences(figures: Map<string, Map<string, LiveFigure>>, rows: BaselineRow[]): number {
  const say = (cells: unknown[]) => JSON.stringify(cells);
  const product = [...figures].flatMap(([commune, of]) =>
    [...of.values()]
      .filter(({ code }) => code !== 'TC06')
      .map(({ code, now, before, year, records, late }) =>
        say([commune, code, ...[now, before, year].flatMap((p) => [p.numerator, p.denominator]), records, late]),
      ),
  );
  const byHand = rows.map((r) =>
    say([r.communeId, r.code, r.now, r.nowOf, r.before, r.beforeOf, r.year, r.yearOf, r.records, r.late]),
  );
  const known = new Set(byHand);
  return product.filter((row) => !known.has(row)).length + Math.abs(product.length - byHand.length);
}

async function measureIn(app: INestApplicationContext, provinces: string[][], rounds: number) {
  const live = app.get(LiveFigures, { strict: false });
  const database = app.get(Database);
  const figures = (communes: string[]) => live.ofCommunes(communes, month, defaultPeriodRule);
  const byHand = (communes: string[]) => database.rows<BaselineRow>(baselineSql, parameters(communes));
  const province = provinces[0] as string[];
  const found = differences(await figures(province), await byHand(province));
  const [ours, theirs, single]: [number[], number[], number[]] = [[], [], []];
  // In turn, so that a machine that is busy with something else is busy for both.
  for (let i = 0; i < rounds; i++) {
    ours.push(await ms(() => figures(province)));
    theirs.push(await ms(() => byHand(province)));
    for (let j = 0; j < 4; j++)
      single.push(await ms(() => figures([province[(i * 4 + j) % province.length] as string])));
  }
  const country = [];
  for (let i = 0; i < 2; i++)
    country.push(
      await ms(async () => {
        for (const communes of provinces) await figures(communes);
      }),
    );
  return {
    communeMs: median(single),
    provinceMs: median(ours),
    baselineMs: median(theirs),
    countryMs: Math.min(...country),
    differences: found,
  };
}

async function measure(servers: BenchServers, teams: number, rounds: number): Promise<Country> {
  const url = await servers.database(`year_${teams}`);
  const { provinces, lines } = await seedYear(url, teams);
  const app = await createApp(
    loadEnv({
      ...process.env,
      DATABASE_URL: url,
      DATA_DIR: servers.folder,
      ROLE: 'api',
      MIGRATE: 'off',
      LOG_LEVEL: 'error',
    }),
  );
  try {
    return { lines, ...(await measureIn(app, provinces, rounds)) };
  } finally {
    await app.close();
  }
}

export const bench: Bench = {
  name: 'consolidation',
  defaults: { teams: 100_000, rounds: 5 },
  async run({ teams, rounds }) {
    const servers = await startBenchServers('postgres');
    try {
      const small = await measure(servers, Math.round(Number(teams) / 10), Number(rounds));
      const large = await measure(servers, Number(teams), Number(rounds));
      const metrics = {
        commune_ms: large.communeMs,
        province_ratio: large.provinceMs / large.baselineMs,
        growth: large.countryMs / (10 * small.countryMs),
        province_ms: large.provinceMs,
        baseline_ms: large.baselineMs,
        country_ms: large.countryMs,
        differences: large.differences + small.differences,
        lines: large.lines,
      };
      return {
        metrics,
        missed: [
          ...(metrics.commune_ms > bars.communeMs
            ? [`a commune's month takes ${metrics.commune_ms.toFixed(0)} ms`]
            : []),
          ...(metrics.province_ratio > bars.provinceRatio
            ? [`a province takes ${metrics.province_ratio.toFixed(2)} times the statement by hand`]
            : []),
          ...(metrics.growth > bars.growth
            ? [`ten times the teams take ${(metrics.growth * 10).toFixed(1)} times as long`]
            : []),
          ...(metrics.differences > 0 ? [`${metrics.differences} rows differ from the statement by hand`] : []),
        ],
      };
    } finally {
      await servers.stop();
    }
  },
};
