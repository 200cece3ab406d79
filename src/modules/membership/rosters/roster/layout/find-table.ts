/**
 * Finds the tables in a sheet: header rows by their words, also over two rows and under merged titles; which column is
 * which. A sheet may have several lists, one below the other, each with its own header.
 */
import { createHash } from 'node:crypto';
import { foldMarks } from '#i18n/fold';
import { cellName, columnName, type Sheet } from '#documents';
import { assignColumns, type HeaderRow, isSensitive, peopleOf, saysPhoneToo } from './header-words.ts';
import type { RosterContext } from '../roster-context.ts';
import type {
  ColumnMap,
  DroppedColumn,
  MappedColumn,
  PersonColumns,
  RosterOptions,
  RosterTable,
} from '../roster.types.ts';

export interface FoundTable {
  /** Zero-based first and last header row. */
  firstRow: number;
  headerRow: number;
  mapped: MappedColumn[];
  /** Of the first person of each row, with the shared columns. */
  columns: ColumnMap;
  people: PersonColumns[];
  headers: string[];
  headKey: string;
  twoRows: boolean;
  /** One of several lists under these heads. */
  isBeside?: true;
  source: RosterTable['source'];
}

/** Beyond these columns a sheet has no head of a list. */
const searchedColumns = 200;

interface Candidate {
  row: number;
  mapped: MappedColumn[];
  fields: number;
  source: RosterTable['source'];
}

/** In the order of the sheet. What the officer said of a header row comes before what its words say. */
export function findTables(context: RosterContext, options: RosterOptions): FoundTable[] {
  const grid = new HeaderGrid(context);
  const byHand = new Map(
    (options.tables ?? [])
      .filter(({ sheet }) => sheet === context.sheet.name)
      .map(({ headerRow, columns }) => [headerRow - 1, columns]),
  );
  const runs: Candidate[][] = [];
  for (let row = 0; row < grid.height; row++) {
    if (context.isTakenBack(row) || context.isLeftOutBy(row, 'header.second')) continue;
    const candidate = candidateAt(grid, row, byHand.get(row), options);
    if (candidate === null) continue;
    const run = runs.at(-1);
    if (run?.at(-1)?.row === row - 1 && candidate.source === 'words') run.push(candidate);
    else runs.push([candidate]);
  }
  return runs.map((run) => tableOf(grid, bestOf(grid, run)));
}

function candidateAt(
  grid: HeaderGrid,
  row: number,
  byHand: readonly MappedColumn[] | undefined,
  options: RosterOptions,
): Candidate | null {
  if (byHand) return { row, mapped: [...byHand], fields: byHand.length, source: 'hand' };
  const remembered = options.remembered && grid.filled(row) >= 2 ? options.remembered[grid.keyOf(row)] : undefined;
  if (remembered) return { row, mapped: [...remembered], fields: remembered.length, source: 'remembered' };
  if (grid.filled(row) < 2 || !grid.mayBeHead(row)) return null;
  const mapped = assignColumns(grid.headerRow(row));
  const fields = new Set(mapped.map(({ field }) => field)).size;
  const people = new Set(mapped.filter(({ field }) => field === 'phone').map(({ person }) => person)).size;
  const has = (field: string) => mapped.some((one) => one.field === field);
  const names = mapped.find(({ field }) => field === 'name');
  const hasNumbers = has('phone') || (names !== undefined && saysPhoneToo(grid.texts(row)[names.column] ?? ''));
  const isHead = names !== undefined && hasNumbers && (fields >= 3 || people >= 2);
  return isHead ? { row, mapped, fields, source: 'words' } : null;
}

/** Of header rows that touch, the fullest; a merged cell gives the next row the same words. */
function bestOf(grid: HeaderGrid, [first, ...rest]: Candidate[]): Candidate {
  let best = first as Candidate;
  for (const one of rest) {
    const same = one.fields === best.fields && sameTexts(grid.texts(one.row), grid.texts(best.row));
    if (one.fields > best.fields || (same && one.row === best.row + 1)) best = one;
  }
  return best;
}

function tableOf(grid: HeaderGrid, { row, mapped, source }: Candidate): FoundTable {
  const own = assignColumns({ ...grid.headerRow(row), texts: grid.own(row) });
  const twoRows = source === 'words' && new Set(own.map(({ column }) => column)).size < mapped.length && row > 0;
  const headers = grid.texts(row);
  const above = grid.texts(row - 1);
  const people = peopleOf(mapped, headers, above);
  const joined = headers.map((text, column) => {
    const upper = twoRows ? (above[column] ?? '') : '';
    return upper && upper !== text ? `${upper} / ${text}` : text;
  });
  return {
    firstRow: twoRows ? row - 1 : row,
    headerRow: row,
    mapped,
    columns: people[0]?.columns ?? {},
    people,
    headers: joined,
    headKey: grid.keyOf(row),
    twoRows,
    source,
  };
}

/** Texts of the rows with merges filled in; a blank below a header word takes the word above it. */
class HeaderGrid {
  readonly height: number;
  private readonly width: number;
  private readonly filledIn = new Map<number, Map<number, { text: string; continues: boolean }>>();
  private readonly rows = new Map<number, string[]>();
  private readonly heads = new Map<number, boolean>();
  private readonly withTwo = new Set<number>();

  constructor(private readonly context: RosterContext) {
    const { rows, merges } = context.sheet;
    this.height = rows.length;
    this.width = Math.min(
      searchedColumns,
      rows.reduce((most, row) => Math.max(most, row.length), 0),
    );
    for (const { top, left, bottom, right } of merges) {
      const text = context.glance({ row: top, column: left });
      if (text === '') continue;
      // Only heads are looked for here: a tall merge is a team's cell, and no head is that tall.
      for (let row = top; row <= Math.min(bottom, top + 2); row++)
        for (let column = left; column <= Math.min(right, this.width - 1); column++)
          this.fillIn(row, column, { text, continues: column > left });
    }
  }

  private fillIn(row: number, column: number, cell: { text: string; continues: boolean }): void {
    const known = this.filledIn.get(row) ?? new Map();
    known.set(column, cell);
    this.filledIn.set(row, known);
  }

  filled(row: number): number {
    return (this.context.sheet.rows[row] ?? []).reduce((sum, cell) => sum + (cell && cell.text !== '' ? 1 : 0), 0);
  }

  /** What the row's own cells say. */
  own(row: number): string[] {
    const cells = this.context.sheet.rows[row] ?? [];
    return Array.from({ length: Math.min(cells.length, this.width) }, (_, column) =>
      this.context.glance({ row, column }),
    );
  }

  texts(row: number): string[] {
    if (row < 0 || row >= this.height) return [];
    const known = this.rows.get(row);
    if (known) return known;
    const texts = this.withMerges(row);
    if (this.saysTwo(texts)) {
      this.withTwo.add(row);
      const above = row > 0 ? this.withMerges(row - 1) : [];
      if (this.saysTwo(above))
        texts.forEach((text, column) => {
          if (text === '') texts[column] = above[column] ?? '';
        });
    }
    this.rows.set(row, texts);
    return texts;
  }

  /** A head says at least whose name and which number; most rows of a long list are found here to be none. */
  mayBeHead(row: number): boolean {
    this.texts(row);
    return this.withTwo.has(row);
  }

  private withMerges(row: number): string[] {
    const merged = this.filledIn.get(row);
    const cells = this.context.sheet.rows[row] ?? [];
    const length = merged ? this.width : Math.min(cells.length, this.width);
    return Array.from({ length }, (_, column) => merged?.get(column)?.text ?? this.context.glance({ row, column }));
  }

  private saysTwo(texts: readonly string[]): boolean {
    const mapped = assignColumns({ texts, above: [], continues: () => false, hasWords: () => true });
    return new Set(mapped.map(({ field }) => field)).size >= 2;
  }

  headerRow(row: number): HeaderRow {
    return {
      texts: this.texts(row),
      above: this.texts(row - 1),
      continues: (column) => this.filledIn.get(row)?.get(column)?.continues ?? false,
      hasWords: (column) => this.hasWords(row, column),
    };
  }

  private isHead(row: number): boolean {
    const known = this.heads.get(row) ?? this.saysTwo(this.own(row));
    this.heads.set(row, known);
    return known;
  }

  private hasWords(header: number, column: number): boolean {
    let words = 0;
    let others = 0;
    for (let row = header + 1; row < this.height && words + others < 20; row++) {
      // What stands below another head is another list's.
      if (row > header + 2 && this.isHead(row)) break;
      const text = this.context.glance({ row, column });
      if (/\p{L}{2}/u.test(text)) words++;
      else if (text !== '') others++;
    }
    return words >= others;
  }

  /** Heads that are the same but for case, marks and blanks have one key. */
  keyOf(row: number): string {
    const texts = this.texts(row).map((text) => foldMarks(text).slice(0, 80));
    while (texts.at(-1) === '') texts.pop();
    return createHash('sha256').update(texts.join('|')).digest('hex');
  }
}

function sameTexts(a: readonly string[] = [], b: readonly string[] = []): boolean {
  return a.every((text, i) => text === b[i]);
}

/** Columns with a header or content that the form does not have; a note column goes silently. */
export function droppedColumns(sheet: Sheet, table: FoundTable, until: number): DroppedColumn[] {
  const used = new Set(table.mapped.map(({ column }) => column));
  const rows = sheet.rows.slice(table.firstRow, until);
  const width = rows.reduce((most, row) => Math.max(most, row.length), table.headers.length);
  const dropped: DroppedColumn[] = [];
  for (let index = 0; index < width; index++) {
    if (used.has(index)) continue;
    const header = table.headers[index]?.split(' / ').at(-1) ?? '';
    const texts = rows.flatMap((row) => row[index]?.text || []);
    if (texts.length === 0 && header === '') continue;
    const numbers = texts.filter((text) => /^\D{0,2}\d{12}$/.test(text.trim())).length;
    dropped.push({
      sheet: sheet.name,
      index,
      column: columnName(index),
      header: header || columnName(index),
      sensitive: isSensitive(header) || numbers * 2 > texts.length,
      cells: texts.length,
    });
  }
  return dropped;
}

/** The first values below each head: what the officer sees when saying which column is which. */
export function samplesOf(context: RosterContext, table: FoundTable, until: number): string[][] {
  return table.headers.map((_, column) => {
    const found: string[] = [];
    for (let row = table.headerRow + 1; row < until && found.length < 3; row++) {
      const text = context.glance({ row, column }).slice(0, 60);
      if (text !== '' && !found.includes(text)) found.push(text);
    }
    return found;
  });
}

/** 'F12' of a zero-based place. */
export function placeName(at: { row: number; column: number }): string {
  return cellName(at.row, at.column);
}
