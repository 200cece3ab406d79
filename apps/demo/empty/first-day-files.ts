/** The files of a first day: what a province would have at hand. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeWorkbook } from '#documents';
import { foldMarks } from '#i18n/fold';
import { workbookOf } from '../seed/load-teams.ts';
import { rosterOf } from '../seed/rosters.ts';
import { officerRows, rosterCommunes, unitRows } from './invented-province.ts';

export interface FirstDayFile {
  name: string;
  bytes: Buffer;
}

const sheet = (name: string, rows: string[][]) => ({
  name,
  rows,
  boldRows: [0],
  textColumns: (rows[0] ?? []).map((_, column) => column),
  widths: (rows[0] ?? []).map(() => 26),
});

export async function firstDayFiles(): Promise<{
  units: FirstDayFile;
  officers: FirstDayFile;
  rosters: FirstDayFile[];
}> {
  const rosters = rosterCommunes().map(async (commune, i) => ({
    name: `${i + 3}-phu-luc-1-xa-${foldMarks(commune.name).replaceAll(' ', '-')}.xlsx`,
    bytes: await workbookOf(commune, rosterOf(commune, 8990 + i)),
  }));
  return {
    units: { name: '1-danh-muc-don-vi.xlsx', bytes: await writeWorkbook([sheet('Đơn vị', unitRows())]) },
    officers: { name: '2-danh-sach-can-bo.xlsx', bytes: await writeWorkbook([sheet('Cán bộ', officerRows())]) },
    rosters: await Promise.all(rosters),
  };
}

/** Puts them into the folder. */
export async function writeFirstDay(folder: string): Promise<string[]> {
  const { units, officers, rosters } = await firstDayFiles();
  const files = [units, officers, ...rosters];
  await mkdir(folder, { recursive: true });
  for (const { name, bytes } of files) await writeFile(join(folder, name), bytes);
  return files.map(({ name }) => name);
}
