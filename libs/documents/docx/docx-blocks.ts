/** Blocks of a document as WordprocessingML. */
import type { Align, Block, Columns, TableCell, TableRow, Paragraph, Rule, Run, Table } from '../text-document.ts';

/** What surrounds a block. */
interface Context {
  /** At hand, in mm. */
  width: number;
  size: number;
  leading: number;
}

export const twips = (mm: number) => Math.round((mm * 1440) / 25.4);

// oxlint-disable-next-line no-control-regex -- XML 1.0 has no place for these
const FORBIDDEN =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

export const textXml = (text: string) => text.replace(FORBIDDEN, '').replace(/[&<>"]/g, (one) => ENTITIES[one] ?? '');

export function blockXml(block: Block, context: Context): string {
  if (block.kind === 'paragraph') return paragraphXml(block, context);
  if (block.kind === 'rule') return ruleXml(block, context);
  if (block.kind === 'columns') return columnsXml(block, context);
  if (block.kind === 'table') return tableXml(block);
  throw new Error('A new page begins between blocks, never inside one');
}

const ALIGNS: Record<Align, string> = { left: 'left', center: 'center', right: 'right', justify: 'both' };

/** The order of elements is that of the schema: Word refuses others. */
function paragraphXml(
  { runs, align, firstLine, before, keepNext, heading }: Omit<Paragraph, 'kind'>,
  { size, leading }: Pick<Context, 'size' | 'leading'>,
): string {
  const line = leading > 0 ? ` w:line="${Math.round(240 * (1 + leading / (size * 1.15)))}" w:lineRule="auto"` : '';
  const properties =
    (keepNext ? '<w:keepNext/>' : '') +
    `<w:spacing w:before="${(before ?? 0) * 20}" w:after="0"${line}/>` +
    (firstLine ? `<w:ind w:firstLine="${twips(firstLine)}"/>` : '') +
    (align ? `<w:jc w:val="${ALIGNS[align]}"/>` : '') +
    (heading ? `<w:outlineLvl w:val="${heading - 1}"/>` : '');
  return `<w:p><w:pPr>${properties}</w:pPr>${runs.map(runXml).join('')}</w:p>`;
}

function runXml({ text, bold, italic, size }: Run): string {
  const properties =
    (bold ? '<w:b/><w:bCs/>' : '') +
    (italic ? '<w:i/><w:iCs/>' : '') +
    (size ? `<w:sz w:val="${size * 2}"/><w:szCs w:val="${size * 2}"/>` : '');
  const lines = text.split('\n').map((line) => `<w:t xml:space="preserve">${textXml(line)}</w:t>`);
  return `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}${lines.join('<w:br/>')}</w:r>`;
}

/** The lower border of an empty line, drawn in to its length. */
function ruleXml({ length }: Rule, { width }: Context): string {
  const aside = twips(Math.max(0, (width - length) / 2));
  return (
    '<w:p><w:pPr><w:pBdr><w:bottom w:val="single" w:sz="6" w:space="0" w:color="000000"/></w:pBdr>' +
    `<w:spacing w:before="0" w:after="0" w:line="60" w:lineRule="exact"/><w:ind w:left="${aside}" w:right="${aside}"/><w:rPr><w:sz w:val="4"/></w:rPr></w:pPr></w:p>`
  );
}

function columnsXml({ widths, cells, before }: Columns, context: Context): string {
  const inside = cells.map((blocks, i) => {
    const kept = blocks.map((block) => (block.kind === 'paragraph' ? { ...block, keepNext: true } : block));
    const width = widths[i] ?? 0;
    const xml = kept.map((block) => blockXml(block, { ...context, leading: 0, width })).join('');
    return `<w:tc><w:tcPr><w:tcW w:w="${twips(width)}" w:type="dxa"/></w:tcPr>${xml || '<w:p/>'}</w:tc>`;
  });
  return (
    gap(before) +
    `<w:tbl><w:tblPr><w:tblW w:w="${total(widths)}" w:type="dxa"/><w:tblLayout w:type="fixed"/></w:tblPr>${gridXml(widths)}` +
    `<w:tr><w:trPr><w:cantSplit/></w:trPr>${inside.join('')}</w:tr></w:tbl>`
  );
}

const gap = (before: number | undefined) =>
  before
    ? `<w:p><w:pPr><w:keepNext/><w:spacing w:before="0" w:after="0" w:line="${before * 20}" w:lineRule="exact"/><w:rPr><w:sz w:val="4"/></w:rPr></w:pPr></w:p>`
    : '';
const total = (widths: readonly number[]) => widths.reduce((sum, width) => sum + twips(width), 0);
const gridXml = (widths: readonly number[]) =>
  `<w:tblGrid>${widths.map((width) => `<w:gridCol w:w="${twips(width)}"/>`).join('')}</w:tblGrid>`;

const LINES = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
  .map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>`)
  .join('');

function tableXml(table: Table): string {
  const { widths, header, groups, before } = table;
  const rows = [
    ...header.map((row) => rowXml(row, table, { isHeader: true, keepNext: true })),
    ...groups.flatMap((group) =>
      group.map((row, i) => rowXml(row, table, { isHeader: false, keepNext: i < group.length - 1 })),
    ),
  ];
  return (
    gap(before) +
    `<w:tbl><w:tblPr><w:tblW w:w="${total(widths)}" w:type="dxa"/><w:tblBorders>${LINES}</w:tblBorders><w:tblLayout w:type="fixed"/>` +
    '<w:tblCellMar><w:top w:w="28" w:type="dxa"/><w:left w:w="60" w:type="dxa"/><w:bottom w:w="28" w:type="dxa"/><w:right w:w="60" w:type="dxa"/></w:tblCellMar></w:tblPr>' +
    `${gridXml(widths)}${rows.join('')}</w:tbl>`
  );
}

interface Place {
  isHeader: boolean;
  keepNext: boolean;
}

/** A team's rows stay together: none is split, and each but the last is tied to the next. */
function rowXml(row: TableRow, table: Table, place: Place): string {
  const cells: string[] = [];
  for (let column = 0; column < row.length; column += row[column]?.across ?? 1)
    cells.push(cellXml(row[column] ?? null, column, table, place));
  return `<w:tr><w:trPr><w:cantSplit/>${place.isHeader ? '<w:tblHeader/>' : ''}</w:trPr>${cells.join('')}</w:tr>`;
}

function cellXml(
  cell: TableCell | null,
  column: number,
  { widths, aligns, size }: Table,
  { isHeader, keepNext }: Place,
): string {
  const across = cell?.across ?? 1;
  const width = total(widths.slice(column, column + across));
  const merge = cell === null ? '<w:vMerge/>' : (cell.down ?? 1) > 1 ? '<w:vMerge w:val="restart"/>' : '';
  const properties = `<w:tcW w:w="${width}" w:type="dxa"/>${across > 1 ? `<w:gridSpan w:val="${across}"/>` : ''}${merge}<w:vAlign w:val="center"/>`;
  const words: Partial<TableCell> = cell ?? {};
  const { text = '', bold, italic, align = isHeader ? 'center' : aligns[column] } = words;
  const paragraph = paragraphXml(
    { runs: text === '' ? [] : [{ text, bold: bold ?? isHeader, italic, size }], align, keepNext },
    { size, leading: 0 },
  );
  return `<w:tc><w:tcPr>${properties}</w:tcPr>${text === '' ? emptyCell(keepNext) : paragraph}</w:tc>`;
}

const emptyCell = (keepNext: boolean) =>
  `<w:p><w:pPr>${keepNext ? '<w:keepNext/>' : ''}<w:spacing w:before="0" w:after="0"/></w:pPr></w:p>`;
