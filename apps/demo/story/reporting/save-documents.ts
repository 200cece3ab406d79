/** The accepted report and Appendix 1 as files, where a person can open them. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { routes } from '#contracts';
import { dim, line } from '../../terminal.ts';
import { claim } from '../checked.ts';
import type { ReportingStory } from './reporting-story.ts';

const starts = { docx: 'PK', xlsx: 'PK', pdf: '%PDF-' } as const;

export async function saveDocuments({ main, folder }: ReportingStory, reportId: string): Promise<void> {
  const out = join(folder, 'giay-to');
  await mkdir(out, { recursive: true });
  const files: string[] = [];
  const keep = async (name: string, format: keyof typeof starts, file: Buffer) => {
    claim(
      `${name}.${format}, ${Math.ceil(file.length / 1024)} KB`,
      file.subarray(0, 5).toString().startsWith(starts[format]),
    );
    const path = join(out, `${name}.${format}`);
    await writeFile(path, file);
    files.push(path);
  };
  for (const format of ['docx', 'pdf'] as const) {
    const query = { format, number: '5' };
    await keep(
      'bao-cao-thang',
      format,
      await main.focal.download(routes.reportDocument, { params: { reportId }, query }),
    );
  }
  for (const format of ['xlsx', 'docx', 'pdf'] as const) {
    const call = { params: { unitId: main.unitId }, query: { format, purpose: 'report' } };
    await keep('phu-luc-1', format, await main.focal.download(routes.appendix1, call));
  }
  for (const path of files) line(`     ${dim(path)}`);
}
