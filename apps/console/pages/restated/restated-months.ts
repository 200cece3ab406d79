/** Months in the units of today beside each other: what can be drawn, and which months cannot be, or not wholly. Pure. */
import type { Schemas } from '../../api/client.ts';
import type { Restated } from './restated.ts';

/** Figures by month, and what their codes mean. */
export interface FigureMonths {
  months: readonly (Pick<Schemas['Dashboard']['months'][number], 'month' | 'figures'> & { reportId?: string | null })[];
  indicators: readonly Schemas['Dashboard']['indicators'][number][];
}

/** A figure that cannot be divided is a gap in its line, never a share. */
export function asMonths(views: readonly Restated[]): FigureMonths {
  const indicators = new Map(views.flatMap(({ figures }) => figures.map((one) => [one.indicator.code, one.indicator])));
  return {
    months: views.map(({ month, figures }) => ({
      month,
      figures: figures.filter(({ known }) => known).map(({ indicator, pair }) => ({ code: indicator.code, pair })),
    })),
    indicators: [...indicators.values()],
  };
}

export interface Gaps {
  /** Months whose figure nobody can divide. */
  undivided: string[];
  /** Months whose figure is without the units that have not sent. */
  partial: string[];
  /** Months of which nothing was sent. */
  unsent: string[];
}

export function gapsOf(views: readonly Restated[], code: string): Gaps {
  const of = (is: (view: Restated) => boolean) => views.filter(is).map(({ month }) => month);
  const isUndivided = ({ figures }: Restated) =>
    figures.some(({ indicator, known }) => indicator.code === code && !known);
  const isUnsent = ({ parts, missing }: Restated) => parts.length === 0 && missing.length > 0;
  return {
    undivided: of(isUndivided),
    partial: of((view) => view.missing.length > 0 && !isUnsent(view) && !isUndivided(view)),
    unsent: of(isUnsent),
  };
}
