/**
 * A year of facts for many teams. How long one commune's month takes as the report editor reads it, how a province's
 * consolidation compares with one statement written by hand for the same table (both in turn, the same rows checked), and
 * how the whole country's time grows from a tenth of the teams.
 *
 *   npm run bench -- consolidation [--teams 100000] [--rounds 5]
 */
import 'reflect-metadata';
import type { INestApplicationContext } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { defaultPeriodRule } from '#contracts/reporting/periods';
import { loadEnv } from '#platform/config';
import { createApp } from '../../src/create-app.ts';
import { type LiveFigure, LiveFigures } from '../../src/modules/reporting/reports/figures/live-figures.ts';
import { windowsOf } from '../../src/modules/reporting/reports/figures/windows.ts';
import { type BenchServers, startBenchServers } from './support/bench-database.ts';
import type { Bench } from './support/bench.ts';
import { baselineSql } from './consolidation.baseline.ts';
import { month, seedYear } from './seeds/year.ts';

/** What the bench fails on; docs/benches.md says what was measured. */
const bars = { communeMs: 50, provinceRatio: 1.5, growth: 1.3 } as const;

interface Country {
  app: INestApplicationContext;
  provinces: string[][];
  lines: number;
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

const figuresOf = ({ app }: Country, communes: string[]) =>
  app.get(LiveFigures, { strict: false }).ofCommunes(communes, month, defaultPeriodRule);
const byHand = ({ app }: Country, communes: string[]) =>
  app.get(DataSource).query<BaselineRow[]>(baselineSql, parameters(communes));

async function allProvinces(country: Country): Promise<void> {
  for (const communes of country.provinces) await figuresOf(country, communes);
}

/** Everything in turn, so that a machine that is busy with something else is busy for both sides of a ratio. */
async function measure(small: Country, large: Country, rounds: number) {
  const province = large.provinces[0] as string[];
  const found = differences(await figuresOf(large, province), await byHand(large, province));
  await figuresOf(small, small.provinces[0] as string[]);
  const times = { commune: [], ours: [], theirs: [], tenth: [], whole: [] } as Record<string, number[]>;
  const add = async (name: string, work: () => Promise<unknown>) => void times[name]?.push(await ms(work));
  for (let i = 0; i < rounds; i++) {
    for (let j = 0; j < 4; j++)
      await add('commune', () => figuresOf(large, [province[(i * 4 + j) % province.length] as string]));
    await add('ours', () => figuresOf(large, province));
    await add('theirs', () => byHand(large, province));
    if (i >= 3) continue;
    await add('tenth', () => allProvinces(small));
    await add('whole', () => allProvinces(large));
  }
  const of = (name: string) => median(times[name] ?? []);
  return {
    commune_ms: of('commune'),
    province_ratio: of('ours') / of('theirs'),
    growth: of('whole') / (10 * of('tenth')),
    province_ms: of('ours'),
    baseline_ms: of('theirs'),
    country_ms: of('whole'),
    differences: found,
    lines: large.lines,
  };
}

async function build(servers: BenchServers, teams: number): Promise<Country> {
  const url = await servers.database(`year_${teams}`);
  const seeded = await seedYear(url, teams);
  const env = { DATABASE_URL: url, DATA_DIR: servers.folder, ROLE: 'api', MIGRATE: 'off', LOG_LEVEL: 'error' };
  return { ...seeded, app: await createApp(loadEnv({ ...process.env, ...env })) };
}

export const bench: Bench = {
  name: 'consolidation',
  defaults: { teams: 100_000, rounds: 5 },
  async run({ teams, rounds }) {
    const servers = await startBenchServers('postgres');
    const countries: Country[] = [];
    try {
      countries.push(await build(servers, Math.round(Number(teams) / 10)), await build(servers, Number(teams)));
      const [small, large] = countries as [Country, Country];
      const metrics = await measure(small, large, Number(rounds));
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
      for (const { app } of countries) await app.close();
      await servers.stop();
    }
  },
};
