/** What the bench of reads prints, and the longer form of it for a file. */
import type { Client } from 'pg';
import type { Read } from './ask.ts';
import type { Measured } from '../reads.bench.ts';
import { explain, type Explained } from './plans.ts';
import { type Asked, Recorder } from './recorder.ts';

const SHOWN = 25;
const EXPLAINED = 10;
/** What a reader of the file may want to mend. */
const WORTH_MS = 300;
const WORTH_KB = 300;

export interface PlanFound {
  read: Read;
  asked: Asked;
  explained?: Explained;
  fault?: string;
}

const slowestOf = ({ asked }: Read): Asked | undefined => asked.toSorted((a, b) => b.ms - a.ms)[0];
const bySlowness = (reads: Read[]): Read[] => reads.toSorted((a, b) => b.ms - a.ms);

/** The slowest statement of each of the slowest reads; the same statement once. */
export async function explainSlowest(client: Client, reads: Read[]): Promise<PlanFound[]> {
  const found: PlanFound[] = [];
  const known = new Set<string>();
  for (const read of bySlowness(reads)) {
    const asked = slowestOf(read);
    const name = asked?.text ?? '';
    if (!asked || known.has(name)) continue;
    known.add(name);
    try {
      found.push({ read, asked, explained: await explain(client, asked) });
    } catch (error) {
      found.push({ read, asked, fault: String(error) });
    }
    if (found.length === EXPLAINED) break;
  }
  return found;
}

const cell = (value: number): string => value.toFixed(value < 10 ? 1 : 0);

function table(reads: Read[], before: Map<string, Read>): string {
  const rows = reads.map((read) => {
    const slowest = slowestOf(read);
    const inDatabase = read.asked.reduce((sum, { ms }) => sum + ms, 0);
    return [
      read.role,
      read.what,
      cell(read.ms),
      cell(before.get(read.key)?.ms ?? 0),
      `${cell(read.leastMs)}, ${cell(before.get(read.key)?.leastMs ?? 0)}`,
      cell(read.kb),
      `${read.asked.length}`,
      cell(inDatabase),
      slowest
        ? `${cell(slowest.ms)} ms ${Recorder.lineOf(slowest) || slowest.text.replaceAll(/\s+/g, ' ').slice(0, 60)}`
        : '',
    ];
  });
  return [
    '| role | read | ms | ms at a tenth | least of both | KB | statements | ms in them | slowest statement |',
    '|---|---|---:|---:|---:|---:|---:|---:|---|',
    ...rows.map((cells) => `| ${cells.map((text) => text.replaceAll('|', '/')).join(' | ')} |`),
  ].join('\n');
}

function wrongest({ read, explained, fault }: PlanFound): string {
  const who = `  ${read.id} as ${read.role}: `;
  if (!explained) return `${who}${fault}`;
  const { worst, ms } = explained;
  if (!worst) return `${who}not done after ${cell(ms)} ms`;
  const { name, estimated, actual, loops } = worst;
  return `${who}${name}: estimated ${estimated}, found ${actual} (${loops} loops), ${cell(ms)} ms`;
}

/** What is faster says nothing about growth. */
const GROWS_FROM_MS = 20;
const SHOWN_GROWN = 8;

/**
 * How many times a commune's reads cost what they cost at a tenth of the country, the most first. The fastest answers are
 * compared: of hundreds of reads the slower ones of some are twice as slow by what else the machine does.
 */
export function growthOfCommunes(small: readonly Read[], large: readonly Read[], pick: 'leastMs' | 'ms' = 'leastMs') {
  const before = new Map(small.map((read) => [read.key, read[pick]]));
  return large
    .filter((read) => !read.isAbove && read[pick] > GROWS_FROM_MS)
    .map((read) => ({ read, growth: read[pick] / (before.get(read.key) ?? read[pick]) }))
    .toSorted((a, b) => b.growth - a.growth);
}

export function tell(small: Measured, large: Measured): { short: string; whole: string } {
  const { reads, plans, writes, faults } = large;
  const before = new Map(small.reads.map((read) => [read.key, read]));
  const slow = bySlowness(reads);
  const big = reads.toSorted((a, b) => b.kb - a.kb);
  const grown = growthOfCommunes(small.reads, reads).map(({ read }) => read);
  const errors = [
    ...reads.filter(({ fault }) => fault).map(({ role, what, fault }) => `${role} ${what}: ${fault}`),
    ...small.reads.filter(({ fault }) => fault).map(({ role, what, fault }) => `at a tenth, ${role} ${what}: ${fault}`),
    ...faults,
  ];
  const parts = (slowest: Read[], biggest: Read[]) => [
    `Slowest reads\n\n${table(slowest, before)}`,
    `What of a commune grew most with the country\n\n${table(grown.slice(0, SHOWN_GROWN), before)}`,
    `Biggest answers\n\n${table(biggest, before)}`,
    `Writes\n\n${Object.entries(writes)
      .map(([name, ms]) => `  ${name} ${cell(ms)}`)
      .join('\n')}`,
    `Where the planner is most wrong\n\n${plans.map(wrongest).join('\n')}`,
    `Errors\n\n${errors.map((line) => `  ${line}`).join('\n')}`,
  ];
  const texts = plans.map(
    (plan) =>
      `${wrongest(plan).trim()}\n${Recorder.lineOf(plan.asked)}\n\n${plan.asked.text}\n\n${plan.explained?.text ?? plan.fault ?? ''}`,
  );
  const worth = (read: Read, n: number) => n < SHOWN || read.ms > WORTH_MS;
  const heavy = (read: Read, n: number) => n < SHOWN || read.kb > WORTH_KB;
  return {
    short: parts(slow.slice(0, SHOWN), big.slice(0, SHOWN)).join('\n\n'),
    whole: `${[...parts(slow.filter(worth), big.filter(heavy)), ...texts, `All reads\n\n${table(slow, before)}`].join('\n\n')}\n`,
  };
}
