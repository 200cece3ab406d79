/** Where the planner is most wrong: the worst row estimate of a statement against the truth. */
import type { Client } from 'pg';
import type { Asked } from './reads.recorder.ts';

interface Node {
  'Node Type': string;
  'Relation Name'?: string;
  'Index Name'?: string;
  'Function Name'?: string;
  'CTE Name'?: string;
  'Plan Rows': number;
  'Actual Rows': number;
  'Actual Loops': number;
  'Actual Total Time': number;
  Plans?: Node[];
}

export interface Explained {
  /** Of the node whose estimate is most wrong. */
  node: string;
  relation: string;
  estimated: number;
  actual: number;
  loops: number;
  ms: number;
  text: string;
}

/** Below it an estimate counts as right, and one that is too high is shown. */
const WRONG = 3;

/** With the settings of the application's connections. Nothing is kept of a statement that writes. */
async function within<T>(client: Client, work: () => Promise<T>): Promise<T> {
  await client.query('reset work_mem; reset time zone');
  await client.query('begin');
  try {
    return await work();
  } finally {
    await client.query('rollback');
  }
}

export async function explain(client: Client, { text, values }: Asked): Promise<Explained> {
  return within(client, async () => {
    const { rows } = await client.query<{ 'QUERY PLAN': [{ Plan: Node; 'Execution Time': number }] }>({
      text: `explain (analyze, format json) ${text}`,
      values: values as unknown[],
    });
    const plain = await client.query<{ 'QUERY PLAN': string }>({
      text: `explain (analyze, buffers) ${text}`,
      values: values as unknown[],
    });
    const [top] = rows[0]?.['QUERY PLAN'] ?? [];
    if (!top) throw new Error('no plan');
    const nodes = [...nodesOf(top.Plan)];
    const low = nodes.toSorted((a, b) => missedBy(b) - missedBy(a))[0] as Node;
    const high = nodes.toSorted((a, b) => missedBy(a) - missedBy(b))[0] as Node;
    const worst = missedBy(low) >= WRONG ? low : high;
    return {
      node: worst['Node Type'],
      relation: relationOf(worst),
      estimated: worst['Plan Rows'],
      actual: worst['Actual Rows'],
      loops: worst['Actual Loops'],
      ms: top['Execution Time'],
      text: plain.rows.map((row) => row['QUERY PLAN']).join('\n'),
    };
  });
}

function* nodesOf(node: Node): Generator<Node> {
  if (node['Actual Loops'] > 0) yield node;
  for (const child of node.Plans ?? []) yield* nodesOf(child);
}

/** How many times as many rows came as were expected: plans break by those. */
function missedBy({ 'Plan Rows': planned, 'Actual Rows': actual }: Node): number {
  return (actual + 1) / (planned + 1);
}

/** Of a join, what it reads first. */
function relationOf(node: Node): string {
  const own = node['Relation Name'] ?? node['CTE Name'] ?? node['Function Name'] ?? node['Index Name'];
  if (own) return own;
  const [first] = (node.Plans ?? []).map(relationOf).filter((name) => name !== '');
  return first ? `over ${first}` : '';
}
