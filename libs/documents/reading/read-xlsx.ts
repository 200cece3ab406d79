/**
 * Reads .xlsx. The library never sees the file itself: it gets a fresh archive with the parts that carry cells, already
 * inflated, checked, and with the empty cells of formatted areas taken out.
 */
import { strToU8, zipSync } from 'fflate';
import { type Cell as ReadCell, readXlsx as parse, type RichTextRun, type Sheet as ReadSheet } from 'hucre';
import { type Cell, type CellValue, FileError, type Workbook } from '../workbook.ts';
import { cellOf, finishSheet } from './cells.ts';
import { Budget, over, type ReadLimits } from './limits.ts';
import { openZip } from './open-zip.ts';
import { safeXml } from './safe-xml.ts';
import { thinSheet } from './thin-sheet.ts';

const carriesCells = /^(?:\[Content_Types\]\.xml|_rels\/\.rels|xl\/.+\.(?:xml|rels))$/i;
const carriesNone =
  /^xl\/(?:activeX|charts|chartsheets|comments|ctrlProps|customXml|drawings|embeddings|externalLinks|media|persons|pivot|printerSettings|queryTables|richData|slicer|tables|threadedComments|timeline|cellImages|metadata|revisions)/i;
const isSheet = /^xl\/worksheets\/[^/]+\.xml$/i;

export async function readXlsx(data: Buffer, limits: ReadLimits): Promise<Workbook> {
  const parts = await openZip(data, (name) => carriesCells.test(name) && !carriesNone.test(name), limits);
  const sheets = [...parts.keys()].filter((name) => isSheet.test(name));
  if (sheets.length > limits.maxSheets) throw over('file.tooManySheets', limits.maxSheets);
  const thin = new Budget(limits);
  let cells = 0;
  const files: Record<string, Uint8Array> = {};
  for (const [name, part] of parts) {
    const xml = safeXml(part, name, isSheet.test(name) ? undefined : limits);
    if (!isSheet.test(name)) files[name] = part;
    else {
      const sheet = thinSheet(xml, name.replace(/^.*\/|\.xml$/gi, ''), thin);
      cells += sheet.cells;
      if (cells > limits.maxCells) throw over('file.tooManyCells', limits.maxCells);
      files[name] = strToU8(sheet.xml);
    }
    parts.delete(name);
  }
  const book = await parse(zipSync(files, { level: 0 }), { readStyles: true });
  const budget = new Budget(limits);
  return {
    format: 'xlsx',
    sheets: book.sheets.map((sheet) => convert(sheet, book.defaultFont?.name, budget)),
  };
}

function convert(sheet: ReadSheet, defaultFont: string | undefined, budget: Budget): Workbook['sheets'][number] {
  const rows = (sheet.rows ?? []).map((row, r) =>
    Array.from(row, (value, c) => convertCell(value as CellValue, sheet.cells?.get(`${r},${c}`), defaultFont)),
  );
  for (const [key, detail] of sheet.cells ?? []) {
    if (detail.formula === undefined) continue;
    const [r = 0, c = 0] = key.split(',').map(Number);
    (rows[r] ??= [])[c] ??= convertCell(null, detail, defaultFont);
  }
  return finishSheet(
    {
      name: String(sheet.name),
      hidden: Boolean(sheet.hidden || sheet.veryHidden),
      rows: Array.from(rows, (row) => Array.from(row ?? [], (cell) => cell ?? null)),
      merges: (sheet.merges ?? []).map(({ startRow, startCol, endRow, endCol }) => ({
        top: startRow,
        left: startCol,
        bottom: endRow,
        right: endCol,
      })),
      hiddenRows: [...(sheet.rowDefs ?? new Map())].flatMap(([r, def]) => (def.hidden ? [r as number] : [])),
      hiddenCols: (sheet.columns ?? []).flatMap((def, c) => (def?.hidden ? [c] : [])),
    },
    budget,
  );
}

function convertCell(value: CellValue, detail: Partial<ReadCell> | undefined, defaultFont?: string): Cell | null {
  const known = (detail?.formulaResult ?? value) as CellValue;
  const font = detail?.richText?.find((run) => run.font?.name)?.font?.name ?? detail?.style?.font?.name ?? defaultFont;
  return cellOf(known, {
    ...(font !== undefined && { fontName: font }),
    ...(detail?.formula !== undefined && {
      formula: detail.formula,
      hasCachedResult: known !== null && known !== undefined,
    }),
    ...(detail?.richText && { richText: true }),
    ...(detail?.hyperlink && { link: true }),
    ...struckOf(detail?.richText, detail?.style?.font?.strikethrough === true),
  });
}

/** A run without a font of its own has the cell's. */
function struckOf(runs: readonly RichTextRun[] | undefined, cellStruck: boolean): Pick<Cell, 'struck' | 'struckParts'> {
  if (!runs) return cellStruck ? { struck: true } : {};
  const isStruck = ({ font }: RichTextRun) => (font ? font.strikethrough === true : cellStruck);
  const struck = runs.filter((run) => run.text.trim() !== '' && isStruck(run));
  if (struck.length === 0) return {};
  const whole = runs.every((run) => run.text.trim() === '' || isStruck(run));
  return whole ? { struck: true } : { struckParts: struck.map(({ text }) => text) };
}

/** What the library says about a file that it cannot read, as a refusal. */
export function refusalOf(error: unknown, limits: ReadLimits): FileError {
  if (error instanceof FileError) return error;
  const { name, message } = error as Error;
  if (name === 'EncryptedFileError') return new FileError('file.encrypted');
  if (/over the \d+ limit|bounds/.test(message ?? '')) return over('file.tooManyCells', limits.maxCells);
  return new FileError('file.damaged', {}, { cause: error });
}
