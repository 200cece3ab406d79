/**
 * A spreadsheet as plain data, free of any library and of any product word. It survives JSON:
 * a Date becomes its ISO text, and readers of cells rely on `text` only.
 */
export type CellValue = string | number | boolean | Date | null;

export interface Cell {
  value: CellValue;
  /** The value as text: numbers in full digits without grouping, dates as YYYY-MM-DD, never rounded by a number format. */
  text: string;
  /** The font of the cell or of its first run; absent in .xls and .csv. */
  fontName?: string;
  formula?: string;
  /** False for a formula that the writing program never calculated: its value is unknown, nothing is evaluated here. */
  hasCachedResult?: boolean;
  richText?: boolean;
  link?: boolean;
  /** The whole text is struck through: people strike out who has left instead of deleting the row. */
  struck?: true;
  /** The parts of a text that are struck through, where the rest is not. */
  struckParts?: string[];
  /** Stands in a hidden row or column. */
  hidden?: true;
  /** The text went on after this and was cut; its whole length in characters. */
  cutFrom?: number;
  /** What stood here before the text was read in another encoding, where that is in doubt; only in .csv. */
  original?: string;
}

/** Zero-based, both ends inclusive, clipped to the used area. */
export interface Merge {
  top: number;
  left: number;
  bottom: number;
  right: number;
}

export interface Sheet {
  name: string;
  hidden: boolean;
  /** Ragged: a row ends at its last filled cell; an absent cell is null. */
  rows: (Cell | null)[][];
  merges: Merge[];
  /** Zero-based. */
  hiddenRows: number[];
  hiddenCols: number[];
}

export const textEncodings = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1258', 'tcvn3', 'vni', 'windows-1252'] as const;
export type TextEncoding = (typeof textEncodings)[number];

export interface Workbook {
  format: 'xlsx' | 'xls' | 'ods' | 'csv';
  /** Only for csv. */
  encoding?: TextEncoding;
  /** What a .csv could be in when its bytes do not say, the best first, and how its first names read then. */
  encodingDoubt?: { encoding: TextEncoding; sample: string }[];
  sheets: Sheet[];
}

/** What can be wrong with a file as a whole; the figures that each sentence needs stand in `params`. */
export const fileErrorCodes = [
  'file.tooBig',
  'file.notAWorkbook',
  'file.saveAsXlsx',
  'file.wordDocument',
  'file.archive',
  'file.zip64',
  'file.zipBomb',
  'file.unsafeArchive',
  'file.unsafeXml',
  'file.tooManySheets',
  'file.tooManyRows',
  'file.tooManyColumns',
  'file.tooManyCells',
  'file.tooManyMerges',
  'file.tooManyStrings',
  'file.tooManyDoubts',
  'file.tooMuchText',
  'file.tooMuchMemory',
  'file.encrypted',
  'file.damaged',
  'file.tooSlow',
  'file.busy',
] as const;
export type FileErrorCode = (typeof fileErrorCodes)[number];

/** A file that cannot be read, with a stable code for translation and the figures that its sentence needs. */
export class FileError extends Error {
  override readonly name = 'FileError';
  readonly code: FileErrorCode;
  readonly params: Readonly<Record<string, string | number>>;

  constructor(code: FileErrorCode, params: Record<string, string | number> = {}, options?: ErrorOptions) {
    super(code, options);
    this.code = code;
    this.params = params;
  }
}

/** 'A', 'Z', 'AA' for 0, 25, 26. */
export function columnName(column: number): string {
  let name = '';
  for (let rest = column; rest >= 0; rest = Math.floor(rest / 26) - 1)
    name = String.fromCharCode(65 + (rest % 26)) + name;
  return name;
}

/** 'F12' for row 11 and column 5, both zero-based. */
export function cellName(row: number, column: number): string {
  return `${columnName(column)}${row + 1}`;
}
