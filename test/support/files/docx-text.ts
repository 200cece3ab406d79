/** Reads back the words of .docx files of our own writer: one line a paragraph, cells included. */
import { strFromU8, unzipSync } from 'fflate';

export function partOf(docx: Buffer, name: string): string {
  const part = unzipSync(docx)[name];
  if (!part) throw new Error(`the file has no ${name}`);
  return strFromU8(part);
}

const ENTITIES: Record<string, string> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&amp;': '&' };
const plain = (xml: string) => xml.replace(/&(?:lt|gt|quot|amp);/g, (one) => ENTITIES[one] as string);

function textOf(paragraph: string): string {
  const parts = paragraph.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>|<w:br\/>/g);
  return [...parts].map(([, text]) => (text === undefined ? '\n' : plain(text))).join('');
}

export function linesOfDocx(docx: Buffer, part = 'word/document.xml'): string[] {
  return partOf(docx, part)
    .split('</w:p>')
    .map(textOf)
    .filter((text) => text.trim() !== '');
}

/** Rows of the nth table with lines around its cells, as texts of its cells. */
export function tableOfDocx(docx: Buffer, index = 0): string[][] {
  const tables = [...partOf(docx, 'word/document.xml').matchAll(/<w:tbl>.*?<\/w:tbl>/gs)].filter(([xml]) =>
    xml.includes('<w:tblBorders>'),
  );
  const rows = (tables[index]?.[0] ?? '').match(/<w:tr>.*?<\/w:tr>/gs) ?? [];
  return rows.map((row) => (row.match(/<w:tc>.*?<\/w:tc>/gs) ?? []).map((cell) => textOf(cell)));
}
