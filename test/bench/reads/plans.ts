/** Where the planner is most wrong: the worst row estimate of a statement against the truth. */
import type { Client } from 'pg';
import type { Asked } from './recorder.ts';

/** Longer than the application's own limit; what is not done then is shown as it is planned. */
const MOST_MS = 120_000;
/** Below it an estimate counts as right, and one that is too high is shown. */
const WRONG = 3;

interface Node {
  name: string;
  estimated: number;
  actual: number;
  loops: number;
}

export interface Explained {
  /** Whose estimate is most wrong; none of a statement that did not end. */
  worst?: Node;
  ms: number;
  text: string;
}

const nodeLine =
  /^\s*(?:->\s*)?(.+?)\s+\(cost=\S+ rows=(\d+) width=\d+\) \(actual time=\S+ rows=([\d.]+) loops=(\d+)\)/;

export async function explain(client: Client, asked: Asked): Promise<Explained> {
  const from = performance.now();
  try {
    const text = await planOf(client, asked, 'analyze, buffers');
    const nodes = text.split('\n').flatMap(nodeOf);
    const low = nodes.toSorted((a, b) => missedBy(b) - missedBy(a))[0];
    const high = nodes.toSorted((a, b) => missedBy(a) - missedBy(b))[0];
    const worst = low && missedBy(low) >= WRONG ? low : high;
    const ms = Number(/Execution Time: ([\d.]+)/.exec(text)?.[1] ?? 0);
    return { ms, text, ...(worst && { worst }) };
  } catch (error) {
    if ((error as { code?: string }).code !== '57014') throw error;
    return { ms: performance.now() - from, text: await planOf(client, asked, 'verbose') };
  }
}

/** With the settings of the application's connections. Nothing is kept of a statement that writes. */
async function planOf(client: Client, { text, values }: Asked, how: string): Promise<string> {
  await client.query(`reset work_mem; reset time zone; set statement_timeout = ${MOST_MS}`);
  await client.query('begin');
  try {
    const { rows } = await client.query<{ 'QUERY PLAN': string }>({ text: `explain (${how}) ${text}`, values });
    return rows.map((row) => row['QUERY PLAN']).join('\n');
  } finally {
    await client.query('rollback');
    await client.query('reset statement_timeout');
  }
}

function nodeOf(line: string): Node[] {
  const [, name, estimated, actual, loops] = nodeLine.exec(line) ?? [];
  return name ? [{ name, estimated: Number(estimated), actual: Number(actual), loops: Number(loops) }] : [];
}

/** How many times as many rows came as were expected: plans break by those. */
function missedBy({ estimated, actual }: Node): number {
  return (actual + 1) / (estimated + 1);
}
