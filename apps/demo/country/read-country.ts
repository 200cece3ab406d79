/**
 * A folder of CSV files as shared by those who keep lists of units: districts and communes on the last day, communes from the day
 * on, and which became which. One province or all of them; the days stand in the names of the files:
 * `districts_2025-06-30*.csv`, `communes_2025-06-30*.csv`, `communes_2025-07-01*.csv`, `mapping_2025-06-30_to_2025-07-01*.csv`.
 */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

export interface NamedUnit {
  code: string;
  fullName: string;
  /** Of the district or province above it. */
  above: string;
}
export interface CountryFiles {
  onDate: string;
  provinces: NamedUnit[];
  districts: NamedUnit[];
  before: NamedUnit[];
  after: NamedUnit[];
  /** As in the file, with the province of before. */
  mapping: {
    oldCode: string;
    oldName: string;
    newCode: string;
    newName: string;
    part: boolean;
    province: string;
    newProvince: string;
  }[];
}

type Row = Record<string, string>;

/** @throws Error that names what the folder lacks */
export async function readCountry(folder: string): Promise<CountryFiles> {
  const files = await readdir(folder);
  const days = files.flatMap(
    (name) => /^mapping_(\d{4}-\d\d-\d\d)_to_(\d{4}-\d\d-\d\d).*\.csv$/.exec(name)?.slice(1, 3) ?? [],
  );
  const [lastDay, onDate] = days;
  if (!lastDay || !onDate) throw new Error(`${folder} has no mapping_<day>_to_<day>*.csv`);
  const rows = async (start: string): Promise<Row[]> => {
    const names = files.filter((name) => name.startsWith(start) && name.endsWith('.csv')).toSorted();
    if (names.length === 0) throw new Error(`${folder} has no ${start}*.csv`);
    const texts = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')));
    return texts.flatMap(rowsOf);
  };
  const unit = (row: Row): NamedUnit => ({
    code: row['code'] ?? '',
    fullName: row['full_name'] ?? '',
    above: row['district_code'] || row['province_code'] || '',
  });
  const districts = await rows(`districts_${lastDay}`);
  const mapping = (await rows(`mapping_${lastDay}_to_${onDate}`)).map((row) => ({
    oldCode: row['old_code'] ?? '',
    oldName: row['old_full_name'] ?? '',
    newCode: row['new_code'] ?? '',
    newName: row['new_full_name'] ?? '',
    part: row['relation'] === 'part',
    province: row['old_province_code'] ?? '',
    newProvince: row['new_province_code'] ?? '',
  }));
  const codes = [...new Set(mapping.flatMap(({ province, newProvince }) => [province, newProvince]))].toSorted();
  return {
    onDate,
    // No list has their names.
    provinces: codes.map((code) => ({ code, fullName: `Tỉnh ${code}`, above: '' })),
    districts: districts.map(unit),
    before: (await rows(`communes_${lastDay}`)).map(unit),
    after: (await rows(`communes_${onDate}`)).map(unit),
    mapping,
  };
}

function rowsOf(text: string): Row[] {
  const [head, ...lines] = text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .filter((line) => line !== '')
    .map(cellsOf);
  return lines.map((cells) => Object.fromEntries((head ?? []).map((name, at) => [name, cells[at] ?? ''])));
}

const cellsOf = (line: string): string[] =>
  [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
    ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '',
  );

/** The list as the organiser uploads it: communes, then what stands above them and ends or goes on. */
export function listOf({
  provinces,
  districts,
  mapping,
}: Pick<CountryFiles, 'provinces' | 'districts' | 'mapping'>): string {
  // A district of islands that became a special zone is named among the communes.
  const zones = new Set(mapping.map(({ oldCode, oldName }) => `${oldCode} ${oldName}`));
  const heirs = new Map(mapping.map(({ province, newProvince }) => [province, newProvince]));
  const nameOf = (code: string): string => provinces.find((one) => one.code === code)?.fullName ?? '';
  const quoted = (cells: readonly string[]): string =>
    cells.map((cell) => (cell.includes(',') ? `"${cell}"` : cell)).join(',');
  const above = (code: string): string => heirs.get(code) ?? code;
  return [
    'old_code,old_full_name,new_code,new_full_name,relation,new_province_code',
    ...provinces.flatMap(({ code, fullName }) =>
      heirs.has(code) ? [quoted([code, fullName, above(code), nameOf(above(code)), 'whole', ''])] : [],
    ),
    ...districts.flatMap(({ code, fullName, above: province }) =>
      zones.has(`${code} ${fullName}`)
        ? []
        : [quoted([code, fullName, above(province), nameOf(above(province)), 'whole', ''])],
    ),
    ...mapping.map(({ oldCode, oldName, newCode, newName, part, newProvince }) =>
      quoted([oldCode, oldName, newCode, newName, part ? 'part' : 'whole', newProvince]),
    ),
  ].join('\n');
}
