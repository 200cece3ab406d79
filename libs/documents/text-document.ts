/**
 * A document as plain data, free of any format: paragraphs, tables, things side by side. One description is set as PDF and
 * written as .docx, so that both say the same. Lengths are millimetres, sizes of letters points.
 */
import type { FileMark } from './file-mark.ts';

export type Align = 'left' | 'center' | 'right' | 'justify';

export interface Run {
  text: string;
  bold?: boolean;
  italic?: boolean;
  /** The document's own size when absent. */
  size?: number;
}

export interface Paragraph {
  kind: 'paragraph';
  runs: Run[];
  align?: Align;
  firstLine?: number;
  /** Points above. */
  before?: number;
  /** Not parted from what follows by the end of a page. */
  keepNext?: boolean;
  /** Heads what follows, at this level; readers who do not see the page go from one to the next. */
  heading?: 1 | 2 | 3;
}

/** A solid line, centred. */
export interface Rule {
  kind: 'rule';
  length: number;
}

/** Side by side without lines, kept on one page. */
export interface Columns {
  kind: 'columns';
  widths: number[];
  cells: Block[][];
  before?: number;
}

export interface TableCell {
  text: string;
  bold?: boolean;
  italic?: boolean;
  align?: Align;
  /** Columns that it stands over. */
  across?: number;
  /** Rows that it stands over: the rows below have null in its place. */
  down?: number;
}
/** One entry a column; null where a cell of a row above or to the left reaches. */
export type TableRow = (TableCell | null)[];

export interface Table {
  kind: 'table';
  widths: number[];
  size: number;
  /** By column. */
  aligns: Align[];
  /** Repeated on each page. */
  header: TableRow[];
  /** Rows of a group are not parted by the end of a page. */
  groups: TableRow[][];
  before?: number;
}

/** A new page; pages are counted from 1 anew. */
export interface Part {
  kind: 'part';
}

export type Block = Paragraph | Rule | Columns | Table | Part;

export interface TextDocument {
  title: string;
  size: number;
  /** Points between lines of text beyond single spacing. */
  leading: number;
  margins: { top: number; bottom: number; left: number; right: number };
  /** Stands across each page while the document is not final. */
  draft: string | null;
  blocks: Block[];
  /**
   * Of a list that is taken away, among the file's properties; at the foot of each page as well, save in what goes on to be
   * signed.
   */
  trace?: FileMark & { onPages: boolean };
}

/** Appendix I of decree 30/2020: top and bottom 20-25, left 30-35, right 15-20 mm. */
export const decreeMargins = { top: 20, bottom: 20, left: 30, right: 15 } as const;
export const A4 = { width: 210, height: 297 } as const;
export const textWidth = A4.width - decreeMargins.left - decreeMargins.right;
