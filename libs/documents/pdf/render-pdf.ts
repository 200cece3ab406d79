/**
 * Documents as PDF, set by Typst in a process of its own: no browser, no network. Data goes in as JSON and is shown
 * letter by letter, whatever a name contains.
 */
import { DocumentProcess } from '../document-process.ts';
import type { Block, TableCell } from '../text-document.ts';
import { scriptBeside } from '../script-beside.ts';
import { breakable } from '../table-widths.ts';
import type { PdfTemplates } from './templates.ts';
import type { PdfJob } from './pdf-worker.ts';

/** A document of thirty pages takes less than a second; the first one also loads the compiler. */
const typesetter = new DocumentProcess<PdfJob>(scriptBeside(import.meta.url, './pdf-worker'), 30_000);
/** Beyond so many bytes of data a document is a long list, which marks of structure would make ten times as large and slow. */
const TAGGED_BYTES = 100_000;

/** @throws Error when the template and the data do not fit: a bug, not a matter of input */
export function renderPdf<T extends keyof PdfTemplates>(template: T, data: PdfTemplates[T]): Promise<Buffer> {
  const json = JSON.stringify('blocks' in data ? { ...data, blocks: data.blocks.map(lightened) } : data, withBreaks);
  return typesetter.make(template, { template, data: json, tagged: json.length < TAGGED_BYTES });
}

/** Pictures come as letters too, and are no words. */
const withBreaks = (_: string, value: unknown): unknown =>
  typeof value === 'string' && !value.startsWith('<svg') ? breakable(value) : value;

/** Cells that are words and nothing else go as words: to look into each costs the template more than to set it. */
function lightened(block: Block): unknown {
  if (block.kind === 'columns') return { ...block, cells: block.cells.map((blocks) => blocks.map(lightened)) };
  if (block.kind !== 'table') return block;
  return {
    ...block,
    groups: block.groups.map((group) => group.map((row) => row.map((cell) => cell && wordsOf(cell)))),
  };
}

function wordsOf(cell: TableCell): TableCell | string {
  return Object.keys(cell).length === 1 ? cell.text : cell;
}
