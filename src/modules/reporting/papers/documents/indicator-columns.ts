/** Columns of the table of indicators, on paper and as a sheet; days of a campaign have nothing before them and no plan. Pure. */
import type { CellValue, SheetToWrite } from '#documents';
import { formatNumber } from '#i18n';
import { figureText, noteOf, type PrintedFigure, shown, valueOf } from '../../reports/report/report-figures.ts';
import type { ReportDocument } from '../../reports/report/report-document.types.ts';

type Align = NonNullable<SheetToWrite['aligns']>[number];

interface Column {
  title: string;
  /** On paper in parts of its width, on a sheet in characters. */
  widths: { paper: number; sheet: number };
  align: Align;
  text: (figure: PrintedFigure) => string;
  /** Numbers as numbers, so that they can be worked with; what is not reported stays "–". */
  cell: (figure: PrintedFigure) => CellValue;
}

const known = (number: number | null): string => (number === null ? '' : formatNumber(number));

const words = (title: string, align: Align, [paper, sheet]: [number, number], of: Column['text']): Column => ({
  title,
  widths: { paper, sheet },
  align,
  text: of,
  cell: of,
});
const value = (title: string, [paper, sheet]: [number, number], which: 'before' | 'now' | 'year'): Column => ({
  title,
  widths: { paper, sheet },
  align: 'right',
  text: (figure) => figureText(figure, which),
  cell: (figure) => valueOf(figure, figure[which]) ?? shown(null),
});
const planned = (title: string, [paper, sheet]: [number, number], of: 'plan' | 'percent'): Column => ({
  title,
  widths: { paper, sheet },
  align: 'right',
  text: (figure) => known(figure[of]),
  cell: (figure) => figure[of],
});

const name = words('Chỉ tiêu', 'left', [48, 46], (figure) => figure.name);
const unit = words('ĐVT', 'center', [15, 12], (figure) => figure.unit);
const note: Column = {
  title: 'Ghi chú',
  widths: { paper: 14, sheet: 30 },
  align: 'left',
  text: noteOf,
  cell: (figure) => {
    const typed = figure.isTyped ? `Số nhập tay${figure.source ? `: ${figure.source}` : ''}` : '';
    return [typed, noteOf(figure)].filter(Boolean).join('. ');
  },
};

const ofMonth: readonly Column[] = [
  name,
  unit,
  value('Kỳ trước', [16, 12], 'before'),
  value('Trong kỳ', [16, 12], 'now'),
  value('Luỹ kế năm', [18, 14], 'year'),
  planned('Kế hoạch năm', [18, 14], 'plan'),
  planned('%', [10, 8], 'percent'),
  note,
];
const ofDays: readonly Column[] = [
  { ...name, widths: { paper: 90, sheet: 60 } },
  unit,
  value('Kết quả', [20, 14], 'now'),
  { ...note, widths: { paper: 30, sheet: 40 } },
];

/** Behind the running number. */
export const columnsOf = ({ campaign }: Pick<ReportDocument, 'campaign'>): readonly Column[] =>
  campaign === null ? ofMonth : ofDays;
