/**
 * Where each filled cell of a sheet went: into a record, into a finding that stands in it, or nowhere. What nobody
 * claimed is listed too, so that a reader that overlooks a cell shows it instead of losing it.
 */
import { cellName, columnName, type Sheet } from '#documents';
import type { RosterContext } from '../roster-context.ts';
import type { NotImported, NotImportedReason } from '../roster.types.ts';

type Fate = { in: 'record' | 'finding' } | { why: NotImportedReason };

const shownText = 300;

export class CellAccount {
  private readonly fates = new Map<number, Fate>();
  private readonly sheet: Sheet;

  constructor(private readonly context: RosterContext) {
    this.sheet = context.sheet;
  }

  private static key(row: number, column: number): number {
    return row * 20_000 + column;
  }

  private put(row: number, column: number | undefined, fate: Fate): void {
    if (column !== undefined) this.fates.set(CellAccount.key(row, column), fate);
  }

  record(row: number, ...columns: (number | undefined)[]): void {
    for (const column of columns) this.put(row, column, { in: 'record' });
  }

  finding(row: number, ...columns: (number | undefined)[]): void {
    for (const column of columns) this.put(row, column, { in: 'finding' });
  }

  cell(row: number, column: number, why: NotImportedReason): void {
    this.put(row, column, { why });
  }

  row(row: number, why: NotImportedReason): void {
    (this.sheet.rows[row] ?? []).forEach((_, column) => this.put(row, column, { why }));
  }

  /** Where cells of a member's row stand that belong to no column of the form. */
  beyond(row: number, used: ReadonlySet<number>): void {
    (this.sheet.rows[row] ?? []).forEach((_, column) => {
      if (!used.has(column) && !this.fates.has(CellAccount.key(row, column))) this.put(row, column, { why: 'column' });
    });
  }

  /** Sums the sheet up; `stands`: the cells in which a finding stands, and whether it asks something. */
  close(stands: ReadonlyMap<string, boolean>): {
    counts: { filled: number; records: number; findings: number; notImported: number };
    list: NotImported[];
  } {
    const counts = { filled: 0, records: 0, findings: 0, notImported: 0 };
    const groups = new Map<string, { at: [number, number]; why: NotImportedReason; texts: string[]; cells: number }>();
    this.sheet.rows.forEach((row, r) =>
      row.forEach((cell, c) => {
        if (!cell || (cell.text.trim() === '' && cell.formula === undefined)) return;
        counts.filled++;
        const fate = this.fates.get(CellAccount.key(r, c));
        if (fate && 'in' in fate) {
          counts[fate.in === 'record' ? 'records' : 'findings']++;
          return;
        }
        const finding = stands.get(cellName(r, c));
        if (finding !== undefined && (!fate || (finding && fate.why !== 'left_out'))) {
          counts.findings++;
          return;
        }
        counts.notImported++;
        const why = fate?.why ?? 'unread';
        const key = groupOf(why, r, c);
        const group = groups.get(key) ?? { at: [r, c], why, texts: [], cells: 0 };
        group.cells++;
        if (group.texts.length < 8 && why !== 'sensitive')
          group.texts.push(this.context.glance({ row: r, column: c }) || cell.text.trim());
        groups.set(key, group);
      }),
    );
    const list = [...groups.values()].map(
      ({ at: [row, column], why, texts, cells }): NotImported => ({
        sheet: this.sheet.name,
        cell: cellName(row, column),
        row: row + 1,
        text: texts.join(' · ').slice(0, shownText),
        why,
        cells,
        ...wayBack(why, () => this.context.leftOutThrough(row)),
        taken: false,
      }),
    );
    return { counts, list: [...list, ...this.takenBack()] };
  }

  private takenBack(): NotImported[] {
    return this.context.takenBack.map(({ row, column }) => ({
      sheet: this.sheet.name,
      cell: cellName(row, column),
      row: row + 1,
      text: (this.sheet.rows[row] ?? [])
        .map((_, c) => this.context.glance({ row, column: c }))
        .filter(Boolean)
        .join(' · ')
        .slice(0, shownText),
      why: 'unread',
      cells: 0,
      back: 'row',
      code: 'cell.notImported',
      taken: true,
    }));
  }
}

/** A column and a sheet are one thing to bring back, other cells a row. */
function groupOf(why: NotImportedReason, row: number, column: number): string {
  if (why === 'sheet') return why;
  return why === 'column' || why === 'sensitive' ? `${why}:${column}` : `${why}:${row}`;
}

function wayBack(why: NotImportedReason, leftOutBy: () => { cell: string; code: string } | undefined) {
  if (why === 'column' || why === 'header' || why === 'sheet') return { back: 'columns' as const, code: '' };
  if (why === 'left_out') {
    const through = leftOutBy();
    return through ? { back: 'row' as const, ...through } : { back: null, code: '' };
  }
  return why === 'sensitive' ? { back: null, code: '' } : { back: 'row' as const, code: 'cell.notImported' };
}

/** A column that may not be stored is counted and not shown. */
export function notStored(sheet: string, index: number, header: string, cells: number): NotImported {
  const cell = `${columnName(index)}1`;
  return { sheet, cell, row: 1, text: header, why: 'sensitive', cells, back: null, code: '', taken: false };
}
