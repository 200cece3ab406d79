/** Reads GSO-style lists of units (code, name, full_name, type, parent code), as the statistics office publishes them. */
import type { UnitKind } from '#contracts/enums';

export interface UnitLine {
  row: number;
  code: string;
  name: string;
  type: string;
  parentCode: string;
}

export interface LineFinding {
  row: number;
  column: string;
  code: string;
  params: Record<string, unknown>;
}

export interface UnitTable {
  lines: UnitLine[];
  findings: LineFinding[];
}

const typeWords: Record<string, string> = {
  tinh: 'tỉnh',
  thanh_pho: 'thành phố',
  thanh_pho_truc_thuoc_trung_uong: 'thành phố',
  quan: 'quận',
  huyen: 'huyện',
  thi_xa: 'thị xã',
  phuong: 'phường',
  xa: 'xã',
  thi_tran: 'thị trấn',
  dac_khu: 'đặc khu',
  thon: 'thôn',
  ban: 'bản',
  pho: 'phố',
  khu_pho: 'khu phố',
  to_dan_pho: 'tổ dân phố',
};
const parentColumn: Partial<Record<UnitKind, string>> = {
  district: 'province_code',
  commune: 'district_code',
  hamlet: 'commune_code',
};

/** Lines of the table, and one finding per cell that cannot be used. Undefined when the header lacks code or name. */
export function readUnitTable(texts: readonly (readonly string[])[], kind: UnitKind): UnitTable | undefined {
  const rows = texts.map((row) => row.map((text) => text.normalize('NFC')));
  const header = rows[0]?.map((cell) => cell.trim().toLowerCase()) ?? [];
  if (!header.includes('code') || !header.includes('name')) return undefined;
  const at = (row: readonly string[], column: string) => row[header.indexOf(column)]?.trim() ?? '';
  const findings: LineFinding[] = [];
  const seen = new Set<string>();
  const lines = rows.slice(1).flatMap((cells, index) => {
    const row = index + 2;
    if (cells.every((cell) => cell.trim() === '')) return [];
    const line = {
      row,
      code: at(cells, 'code'),
      name: at(cells, 'name'),
      type: typeWords[at(cells, 'type')] ?? at(cells, 'type'),
      parentCode: at(cells, parentColumn[kind] ?? 'parent_code') || at(cells, 'province_code'),
    };
    const problem = problemOf(line, seen);
    if (problem) findings.push({ row, ...problem });
    seen.add(line.code);
    return problem ? [] : [line];
  });
  return { lines, findings };
}

function problemOf({ code, name, type }: UnitLine, seen: Set<string>): Omit<LineFinding, 'row'> | undefined {
  if (!/^\d{1,10}$/.test(code)) return { column: 'code', code: 'unit.codeNotDigits', params: { value: code } };
  if (seen.has(code)) return { column: 'code', code: 'unit.codeTwice', params: { value: code } };
  if (name === '') return { column: 'name', code: 'unit.nameMissing', params: {} };
  if (type === '') return { column: 'type', code: 'unit.typeMissing', params: {} };
  return undefined;
}
