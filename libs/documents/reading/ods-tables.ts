/** The tables of an .ods, built while its tags go by; what is empty is never built, however often it is repeated. */
import { type Cell, cellName, type Merge } from '../workbook.ts';
import { cellOf, type Raw } from './cells.ts';
import { over, type ReadLimits } from './limits.ts';
import { OdsText } from './ods-text.ts';
import type { OdsListener } from './ods-listener.ts';
import type { OdsStyles } from './ods-styles.ts';

type Attributes = Readonly<Record<string, string>>;

interface Table extends Raw {
  merges: Merge[];
  hiddenRows: number[];
  hiddenCols: number[];
}

const farthest = 1_048_576;

export class OdsTables implements OdsListener {
  readonly sheets: Table[] = [];
  private table: Table | undefined;
  private columnStyles: (string | undefined)[] = [];
  private row = { index: 0, repeat: 1, hidden: false, column: 0, cells: [] as { column: number; cell: Cell }[] };
  private cell: { attributes: Attributes; text: OdsText } | undefined;
  private filled = 0;

  constructor(
    private readonly styles: OdsStyles,
    private readonly limits: ReadLimits,
  ) {}

  open(name: string, attributes: Attributes): void {
    if (this.cell) this.cell.text.open(name, attributes);
    else if (name === 'table:table') this.openTable(attributes);
    else if (this.table === undefined) return;
    else if (name === 'table:table-column') this.addColumns(attributes);
    else if (name === 'table:table-row') this.row = { ...this.row, ...rowOf(attributes), column: 0, cells: [] };
    else if (name === 'table:table-cell' || name === 'table:covered-table-cell')
      this.cell = { attributes, text: new OdsText(this.styles, this.limits.maxCellText * 2) };
  }

  close(name: string): void {
    if (this.cell && (name === 'table:table-cell' || name === 'table:covered-table-cell')) this.closeCell(this.cell);
    else if (this.cell) this.cell.text.close(name);
    else if (name === 'table:table-row') this.closeRow();
    else if (name === 'table:table') this.table = undefined;
  }

  text(text: string): void {
    this.cell?.text.text(text);
  }

  private openTable(attributes: Attributes): void {
    if (this.sheets.length >= this.limits.maxSheets) throw over('file.tooManySheets', this.limits.maxSheets);
    this.table = {
      name: attributes['table:name'] ?? `Sheet${this.sheets.length + 1}`,
      hidden: this.styles.of(attributes['table:style-name'], 'hidden') === true,
      rows: [],
      merges: [],
      hiddenRows: [],
      hiddenCols: [],
    };
    this.sheets.push(this.table);
    this.columnStyles = [];
    this.row = { index: 0, repeat: 1, hidden: false, column: 0, cells: [] };
  }

  private addColumns(attributes: Attributes): void {
    const hidden = attributes['table:visibility'] === 'collapse' || attributes['table:visibility'] === 'filter';
    const end = Math.min(this.columnStyles.length + repeatOf(attributes, 'columns'), this.limits.maxColumns);
    for (let column = this.columnStyles.length; column < end; column++) {
      this.columnStyles.push(attributes['table:default-cell-style-name']);
      if (hidden) this.table?.hiddenCols.push(column);
    }
  }

  private closeCell({ attributes, text }: { attributes: Attributes; text: OdsText }): void {
    this.cell = undefined;
    const repeat = repeatOf(attributes, 'columns');
    const { column } = this.row;
    this.row.column = Math.min(farthest, column + repeat);
    this.addMerge(attributes, column);
    const style = attributes['table:style-name'] ?? this.columnStyles[column];
    for (let i = 0; i < repeat; i++) {
      const cell = this.read(attributes, text, style);
      if (cell === null || (cell.text.trim() === '' && repeat > 1)) return;
      if (column + i >= this.limits.maxColumns)
        throw over('file.tooManyColumns', this.limits.maxColumns, {
          sheet: this.table?.name ?? '',
          cell: cellName(this.row.index, column + i),
        });
      this.row.cells.push({ column: column + i, cell });
    }
  }

  private read(attributes: Attributes, text: OdsText, style: string | undefined): Cell | null {
    const font = this.styles.of(style, 'font');
    const formula = attributes['table:formula']?.replace(/^\w{1,10}:=|^=/, '');
    const value = valueOf(attributes, text.whole());
    return cellOf(value, {
      ...(font !== undefined && { fontName: font }),
      ...(formula !== undefined && { formula, hasCachedResult: value !== null && value !== '' }),
      ...(text.hasRuns && { richText: true }),
      ...(text.hasLink && { link: true }),
      ...text.struck(this.styles.of(style, 'struck') === true),
    });
  }

  private addMerge(attributes: Attributes, left: number): void {
    const columns = Number(attributes['table:number-columns-spanned'] ?? 1);
    const rows = Number(attributes['table:number-rows-spanned'] ?? 1);
    if (!(columns > 1 || rows > 1) || !this.table) return;
    if (this.table.merges.length >= this.limits.maxMerges) throw over('file.tooManyMerges', this.limits.maxMerges);
    const top = this.row.index;
    this.table.merges.push({ top, left, bottom: top + (rows || 1) - 1, right: left + (columns || 1) - 1 });
  }

  private closeRow(): void {
    const { index, repeat, hidden, cells } = this.row;
    const { table, limits } = this;
    this.row.index = Math.min(farthest, index + repeat);
    if (!table || cells.length === 0) return;
    this.filled += cells.length * repeat;
    const last = index + repeat - 1;
    if (last >= limits.maxRows)
      throw over('file.tooManyRows', limits.maxRows, {
        sheet: table.name,
        cell: cellName(last, cells.at(-1)?.column ?? 0),
      });
    if (this.filled > limits.maxCells) throw over('file.tooManyCells', limits.maxCells);
    while (table.rows.length < index) table.rows.push([]);
    for (let row = index; row <= last; row++) {
      const filled: (Cell | null)[] = [];
      for (const { column, cell } of cells) {
        while (filled.length < column) filled.push(null);
        filled.push({ ...cell });
      }
      table.rows.push(filled);
      if (hidden) table.hiddenRows.push(row);
    }
  }
}

function rowOf(attributes: Attributes) {
  const visibility = attributes['table:visibility'];
  return { repeat: repeatOf(attributes, 'rows'), hidden: visibility === 'collapse' || visibility === 'filter' };
}

function repeatOf(attributes: Attributes, what: 'rows' | 'columns'): number {
  const repeat = Number(attributes[`table:number-${what}-repeated`] ?? 1);
  return Number.isInteger(repeat) && repeat > 0 ? Math.min(repeat, farthest) : 1;
}

function valueOf(attributes: Attributes, text: string): string | number | boolean | null {
  switch (attributes['office:value-type'] ?? attributes['calcext:value-type']) {
    case 'float':
    case 'currency':
    case 'percentage': {
      const value = Number(attributes['office:value'] ?? Number.NaN);
      return Number.isFinite(value) ? value : text;
    }
    case 'date':
      return attributes['office:date-value']?.slice(0, 10) ?? text;
    case 'boolean':
      return attributes['office:boolean-value'] === 'true';
    default:
      return text === '' ? (attributes['office:string-value'] ?? null) : text;
  }
}
