/** Figures as a report prints them: "1.234,5", "0" where it is none, "–" where it is not reported, typed ones marked. Pure. */
import type { Aggregation, Pillar } from '#contracts/enums';
import { figureOf, type Pair } from '#contracts/reporting/figures';
import { formatNumber } from '#i18n';

export interface PrintedFigure {
  code: string;
  name: string;
  unit: string;
  pillar: Pillar;
  aggregation: Aggregation;
  before: Pair;
  now: Pair;
  year: Pair;
  plan: number | null;
  percent: number | null;
  /** From where an officer typed it; null where records say it. */
  source: string | null;
  isTyped: boolean;
  note: string | null;
  /** The part of `now` from days of earlier periods. */
  late: number;
}

/** Behind a typed figure. */
export const TYPED_MARK = '*';
export const NOT_REPORTED = '–';

export const shown = (value: number | null): string => (value === null ? NOT_REPORTED : formatNumber(value));

export function valueOf(figure: Pick<PrintedFigure, 'aggregation'>, pair: Pair): number | null {
  return figureOf(pair, figure.aggregation);
}

/** One of a figure's three columns as text. */
export function figureText(figure: PrintedFigure, which: 'before' | 'now' | 'year'): string {
  const text = shown(valueOf(figure, figure[which]));
  return which === 'now' && figure.isTyped && text !== NOT_REPORTED ? `${text}${TYPED_MARK}` : text;
}

export function noteOf({ note, late, unit }: Pick<PrintedFigure, 'note' | 'late' | 'unit'>): string {
  const part = late > 0 ? `Gồm ${formatNumber(late)} ${unit} của kỳ trước, xác nhận muộn` : '';
  return [note ?? '', part].filter(Boolean).join('. ');
}

/** What stands under the table about typed figures; '' without any. */
export function typedNote(figures: readonly PrintedFigure[]): string {
  const typed = figures.filter(({ isTyped }) => isTyped);
  if (typed.length === 0) return '';
  const sources = typed.map(({ name, source }) => (source ? `${name} (${source})` : name));
  return `${TYPED_MARK} Số liệu do cán bộ nhập, không lấy từ bản ghi: ${sources.join('; ')}.`;
}
