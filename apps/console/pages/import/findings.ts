/** Pure rules of the check screen: which finding is open, what a cell shows after a choice, where the keyboard goes next. */
import type { Schemas } from '../../api/client.ts';

export type Finding = Schemas['Finding'];
export type Roster = Schemas['RosterImport'];
export type ChoiceKind = 'take' | 'keep' | 'typed' | 'leave_out';
export type FindingFilter = 'all' | 'must_fix' | 'choose' | 'auto_fixed' | 'info';

export const findingKey = ({
  sheet,
  cell,
  code,
}: Partial<Pick<Finding, 'sheet'>> & Pick<Finding, 'cell' | 'code'>): string => `${sheet}!${cell}#${code}`;

/** Asks how the file as a whole is read: it stands in no cell that could be retyped or left out. */
export const isOfFile = ({ code }: Pick<Finding, 'code'>): boolean => code.startsWith('file.');

/** Asks about rows of a sheet that became nobody: they stay out or come in, and no single cell answers for them. */
export const isAboutRows = ({ code }: Pick<Finding, 'code'>): boolean =>
  code === 'rows.unread' || code === 'rows.hidden';

const confirming = ['name.oneWord', 'name.garbled', 'names.oneSurname', 'team.garbled', 'team.tooLarge'];
/** Doubts what the file says: to take the proposal is to say that it is so. */
export const isConfirming = ({ code }: Pick<Finding, 'code'>): boolean => confirming.includes(code);

/** What is put beside the file's text: the typed value or the proposal, where that is not the same once more. */
export function shownAs(finding: Finding): string | null {
  const { choice, value, proposed, original } = finding;
  if (choice === 'typed') return value;
  return isAboutRows(finding) || (isConfirming(finding) && proposed === original) ? null : proposed;
}

/** Of a question about rows ("5–9, 12"): those that can be brought in. */
export function rowsAsked({ notImported }: Pick<Roster, 'notImported'>, { sheet, params }: Finding) {
  const ranges = String(params['rows'] ?? '')
    .split(', ')
    .map((run) => run.split('–').map(Number));
  return notImported.filter((entry) => {
    const row = Number(/\d+/.exec(entry.cell)?.[0]);
    const isAsked = ranges.some(([from = 0, to = from]) => row >= from && row <= to);
    return isAsked && entry.sheet === sheet && entry.back === 'row' && !entry.taken;
  });
}

export function countBySeverity(findings: readonly Finding[]): Record<FindingFilter, number> {
  const counts = { all: 0, must_fix: 0, choose: 0, auto_fixed: 0, info: 0 };
  for (const finding of findings) {
    counts[finding.severity]++;
    if (finding.severity !== 'info') counts.all++;
  }
  return counts;
}

export function columnIndex(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

export function columnLetters(index: number): string {
  const rest = Math.floor(index / 26);
  return (rest > 0 ? columnLetters(rest - 1) : '') + String.fromCharCode(65 + (index % 26));
}

/** Findings in reading order: row by row, left to right. Notes that ask nothing are not walked through. */
export function walk(findings: readonly Finding[], filter: FindingFilter): Finding[] {
  return findings
    .filter((finding) => (filter === 'all' ? finding.severity !== 'info' : finding.severity === filter))
    .sort((a, b) => a.row - b.row || columnIndex(a.column) - columnIndex(b.column) || a.code.localeCompare(b.code));
}

export const mustFix = (findings: readonly Finding[]): Finding[] =>
  findings.filter((finding) => finding.severity === 'must_fix' && !finding.settled);

/** The next place to look at after a choice: the next one without a choice, else the next in order. */
export function nextAfter(order: readonly Finding[], at: number): number {
  const open = (finding: Finding) => finding.choice === null && finding.severity !== 'info';
  const ahead = order.findIndex((finding, index) => index > at && open(finding));
  if (ahead >= 0) return ahead;
  const before = order.findIndex((finding, index) => index < at && open(finding));
  return before >= 0 ? before : Math.min(at + 1, order.length - 1);
}

/** What the cell will be once written: the typed value, the proposal when it counts, else the file's text. */
export function valueOf(finding: Finding): string {
  if (finding.choice === 'typed') return finding.value ?? finding.original;
  if (finding.choice === 'keep') return finding.original;
  if (finding.choice === 'take' || finding.severity === 'auto_fixed') return finding.proposed ?? finding.original;
  return finding.original;
}

const rank = { must_fix: 0, choose: 1, auto_fixed: 2, info: 3 } as const;

/** The finding that gives a cell its colour: the gravest that is not settled, else the gravest. */
export function gravest(findings: readonly Finding[]): Finding | undefined {
  return [...findings].sort(
    (a, b) => Number(a.choice !== null) - Number(b.choice !== null) || rank[a.severity] - rank[b.severity],
  )[0];
}

/** 'F12' also for 'F12.2', the second person whom the cell tells of. */
export const cellOf = ({ cell }: Pick<Finding, 'cell'>): string => cell.split('.')[0] ?? cell;

export const cellKey = (finding: Pick<Finding, 'sheet' | 'cell'>): string => `${finding.sheet}!${cellOf(finding)}`;

/** Findings by the cell that they stand in. */
export function byCell(findings: readonly Finding[]): Map<string, Finding[]> {
  const cells = new Map<string, Finding[]>();
  for (const finding of findings) cells.set(cellKey(finding), [...(cells.get(cellKey(finding)) ?? []), finding]);
  return cells;
}

/** Other open findings that can be settled in one go with this one. */
export function alike(findings: readonly Finding[], finding: Finding): Finding[] {
  if (finding.group === null) return [];
  return findings.filter(
    (other) =>
      other.group === finding.group &&
      other.proposed !== null &&
      other.choice === null &&
      findingKey(other) !== findingKey(finding),
  );
}

export type KeyAct = 'take' | 'keep' | 'retype' | 'next' | 'previous' | 'undo';

const keys: Record<string, KeyAct> = { Enter: 'take', g: 'keep', F2: 'retype', ArrowDown: 'next', ArrowUp: 'previous' };

/** The act of a key, or null. Never while an input method composes. */
export function keyAct(event: {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  isComposing: boolean;
  keyCode?: number;
}): KeyAct | null {
  if (event.isComposing || event.keyCode === 229 || event.altKey) return null;
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  if (event.ctrlKey || event.metaKey) return key === 'z' ? 'undo' : null;
  return keys[key] ?? null;
}
