/** Communes with two years of figures that look like theirs, and errors of typing in them. The same for the same seed. */
import type { Place } from '../../../src/modules/reporting/oddities/judging/series.ts';
import { normal, poisson, swing } from '../../support/figures/counts.ts';
import { type Random, randomOf } from '../../support/random.ts';

export interface Planted {
  kind: 'tenfold' | 'swapped' | 'copied';
  /** "place indicator": the figures that are wrong. */
  cells: string[];
}

interface Row {
  placeId: string;
  indicator: string;
  values: (number | null)[];
}

export interface Province {
  months: string[];
  places: Place[];
  series: Row[];
  /** By month. */
  planted: Map<number, Planted[]>;
}

const PER_PROVINCE = 100;
/** Of all figures a month, and of all communes a month. */
const TENFOLD = 0.002;
const SWAPPED = 0.01;
const COPIED = 0.01;
/** A slip or a swap in smaller figures changes no sum that anybody reads. */
const SMALLEST = 10;
const SWAP_TIMES = 3;

/** How an indicator behaves: its level in a commune of 8,000 people, how it swings, whether Tết and harvest are seen in it. */
interface Kind {
  code: string;
  level: number;
  swing: number;
  season: number;
}

const monthName = (i: number): string => `${2021 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, '0')}`;
const between = (low: number, high: number, random: Random): number => low + (high - low) * random();

function kindsOf(count: number, random: Random): Kind[] {
  const named = ['XH01', 'XH02', 'TT02', 'TT01'];
  const levels = [180, 60, 320, 3];
  return Array.from({ length: count }, (_, i) => ({
    code: named[i] ?? `I${String(i).padStart(2, '0')}`,
    level: levels[i] ?? Math.exp(between(Math.log(2), Math.log(500), random)),
    swing: between(0.05, 0.3, random),
    season: between(0, 0.5, random),
  }));
}

interface Asked {
  communes: number;
  months: number;
  indicators: number;
  seed: number;
}

export function plantedCountry({ communes, months, indicators, seed }: Asked): Province[] {
  const random = randomOf(seed);
  const kinds = kindsOf(indicators, random);
  return Array.from({ length: Math.ceil(communes / PER_PROVINCE) }, (_, i) => {
    const count = Math.min(PER_PROVINCE, communes - i * PER_PROVINCE);
    const province = provinceOf(`${i}`, count, months, kinds, random);
    plant(province, kinds.length, random);
    return province;
  });
}

function provinceOf(name: string, communes: number, months: number, kinds: readonly Kind[], random: Random): Province {
  const campaigns = kinds.map(() => ({ month: Math.floor(random() * months), times: between(1.5, 3, random) }));
  const places: Place[] = [];
  const series: Row[] = [];
  for (let c = 0; c < communes; c += 1) {
    const size = Math.round(8_000 * Math.exp(0.5 * normal(random)));
    const id = `${name}-${c}`;
    places.push({ id, size, teams: Math.max(2, Math.round(size / 900)) });
    // One in thirty begins late, as after a reform.
    const begins = random() < 1 / 30 ? Math.floor(random() * months) : 0;
    // Nothing at all of a month that was not sent, which the chase asks about.
    const unsent = new Set(Array.from({ length: months }, (_, month) => month).filter(() => random() < 0.01));
    for (const [k, kind] of kinds.entries()) {
      const grows = between(-0.01, 0.025, random);
      const level = kind.level * (size / 8_000) * Math.exp(0.35 * normal(random));
      const values = Array.from({ length: months }, (_, month) => {
        if (month < begins || unsent.has(month)) return null;
        const tet = month % 12 === 1 ? 1 - kind.season : 1;
        const campaign = campaigns[k]?.month === month ? (campaigns[k]?.times ?? 1) : 1;
        // A month that is good in one commune alone, and right.
        const own = random() < 0.01 ? between(1.3, 2, random) : 1;
        return poisson(level * (1 + grows) ** month * tet * campaign * own * swing(kind.swing, random), random);
      });
      series.push({ placeId: id, indicator: kind.code, values });
    }
  }
  keepRules(series, kinds.length);
  return { months: Array.from({ length: months }, (_, i) => monthName(i)), places, series, planted: new Map() };
}

/** What is part of another is not above it before an error is made: accounts of people helped, events of those who came. */
function keepRules(series: readonly Row[], kinds: number): void {
  for (let at = 0; at < series.length; at += kinds) {
    for (const [whole, part] of [
      [at, at + 1],
      [at + 2, at + 3],
    ]) {
      const row = series[part as number] as Row;
      row.values = row.values.map((value, month) => {
        const most = series[whole as number]?.values[month];
        return value === null || most == null ? value : Math.min(value, most);
      });
    }
  }
}

/** Month by month, so that a copied month copies what was reported, with its errors. Of one month and commune there is one kind. */
function plant({ months, series, planted }: Province, kinds: number, random: Random): void {
  for (let month = 0; month < months.length; month += 1) {
    const errors: Planted[] = [];
    for (let at = 0; at < series.length; at += kinds) {
      const rows = series.slice(at, at + kinds);
      const turn = random();
      if (turn < COPIED) errors.push(...copyMonth(rows, month));
      else if (turn < COPIED + SWAPPED) errors.push(...swap(rows, month, random));
      else errors.push(...rows.flatMap((row) => (random() < TENFOLD ? slip(row, month, random) : [])));
    }
    planted.set(month, errors);
  }
}

function copyMonth(rows: readonly Row[], month: number): Planted[] {
  if (month === 0 || rows.every(({ values }) => (values[month - 1] ?? 0) === 0)) return [];
  for (const { values } of rows) values[month] = values[month - 1] ?? null;
  return [{ kind: 'copied', cells: rows.map(cellOf) }];
}

/** Two columns side by side of the table that a commune fills. */
function swap(rows: readonly Row[], month: number, random: Random): Planted[] {
  const at = Math.floor(random() * (rows.length - 1));
  const [a, b] = [rows[at] as Row, rows[at + 1] as Row];
  const [x, y] = [a.values[month] ?? null, b.values[month] ?? null];
  if (x === null || y === null || Math.max(x, y) < SMALLEST || Math.max(x, y) < SWAP_TIMES * Math.min(x, y)) return [];
  a.values[month] = y;
  b.values[month] = x;
  return [{ kind: 'swapped', cells: [cellOf(a), cellOf(b)] }];
}

function slip(row: Row, month: number, random: Random): Planted[] {
  const value = row.values[month] ?? 0;
  if (value < SMALLEST) return [];
  row.values[month] = random() < 0.6 ? value * 10 : Math.floor(value / 10);
  return [{ kind: 'tenfold', cells: [cellOf(row)] }];
}

const cellOf = ({ placeId, indicator }: Row): string => `${placeId} ${indicator}`;
