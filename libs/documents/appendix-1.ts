/**
 * Appendix 1 of the district's guidance ("PL1-2022"), word for word, as a sheet and as a document: one description of the form
 * for the empty file, for what is exported, and for what is printed. The form has no letterhead and no signature.
 */
import { type Align, decreeMargins, type Run, type TableRow, type TextDocument } from './text-document.ts';
import { fitColumns } from './table-widths.ts';
import type { CellValue, Merge } from './workbook.ts';
import type { SheetToWrite } from './write-workbook.ts';

/** Kept with what is printed, so that a later form does not change an earlier document. */
export const appendixTemplate = 'PL1-2022';

export const appendixHeader = [
  'Stt',
  'Tên Tổ công nghệ số cộng đồng',
  'Số lượng thành viên của tổ',
  'Họ tên',
  'Chức vụ',
  'Số điện thoại (Bắt buộc)',
];

export interface AppendixMember {
  fullName: string;
  /** "Tổ trưởng - Trưởng thôn" */
  post: string;
  /** National spelling; '' where there is none. */
  phone: string;
}
export interface AppendixTeam {
  name: string;
  members: AppendixMember[];
}
export interface Appendix1 {
  /** 'UBND xã Minh Sơn'; absent in the empty form. */
  unitName?: string | undefined;
  directive?: string | undefined;
  /** A commune has one without a name; above it, one a commune. */
  groups: { name: string | null; teams: AppendixTeam[] }[];
}

/** What stands above the table. Totals are counted, never taken over. */
function linesOf({ unitName, directive, groups }: Appendix1): string[] {
  const teams = groups.flatMap((group) => group.teams);
  const members = teams.reduce((sum, team) => sum + team.members.length, 0);
  const value = (text: string | number | undefined) => (text === undefined ? '' : ` ${text}`);
  const isEmpty = teams.length === 0;
  return [
    'PHỤ LỤC 1',
    `Tên đơn vị: ${unitName ?? 'UBND xã.....'}`,
    'BÁO CÁO',
    'Danh sách Tổ công nghệ số cộng đồng',
    `Thực hiện công văn số:${value(directive)}`,
    `Tổng số Tổ công nghệ số trên địa bàn:${value(isEmpty && unitName === undefined ? undefined : teams.length)}`,
    `Tổng số thành viên các tổ:${value(isEmpty && unitName === undefined ? undefined : members)}`,
    'Danh sách các tổ kèm theo:',
  ];
}

const COLUMNS = appendixHeader.length;
/** Letter's lines that stand in the middle. */
const CENTRED = [0, 2, 3];
const DOWN = [0, 1, 2];
const BLANKS = 30;

/** The empty form has its first row as printed, "Thôn....", and room to go on. */
export function appendixSheet(form: Appendix1): SheetToWrite {
  const rows: CellValue[][] = [...linesOf(form).map((line) => [line]), appendixHeader];
  const head = rows.length;
  const merges: Merge[] = CENTRED.map((row) => across(row));
  const bold = [...CENTRED, head - 1];
  if (form.groups.length === 0) {
    rows.push([null, 'Thôn....', null, null, null, null]);
    for (let i = 0; i < BLANKS; i++) rows.push(appendixHeader.map(() => null));
  }
  let number = 0;
  for (const { name, teams } of form.groups) {
    if (name !== null) {
      merges.push(across(rows.length));
      bold.push(rows.length);
      rows.push([name]);
    }
    for (const team of teams) {
      const [top, bottom] = [rows.length, rows.length + Math.max(1, team.members.length) - 1];
      if (bottom > top) merges.push(...DOWN.map((column) => ({ top, left: column, bottom, right: column })));
      rows.push(...teamRows(team, ++number));
    }
  }
  return {
    name: 'Phụ lục 1',
    rows,
    merges,
    widths: [6, 24, 14, 26, 30, 20],
    textColumns: [5],
    boldRows: bold,
    centredRows: [...CENTRED, head - 1],
    repeatedRows: { top: head - 1, bottom: head - 1 },
    aligns: ['center', 'left', 'center', 'left', 'left', 'center'],
    table: { top: head - 1, bottom: rows.length - 1, right: COLUMNS - 1 },
  };
}

const across = (row: number): Merge => ({ top: row, left: 0, bottom: row, right: COLUMNS - 1 });

function teamRows({ name, members }: AppendixTeam, number: number): CellValue[][] {
  if (members.length === 0) return [[number, name, 0, null, null, null]];
  return members.map(({ fullName, post, phone }, i) => [
    ...(i === 0 ? [number, name, members.length] : [null, null, null]),
    fullName,
    post,
    phone,
  ]);
}

/** Widths with which a phone of ten digits stays on one line at size 12. */
const WIDTHS = [11, 38, 17, 40, 32.5, 26.5];
const ALIGNS: Align[] = ['center', 'left', 'center', 'left', 'left', 'center'];

export function appendixDocument(form: Appendix1): TextDocument {
  const text = (line: string, run: Partial<Run>, align: Align, before: number) => ({
    kind: 'paragraph' as const,
    runs: [{ text: line, ...run }],
    align,
    before,
    keepNext: true,
  });
  const lines = linesOf(form).map((line, i) =>
    CENTRED.includes(i)
      ? text(line, { bold: true, size: 14 }, 'center', i === 2 ? 12 : 3)
      : text(line, { bold: i === 1 }, 'left', i === 4 ? 9 : 3),
  );
  let number = 0;
  const groups = form.groups.flatMap(({ name, teams }) => [
    ...(name === null ? [] : [[headingRow(name)]]),
    ...teams.map((team) => documentRows(team, ++number)),
  ]);
  return {
    title: `${linesOf(form)[3]} - ${form.unitName ?? ''}`,
    size: 13,
    leading: 0,
    margins: { ...decreeMargins },
    draft: null,
    blocks: [
      ...lines,
      fitColumns({
        kind: 'table',
        widths: WIDTHS,
        size: 12,
        aligns: ALIGNS,
        header: [appendixHeader.map((title) => ({ text: title }))],
        groups,
        before: 6,
      }),
    ],
  };
}

function headingRow(name: string): TableRow {
  return [{ text: name, bold: true, align: 'left', across: COLUMNS }, null, null, null, null, null];
}

function documentRows(team: AppendixTeam, number: number): TableRow[] {
  const down = Math.max(1, team.members.length);
  return teamRows(team, number).map((row, i) =>
    row.map((value, column) => {
      if (i > 0 && DOWN.includes(column)) return null;
      const cell = { text: value === null ? '' : String(value) };
      return DOWN.includes(column) && down > 1 ? { ...cell, down } : cell;
    }),
  );
}
