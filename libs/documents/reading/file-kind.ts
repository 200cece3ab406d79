/** What a file is, by its content and never by its name. */
import { FileError, type Workbook } from '../workbook.ts';
import type { ReadLimits } from './limits.ts';
import { zipNames } from './open-zip.ts';

const zipMagic = Buffer.from('PK\u0003\u0004', 'latin1');
const oleMagic = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
const utf16 = (text: string) => Buffer.from(text, 'utf16le');
/** Names of streams in an OLE container. */
const encryptedPackage = utf16('EncryptedPackage');
const bookStream = utf16('Workbook');
const oldBookStream = utf16('Book\0');
const wordStream = utf16('WordDocument');
const odsType = 'application/vnd.oasis.opendocument.spreadsheet';

/** Files that hold a table, but not one that is read here: what to call them. */
const otherKinds: readonly [pattern: RegExp, kind: string][] = [
  [/^xl\/workbook\.bin$/i, '.xlsb'],
  [/^ppt\//i, '.pptx'],
  [/^Index\/Document\.iwa$|^Index\.zip$/i, '.numbers'],
];

/** @throws FileError file.notAWorkbook, file.saveAsXlsx, file.wordDocument, file.archive, file.encrypted and those of zipNames */
export function kindOf(data: Buffer, limits: ReadLimits): Workbook['format'] {
  if (data.subarray(0, 4).equals(zipMagic)) return kindOfZip(data, limits);
  if (data.subarray(0, 8).equals(oleMagic)) return kindOfOle(data);
  if (data.length === 0) throw new FileError('file.notAWorkbook');
  const kind = kindOfText(data);
  if (kind) throw new FileError('file.saveAsXlsx', { kind });
  if (!looksLikeText(data)) throw new FileError('file.notAWorkbook');
  return 'csv';
}

function kindOfZip(data: Buffer, limits: ReadLimits): 'xlsx' | 'ods' {
  const names = zipNames(data, limits);
  if (names.some((name) => /^word\//i.test(name))) throw new FileError('file.wordDocument', { kind: '.docx' });
  for (const [pattern, kind] of otherKinds)
    if (names.some((name) => pattern.test(name))) throw new FileError('file.saveAsXlsx', { kind });
  if (names.includes('content.xml') && names.includes('mimetype')) {
    if (data.subarray(0, 200).includes(odsType)) return 'ods';
    throw new FileError('file.wordDocument', { kind: '.odt' });
  }
  if (names.some((name) => /\.(?:xlsx?|ods|csv|zip|rar|7z)$/i.test(name))) throw new FileError('file.archive');
  return 'xlsx';
}

function kindOfOle(data: Buffer): 'xls' {
  if (data.includes(encryptedPackage)) throw new FileError('file.encrypted');
  if (data.includes(bookStream)) return 'xls';
  if (data.includes(oldBookStream)) throw new FileError('file.saveAsXlsx', { kind: '.xls (Excel 5.0/95)' });
  if (data.includes(wordStream)) throw new FileError('file.wordDocument', { kind: '.doc' });
  throw new FileError('file.notAWorkbook');
}

/** Web pages and XML that programs save under .xls, other documents, and the BIFF2 to BIFF4 of before 1993. */
function kindOfText(data: Buffer): string | undefined {
  const head = data.subarray(0, 4096);
  const text = head.toString('latin1');
  if (/^\s*%PDF/.test(text)) return '.pdf';
  if (/^\s*\{\\rtf/.test(text)) return '.rtf';
  if (/^(?:\u00ef\u00bb\u00bf)?\s*<(?:!doctype|html|table|meta|style|head)/i.test(text)) return '.html';
  if (/^(?:\u00ef\u00bb\u00bf)?\s*<\?xml/i.test(text)) return '.xml';
  const isOldBiff =
    head[0] === 9 && [0, 2, 4].includes(head[1] ?? -1) && head[2] !== undefined && head[2] <= 8 && head[3] === 0;
  return isOldBiff && head.length > 6 ? '.xls (Excel 2.0-4.0)' : undefined;
}

/** Control bytes other than tab and line ends mean a binary file; UTF-16 is let through by its marks. */
function looksLikeText(data: Buffer): boolean {
  const head = data.subarray(0, 4096);
  const wide = (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff) || head.includes(0);
  return wide ? head.length > 3 : !head.some((byte) => byte < 9 || (byte > 13 && byte < 32));
}
