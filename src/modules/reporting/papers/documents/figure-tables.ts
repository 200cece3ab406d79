/** The tables of a report: its indicators, and one row for each unit below. On paper and as sheets. Pure. */
import type { Pillar } from '#contracts/enums';
import { fitColumns } from '#documents';
import type { Align, Block, CellValue, Merge, SheetToWrite, TableCell, TableRow } from '#documents';
import { appendixTitle, attachedTo, line, officeName } from './decree-30.ts';
import { columnsOf } from './indicator-columns.ts';
import { figureText, type PrintedFigure, shown, typedNote, valueOf } from '../../reports/report/report-figures.ts';
import type { ReportDocument, SubUnit } from '../../reports/report/report-document.types.ts';

const NUMBER = { title: 'TT', align: 'center', paper: 10, sheet: 6 } as const;
const pillarNames: Record<Pillar, string> = {
  organization: 'Tổ chức',
  communication: 'Tuyên truyền',
  digital_government: 'Chính quyền số',
  digital_economy: 'Kinh tế số',
  digital_society: 'Xã hội số',
};

/** Figures of units that a row on paper has room for. */
export const unitColumns = ['TC01', 'TC03', 'TT02', 'CQ01', 'CQ02'];
const UNIT_WIDTHS = [10, 45, 30, 16, 16, 16, 16, 16];
const UNIT_ALIGNS: Align[] = ['center', 'left', 'left', 'right', 'right', 'right', 'right', 'right'];

export function statusText({ status, daysLate }: Pick<SubUnit, 'status' | 'daysLate'>): string {
  if (status === 'on_time') return 'Đúng hạn';
  if (status === 'late') return `Trễ ${daysLate} ngày`;
  if (status === 'returned') return 'Đã trả lại, chưa gửi lại';
  return status === 'missing' ? `Chưa gửi, trễ ${daysLate} ngày` : 'Chưa gửi';
}

const headOf = ({ number, issuedOn, office, unit }: ReportDocument) =>
  attachedTo({ number, issuedOn, symbol: office.symbol, office: officeName(unit.fullName) });

/** Each table is an appendix on a page of its own, counted from 1 anew. */
export function figureTables(report: ReportDocument): Block[] {
  const count = report.units === null ? 1 : 2;
  const tables = [indicatorTable(report), ...(report.units === null ? [] : [unitTable(report, report.units)])];
  return tables.flatMap(({ title, blocks }, i): Block[] => [
    { kind: 'part' },
    line(appendixTitle(i, count), { bold: true, size: 14 }, { keepNext: true, heading: 2 }),
    line(title, { bold: true, size: 14 }, { keepNext: true }),
    line(headOf(report), { italic: true, size: 14 }, { keepNext: true }),
    ...blocks,
  ]);
}

interface Titled {
  title: string;
  blocks: Block[];
}

/** Teams and their people come before their training, as the catalogue has it; codes alone would turn that round. */
const inOrder = (figures: readonly PrintedFigure[]): PrintedFigure[] => {
  const training = ({ code }: PrintedFigure) => Number(code.startsWith('DT'));
  return figures.toSorted((a, b) => training(a) - training(b) || (a.code < b.code ? -1 : 1));
};

function byPillar(figures: readonly PrintedFigure[]): [string, PrintedFigure[]][] {
  const found = new Map<Pillar, PrintedFigure[]>();
  for (const figure of inOrder(figures)) found.set(figure.pillar, [...(found.get(figure.pillar) ?? []), figure]);
  return (Object.keys(pillarNames) as Pillar[]).flatMap((pillar) => {
    const list = found.get(pillar);
    return list ? [[pillarNames[pillar], list] as [string, PrintedFigure[]]] : [];
  });
}

function indicatorTable(report: ReportDocument): Titled {
  let number = 0;
  const columns = columnsOf(report);
  const groups = byPillar(report.figures).flatMap(([name, figures]) => {
    const rows = figures.map((figure) => [
      [String(++number), ...columns.map(({ text }) => text(figure))].map((text): TableCell => ({ text })),
    ]);
    // The pillar's line does not stand alone at the foot of a page.
    return [[pillarRow(name, columns.length), ...(rows[0] ?? [])], ...rows.slice(1)];
  });
  const note = typedNote(report.figures);
  return {
    title: 'BIỂU SỐ LIỆU',
    blocks: [
      fitColumns({
        kind: 'table',
        widths: [NUMBER.paper, ...columns.map(({ widths }) => widths.paper)],
        size: 11,
        aligns: [NUMBER.align, ...columns.map(({ align }) => align)],
        header: [[NUMBER.title, ...columns.map(({ title }) => title)].map((text) => ({ text }))],
        groups,
        before: 6,
      }),
      ...(note ? [line(note, { italic: true, size: 11 }, { align: 'left', before: 4 })] : []),
    ],
  };
}

/** Over the number and the columns behind it. */
function pillarRow(name: string, columns: number): TableRow {
  const head: TableCell = { text: name, bold: true, align: 'left', across: columns + 1 };
  return [head, ...Array.from({ length: columns }, () => null)];
}

function unitTable(report: ReportDocument, units: readonly SubUnit[]): Titled {
  const byCode = new Map(report.figures.map((figure) => [figure.code, figure]));
  const figures = unitColumns.flatMap((code) => byCode.get(code) ?? []);
  const total: TableRow = [
    { text: '' },
    { text: 'Cộng', bold: true },
    { text: '' },
    ...figures.map((figure) => ({ text: figureText(figure, 'now'), bold: true })),
  ];
  const rows = units.map(
    (unit, i): TableRow => [
      { text: String(i + 1) },
      { text: unit.name },
      { text: statusText(unit) },
      ...figures.map(({ code }) => ({ text: shown(unit.figures.get(code) ?? null) })),
    ],
  );
  return {
    title: 'TÌNH HÌNH BÁO CÁO CỦA CÁC ĐƠN VỊ',
    blocks: [
      fitColumns({
        kind: 'table',
        widths: UNIT_WIDTHS.slice(0, 3 + figures.length),
        size: 11,
        aligns: UNIT_ALIGNS,
        header: [['TT', 'Đơn vị', 'Tình trạng', ...figures.map(({ name }) => name)].map((text) => ({ text }))],
        groups: [...rows.map((row) => [row]), [total]],
        before: 6,
      }),
    ],
  };
}

/** The table as a sheet: numbers as numbers, so that they can be worked with; what is not reported stays "–". */
export function reportSheets(report: ReportDocument): SheetToWrite[] {
  const sheets = [indicatorSheet(report)];
  if (report.units !== null) sheets.push(unitSheet(report, report.units));
  return sheets;
}

function indicatorSheet(report: ReportDocument): SheetToWrite {
  const columns = columnsOf(report);
  const header = [NUMBER.title, ...columns.map(({ title }) => title)];
  const rows: CellValue[][] = [['BIỂU SỐ LIỆU'], [headOf(report)], [report.draft], header];
  const head = rows.length - 1;
  const bold = [0, head];
  const merges: Merge[] = [0, 1, 2].map((row) => wide(row, header.length));
  let count = 0;
  for (const [name, figures] of byPillar(report.figures)) {
    bold.push(rows.length);
    merges.push(wide(rows.length, header.length));
    rows.push([name]);
    for (const figure of figures) rows.push([++count, ...columns.map(({ cell }) => cell(figure))]);
  }
  return {
    name: 'Biểu số liệu',
    rows,
    merges,
    widths: [NUMBER.sheet, ...columns.map(({ widths }) => widths.sheet)],
    boldRows: bold,
    centredRows: [0, 1, 2, head],
    repeatedRows: { top: head, bottom: head },
    aligns: [NUMBER.align, ...columns.map(({ align }) => align)],
    table: { top: head, bottom: rows.length - 1, right: header.length - 1 },
    landscape: true,
  };
}

const wide = (row: number, columns: number): Merge => ({ top: row, left: 0, bottom: row, right: columns - 1 });

function unitSheet(report: ReportDocument, units: readonly SubUnit[]): SheetToWrite {
  const codes = report.figures.map(({ code }) => code);
  const header = ['TT', 'Đơn vị', 'Tình trạng', ...report.figures.map(({ name, unit }) => `${name} (${unit})`)];
  const rows: CellValue[][] = [
    header,
    ...units.map((unit, i) => [
      i + 1,
      unit.name,
      statusText(unit),
      ...codes.map((code) => unit.figures.get(code) ?? shown(null)),
    ]),
    [null, 'Cộng', null, ...report.figures.map((figure) => valueOf(figure, figure.now) ?? shown(null))],
  ];
  return {
    name: 'Các đơn vị',
    rows,
    widths: [6, 28, 22, ...codes.map(() => 14)],
    boldRows: [0, rows.length - 1],
    centredRows: [0],
    repeatedRows: { top: 0, bottom: 0 },
    frozenRows: 1,
    table: { top: 0, bottom: rows.length - 1, right: header.length - 1 },
    landscape: true,
  };
}
