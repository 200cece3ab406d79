/**
 * Spreadsheets built byte by byte for tests: what no writer would produce on purpose. Raw SpreadsheetML for .xlsx;
 * a minimal BIFF8 stream in an OLE2 container for .xls. At the end the files that are meant to do harm.
 */
import { strToU8, zipSync, type Zippable } from 'fflate';

const types = `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>`;
const rels = (target: string, type: string) =>
  `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"/></Relationships>`;
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

/** An .xlsx whose one sheet has exactly this XML between `<worksheet>` and `</worksheet>`. */
export function rawXlsx(sheetXml: string, extra: Zippable = {}): Buffer {
  return Buffer.from(
    zipSync({
      '[Content_Types].xml': strToU8(types),
      '_rels/.rels': strToU8(rels('xl/workbook.xml', 'officeDocument')),
      'xl/workbook.xml': strToU8(
        `<?xml version="1.0"?><workbook xmlns="${main}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>`,
      ),
      'xl/_rels/workbook.xml.rels': strToU8(rels('worksheets/sheet1.xml', 'worksheet')),
      'xl/worksheets/sheet1.xml': strToU8(`<?xml version="1.0"?><worksheet xmlns="${main}">${sheetXml}</worksheet>`),
      ...extra,
    }),
  );
}

/** One text cell: inline('B2', 'Thôn 1'). */
export function inline(ref: string, text: string): string {
  return `<c r="${ref}" t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`;
}

/** Rows of text cells from row `first` (1-based) on, in columns A.. */
export function rowsXml(rows: readonly (readonly string[])[], first = 1): string {
  return rows
    .map(
      (row, r) =>
        `<row r="${first + r}">${row.map((text, c) => (text === '' ? '' : inline(`${String.fromCharCode(65 + c)}${first + r}`, text))).join('')}</row>`,
    )
    .join('');
}

interface XlsContent {
  rows: readonly (readonly (string | number | null)[])[];
  merges?: readonly [top: number, bottom: number, left: number, right: number][];
  /** Puts a FILEPASS record after the first BOF, as a protected file has. */
  encrypted?: boolean;
}

/** A BIFF8 .xls with one sheet "Sheet1". */
export function rawXls(content: XlsContent): Buffer {
  return oleContainer(biffStream(content));
}

function biffStream({ rows, merges = [], encrypted }: XlsContent): Buffer {
  const bof = (kind: number) => record(0x0809, u16(0x0600, kind, 0x0dbb, 0x07cc), u32(0, 0x06));
  const eof = record(0x000a);
  const pass = encrypted ? record(0x002f, u16(0, 0, 0)) : Buffer.alloc(0);
  const name = Buffer.concat([Buffer.from([6, 0]), Buffer.from('Sheet1', 'latin1')]);
  const head = Buffer.concat([bof(0x0005), pass]);
  const boundLength = 4 + 4 + 2 + name.length;
  const start = head.length + boundLength + eof.length;
  const bound = record(0x0085, u32(start), Buffer.from([0, 0]), name);
  const cells = rows.flatMap((row, r) => row.flatMap((value, c) => (value === null ? [] : [cellRecord(r, c, value)])));
  const merged = merges.length > 0 ? [record(0x00e5, u16(merges.length, ...merges.flat()))] : [];
  return Buffer.concat([head, bound, eof, bof(0x0010), ...cells, ...merged, eof]);
}

function cellRecord(row: number, column: number, value: string | number): Buffer {
  if (typeof value === 'number') {
    const body = Buffer.alloc(8);
    body.writeDoubleLE(value);
    return record(0x0203, u16(row, column, 0), body);
  }
  return record(0x0204, u16(row, column, 0, value.length), Buffer.from([1]), Buffer.from(value, 'utf16le'));
}

function record(id: number, ...parts: Buffer[]): Buffer {
  const body = Buffer.concat(parts);
  return Buffer.concat([u16(id, body.length), body]);
}

function u16(...values: number[]): Buffer {
  const buffer = Buffer.alloc(values.length * 2);
  values.forEach((value, i) => buffer.writeUInt16LE(value, i * 2));
  return buffer;
}

function u32(...values: number[]): Buffer {
  const buffer = Buffer.alloc(values.length * 4);
  values.forEach((value, i) => buffer.writeUInt32LE(value >>> 0, i * 4));
  return buffer;
}

const sector = 512;
const endOfChain = 0xfffffffe;

/** Header, one FAT sector, one directory sector, then the stream padded beyond the size kept in the mini stream. */
function oleContainer(stream: Buffer, streamName = 'Workbook'): Buffer {
  const size = Math.max(4096, Math.ceil(stream.length / sector) * sector);
  const sectors = size / sector;
  const fat = Buffer.alloc(sector, 0xff);
  fat.writeUInt32LE(0xfffffffd, 0);
  fat.writeUInt32LE(endOfChain, 4);
  for (let i = 0; i < sectors; i++) fat.writeUInt32LE(i === sectors - 1 ? endOfChain : i + 3, (i + 2) * 4);
  const directory = Buffer.concat([
    entry('Root Entry', 5, endOfChain, 0, 1),
    entry(streamName, 2, 2, size),
    Buffer.alloc(256),
  ]);
  const body = Buffer.alloc(size);
  stream.copy(body);
  return Buffer.concat([oleHeader(), fat, directory, body]);
}

function oleHeader(): Buffer {
  const header = Buffer.alloc(sector, 0);
  Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]).copy(header);
  u16(0x003e, 0x0003, 0xfffe, 9, 6).copy(header, 24);
  u32(1, 1, 0, 4096, endOfChain, 0, endOfChain, 0).copy(header, 44);
  header.fill(0xff, 76);
  header.writeUInt32LE(0, 76);
  return header;
}

function entry(name: string, kind: number, start: number, size: number, child = 0xffffffff): Buffer {
  const buffer = Buffer.alloc(128);
  const text = Buffer.from(`${name}\0`, 'utf16le');
  text.copy(buffer);
  buffer.writeUInt16LE(text.length, 64);
  buffer[66] = kind;
  buffer[67] = 1;
  u32(0xffffffff, 0xffffffff, child).copy(buffer, 68);
  u32(start, size).copy(buffer, 116);
  return buffer;
}

const MB = 1024 * 1024;
const wide = 0xffffffff;
const directoryEntry = 'PK\u0001\u0002';

/** @param change given each entry of the directory by its place in the file */
function eachEntry(file: Buffer, change: (at: number, index: number) => void): Buffer {
  let index = 0;
  for (let at = file.indexOf(directoryEntry); at >= 0; at = file.indexOf(directoryEntry, at + 4)) change(at, index++);
  return file;
}

/** A sheet of many megabytes whose size is said to stand elsewhere, in 64 bits: a check that adds up sizes sees none. */
export function zip64Bomb(megabytes = 40): Buffer {
  const file = rawXlsx('<sheetData/>', { 'xl/media/a.bin': [new Uint8Array(megabytes * MB), { level: 1 }] });
  return eachEntry(file, (at) => file.writeUInt32LE(wide, at + 24));
}

/** Every entry says that it holds ten bytes. */
export function lyingSizes(): Buffer {
  const file = rawXlsx('<sheetData/>', { 'xl/media/a.bin': new Uint8Array(MB) });
  return eachEntry(file, (at) => file.writeUInt32LE(10, at + 24));
}

/** All entries are the content of the first one. */
export function overlappingEntries(): Buffer {
  const parts = Object.fromEntries(
    Array.from({ length: 50 }, (_, i) => [`xl/worksheets/s${10 + i}.xml`, strToU8('a')]),
  );
  const file = Buffer.from(zipSync(parts));
  let first = 0;
  return eachEntry(file, (at, index) => {
    if (index === 0) first = file.readUInt32LE(at + 42);
    else file.writeUInt32LE(first, at + 42);
    file.write('xl/worksheets/s10.xml', at + 46, 'latin1');
  });
}

/** One name twice, so that a check and a reader may each see another content. */
export function duplicateNames(): Buffer {
  const file = Buffer.from(zipSync({ 'xl/workbook.xml': strToU8('a'), 'xl/workbooc.xml': strToU8('b') }));
  for (let at = file.indexOf('workbooc'); at >= 0; at = file.indexOf('workbooc', at + 1))
    file.write('workbook', at, 'latin1');
  return file;
}

/** A spreadsheet inside of an archive. */
export function nestedArchive(): Buffer {
  return Buffer.from(zipSync({ 'danh-sach.xlsx': new Uint8Array(rawXlsx('<sheetData/>')) }));
}

/** Entities that stand for each other, ten times at every step. */
export function entityBomb(): Buffer {
  const entities = Array.from({ length: 10 }, (_, i) => `<!ENTITY e${i + 1} "${`&e${i};`.repeat(10)}">`).join('');
  return rawXlsx('<sheetData/>', {
    'xl/sharedStrings.xml': strToU8(
      `<?xml version="1.0"?><!DOCTYPE s [<!ENTITY e0 "ha">${entities}]><sst><si><t>&e10;</t></si></sst>`,
    ),
  });
}

const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

function withStrings(sheetXml: string, strings: string): Buffer {
  const rel = (id: number, type: string, target: string) =>
    `<Relationship Id="rId${id}" Type="${relationships}/${type}" Target="${target}"/>`;
  return rawXlsx(sheetXml, {
    'xl/_rels/workbook.xml.rels': strToU8(
      `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${rel(1, 'worksheet', 'worksheets/sheet1.xml')}${rel(2, 'sharedStrings', 'sharedStrings.xml')}</Relationships>`,
    ),
    'xl/sharedStrings.xml': strToU8(`<?xml version="1.0"?><sst xmlns="${main}">${strings}</sst>`),
  });
}

/** One string of megabytes that every cell shows. */
export function sharedStringBomb(megabytes = 20, cells = 60_000): Buffer {
  const rows = Array.from({ length: cells / 10 }, (_, r) => {
    const filled = Array.from(
      { length: 10 },
      (_unused, c) => `<c r="${String.fromCharCode(65 + c)}${r + 1}" t="s"><v>0</v></c>`,
    );
    return `<row r="${r + 1}">${filled.join('')}</row>`;
  });
  return withStrings(`<sheetData>${rows.join('')}</sheetData>`, `<si><t>${'a'.repeat(megabytes * MB)}</t></si>`);
}

/** More strings than any list has. */
export function manyStrings(count = 300_000): Buffer {
  return withStrings(`<sheetData><row r="1">${inline('A1', 'a')}</row></sheetData>`, '<si><t>a</t></si>'.repeat(count));
}

/** A list whose cells make a pattern with two open ends try every split: long, and never what it looks for. */
export function quadraticCells(header: readonly string[], length = 60_000, cells = 30): Buffer {
  const name = `Lê ${' '.repeat(length)}x${'('.repeat(length / 2)}`;
  const phone = `0512${' .o'.repeat(length / 3)}`;
  const rows = Array.from({ length: cells }, () => [
    '1',
    `Thôn ${'0'.repeat(length)}`,
    '3',
    name,
    `Tổ trưởng${' -'.repeat(length / 2)}`,
    phone,
  ]);
  return rawXlsx(`<sheetData>${rowsXml([header, ...rows])}</sheetData>`);
}
