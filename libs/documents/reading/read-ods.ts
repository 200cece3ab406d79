/** Reads .ods, as LibreOffice writes it: repeated cells, merged ones, hidden rows and columns, what is struck through. */
import { SaxesParser } from 'saxes';
import { FileError, type Workbook } from '../workbook.ts';
import { finishSheet } from './cells.ts';
import { Budget, type ReadLimits } from './limits.ts';
import type { OdsListener } from './ods-listener.ts';
import { OdsStyles } from './ods-styles.ts';
import { OdsTables } from './ods-tables.ts';
import { openZip } from './open-zip.ts';
import { safeXml } from './safe-xml.ts';

const wanted = new Set(['content.xml', 'styles.xml', 'META-INF/manifest.xml']);

export async function readOds(data: Buffer, limits: ReadLimits): Promise<Workbook> {
  const parts = await openZip(data, (name) => wanted.has(name), limits);
  if (parts.get('META-INF/manifest.xml')?.includes('encryption-data')) throw new FileError('file.encrypted');
  const content = parts.get('content.xml');
  if (!content) throw new FileError('file.damaged');
  const styles = new OdsStyles();
  const common = parts.get('styles.xml');
  if (common) walk(safeXml(common, 'styles.xml'), [styles]);
  const tables = new OdsTables(styles, limits);
  walk(safeXml(content, 'content.xml'), [styles, tables]);
  const budget = new Budget(limits);
  return { format: 'ods', sheets: tables.sheets.map((sheet) => finishSheet(sheet, budget)) };
}

function walk(xml: string, listeners: readonly OdsListener[]): void {
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => {
    for (const listener of listeners) listener.open(name, attributes as Record<string, string>);
  });
  parser.on('closetag', ({ name }) => {
    for (const listener of listeners) listener.close(name);
  });
  const onText = (text: string) => {
    for (const listener of listeners) listener.text?.(text);
  };
  parser.on('text', onText);
  parser.on('cdata', onText);
  parser.on('error', (error) => {
    throw new FileError('file.damaged', {}, { cause: error });
  });
  parser.write(xml).close();
}
