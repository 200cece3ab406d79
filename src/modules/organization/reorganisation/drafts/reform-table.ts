/**
 * Reads the list that comes with a resolution on communes: old unit, new unit, whole or in part. The head may stand in one of the
 * first rows, its columns in any order, named in Vietnamese or as data offices name them. Pure.
 */
import { foldMarks } from '#i18n/fold';
import { typeAndName } from '../../units/lists/unit-table.ts';
import { grouped } from '#contracts/grouped';

export interface ReformRow {
  row: number;
  oldCode: string;
  oldType: string;
  oldName: string;
  newCode: string;
  newType: string;
  newName: string;
  relation: 'whole' | 'part' | null;
  /** Of the old unit, 0 to 1. */
  share: number | null;
  parentCode: string;
  day: string | null;
}
export interface RowProblem {
  row: number;
  column: ReformColumn;
  code: string;
  params: Record<string, string | number>;
}
export interface ReformTable {
  head: number;
  rows: ReformRow[];
  problems: RowProblem[];
}

const headings = {
  oldCode: ['old_code', 'ma cu', 'ma don vi cu', 'ma xa cu', 'ma dvhc cu', 'ma truoc sap xep'],
  oldName: ['old_full_name', 'old_name', 'ten cu', 'ten don vi cu', 'ten xa cu', 'don vi cu', 'truoc sap xep'],
  newCode: ['new_code', 'ma moi', 'ma don vi moi', 'ma xa moi', 'ma dvhc moi', 'ma sau sap xep'],
  newName: ['new_full_name', 'new_name', 'ten moi', 'ten don vi moi', 'ten xa moi', 'don vi moi', 'sau sap xep'],
  relation: ['relation', 'quan he', 'toan bo hay mot phan', 'toan bo/mot phan', 'phan', 'cach nhap'],
  share: ['share', 'percent', 'ty le', 'ty le %', 'ty le (%)'],
  parentCode: [
    'new_parent_code',
    'ma cap tren moi',
    'new_district_code',
    'ma huyen moi',
    'new_province_code',
    'ma tinh moi',
  ],
  day: ['on_date', 'from', 'ngay', 'ngay hieu luc', 'hieu luc tu'],
} as const;
export type ReformColumn = keyof typeof headings;
export type ReformColumns = Partial<Record<ReformColumn, number>>;

const needed = ['oldCode', 'oldName', 'newCode', 'newName'] as const;
/** Above the head an office writes its name, the title, the resolution. */
const HEAD_WITHIN = 20;
const relations: Record<string, 'whole' | 'part'> = {
  whole: 'whole',
  'toan bo': 'whole',
  'nguyen trang': 'whole',
  ca: 'whole',
  part: 'part',
  'mot phan': 'part',
};

/** Undefined where no row names the four columns that are needed. */
export function readReformTable(
  texts: readonly (readonly string[])[],
  chosen?: ReformColumns,
): ReformTable | undefined {
  const cells = texts.map((row) => row.map((text) => text.normalize('NFC').trim()));
  const head = chosen ? cells.findIndex((row) => row.some(Boolean)) : headOf(cells);
  if (head < 0) return undefined;
  const columns = chosen ?? columnsOf(cells[head] ?? []);
  const problems: RowProblem[] = [];
  const rows = cells.slice(head + 1).flatMap((row, index) => {
    if (row.every((cell) => cell === '')) return [];
    const read = new RowReader(row, columns, head + index + 2);
    problems.push(...read.problems);
    return read.problems.length > 0 ? [] : [read.row];
  });
  return { head: head + 1, rows, problems: [...problems, ...together(rows)].sort((a, b) => a.row - b.row) };
}

const headOf = (cells: readonly (readonly string[])[]): number =>
  cells.slice(0, HEAD_WITHIN).findIndex((row) => {
    const columns = columnsOf(row);
    return needed.every((one) => columns[one] !== undefined);
  });

function columnsOf(row: readonly string[]): ReformColumns {
  const folded = row.map((cell) => foldMarks(cell).replaceAll(/\s+/g, ' '));
  const found = Object.entries(headings).flatMap(([column, names]) => {
    const at = (names as readonly string[]).map((one) => folded.indexOf(one)).find((index) => index >= 0);
    return at === undefined ? [] : [[column, at] as const];
  });
  return Object.fromEntries(found);
}

class RowReader {
  readonly problems: RowProblem[] = [];
  readonly row: ReformRow;

  constructor(
    private readonly cells: readonly string[],
    private readonly columns: ReformColumns,
    private readonly at: number,
  ) {
    const [old, now] = [typeAndName(this.text('oldName'), ''), typeAndName(this.text('newName'), '')];
    this.row = {
      row: at,
      oldCode: this.digits('oldCode'),
      oldType: old.type,
      oldName: this.named('oldName', old.name),
      newCode: this.digits('newCode'),
      newType: now.type,
      newName: this.named('newName', now.name),
      relation: this.relation(),
      share: this.share(),
      parentCode: this.text('parentCode'),
      day: this.day(),
    };
    if (this.row.newName !== '' && now.type === '') this.wrong('newName', 'unit.typeMissing', { value: now.name });
  }

  private text(column: ReformColumn): string {
    const at = this.columns[column];
    return at === undefined ? '' : (this.cells[at] ?? '');
  }

  private wrong(column: ReformColumn, code: string, params: RowProblem['params'] = {}): void {
    this.problems.push({ row: this.at, column, code, params });
  }

  private digits(column: 'oldCode' | 'newCode'): string {
    const value = this.text(column);
    if (!/^\d{1,10}$/.test(value)) this.wrong(column, 'unit.codeNotDigits', { value });
    return value;
  }

  private named(column: 'oldName' | 'newName', name: string): string {
    if (name === '') this.wrong(column, 'unit.nameMissing');
    else if (name.length > 200) this.wrong(column, 'unit.nameTooLong');
    return name;
  }

  private relation(): ReformRow['relation'] {
    const value = this.text('relation');
    const known = relations[foldMarks(value)];
    if (value !== '' && !known) this.wrong('relation', 'reform.relationUnknown', { value });
    return known ?? null;
  }

  private share(): number | null {
    const value = this.text('share').replace('%', '').replace(',', '.').trim();
    if (value === '') return null;
    const percent = Number(value);
    if (!(percent > 0 && percent <= 100)) {
      this.wrong('share', 'reform.shareWrong', { value });
      return null;
    }
    return percent / 100;
  }

  private day(): string | null {
    const value = this.text('day');
    if (value === '') return null;
    const [, d = '', m = '', y = ''] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(value) ?? [];
    const day = y ? `${y}-${m.padStart(2, '0')}-${d.padStart(2, '0')}` : value.slice(0, 10);
    if (/^\d{4}-\d\d-\d\d$/.test(day)) return day;
    this.wrong('day', 'reform.dayUnreadable', { value });
    return null;
  }
}

/** What only shows when rows stand beside each other; each is named at the later row. */
function together(rows: readonly ReformRow[]): RowProblem[] {
  const problems: RowProblem[] = [];
  const names = new Map<string, ReformRow>();
  const olds = grouped(rows, ({ oldCode }) => oldCode);
  for (const row of rows) {
    const first = names.get(row.newCode);
    if (!first) names.set(row.newCode, row);
    else if (first.newName !== row.newName || first.newType !== row.newType)
      problems.push({ row: row.row, column: 'newName', code: 'reform.newNameDiffers', params: { first: first.row } });
  }
  for (const [code, all] of olds) {
    const into = new Set<string>();
    const isWhole = all.some(({ relation }) => relation === 'whole');
    for (const [at, row] of all.entries()) {
      if (into.has(row.newCode) || (isWhole && at > 0))
        problems.push({ row: row.row, column: 'oldCode', code: 'reform.oldCodeTwice', params: { value: code } });
      into.add(row.newCode);
    }
    const shares = all.flatMap(({ share }) => share ?? []);
    const sum = shares.reduce((total, share) => total + share, 0);
    const last = all.at(-1);
    if (last && shares.length > 0 && (shares.length !== all.length || Math.abs(sum - 1) > 0.0005))
      problems.push({
        row: last.row,
        column: 'share',
        code: 'reform.sharesNot100',
        params: { value: code, sum: Math.round(sum * 10_000) / 100 },
      });
  }
  return problems;
}
