/** Findings of a list of units: which are questions, what is decided, what is still open. Pure. */
import type { Schemas } from '../../../api/client.ts';

export type Finding = Schemas['UnitFinding'];
export type Choice = Finding['choices'][number];
export interface Decision {
  key: string;
  choice: Choice;
  into?: string;
}
export type Decisions = Readonly<Record<string, Decision>>;
export type Group = 'question' | 'look' | 'proposed';
export type Filter = 'all' | Group;

/** What has no proposal has to be answered; what ends or looks alike is worth a look. */
export function groupOf({ proposal, what }: Finding): Group {
  if (proposal === null) return 'question';
  return what === 'missing' || what === 'sameName' ? 'look' : 'proposed';
}

export const shownOf = (findings: readonly Finding[], filter: Filter): Finding[] =>
  findings.filter((finding) => filter === 'all' || groupOf(finding) === filter);

/** Every proposal that is not decided otherwise; a question is never taken. */
export function takeAll(findings: readonly Finding[], decisions: Decisions): Decisions {
  const taken = findings.flatMap(({ key, proposal }) =>
    proposal && !decisions[key] ? [[key, { key, choice: proposal }] as const] : [],
  );
  return { ...decisions, ...Object.fromEntries(taken) };
}

export const proposalsLeft = (findings: readonly Finding[], decisions: Decisions): number =>
  findings.filter(({ key, proposal }) => proposal !== null && !decisions[key]).length;
export const questionsLeft = (findings: readonly Finding[], decisions: Decisions): Finding[] =>
  findings.filter(({ key, proposal }) => proposal === null && !decisions[key]);

const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;

/** The list with what was found in each line, as a table that any sheet opens. */
export function notedTable(rows: readonly (readonly string[])[]): string {
  return `\ufeff${rows.map((row) => row.map(quoted).join(',')).join('\r\n')}\r\n`;
}
