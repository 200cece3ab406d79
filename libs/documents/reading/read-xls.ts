/** Reads .xls as Excel 97 and later wrote it (BIFF8). What is older has to be saved again. */
import { readXls as parse } from 'hucre';
import { type CellValue, FileError, type Workbook } from '../workbook.ts';
import { cellOf, finishSheet } from './cells.ts';
import { Budget, type ReadLimits } from './limits.ts';

export async function readXls(data: Buffer, limits: ReadLimits): Promise<Workbook> {
  if (isEncrypted(data)) throw new FileError('file.encrypted');
  const book = await parse(data);
  const budget = new Budget(limits);
  return {
    format: 'xls',
    sheets: book.sheets.map((sheet) =>
      finishSheet(
        {
          name: String(sheet.name),
          hidden: Boolean(sheet.hidden || sheet.veryHidden),
          rows: (sheet.rows ?? []).map((row) => Array.from(row, (value) => cellOf(value as CellValue))),
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
      ),
    ),
  };
}

/** A protected BIFF8 stream carries a FILEPASS record right after its first BOF (8 bytes of head, 16 of body). */
function isEncrypted(data: Buffer): boolean {
  const bof = data.indexOf(Buffer.from([0x09, 0x08, 0x10, 0x00, 0x00, 0x06, 0x05, 0x00]));
  return bof >= 0 && bof + 22 <= data.length && data.readUInt16LE(bof + 20) === 0x002f;
}
