/** A figure of a report and what it counts, as they are read. */
import { figureOf, type Pair } from '#contracts/reporting/figures';
import { formatNumber, type Lang } from '#i18n';
import type { Schemas } from '../../api/client.ts';

/** "1.234", "33,3"; "–" where it is not reported: 0 is a figure. */
export function pairText(pair: Pair, indicator: Pick<Schemas['ReportIndicator'], 'aggregation'>, lang: Lang): string {
  const value = figureOf(pair, indicator.aggregation);
  return value === null ? '–' : formatNumber(value, lang);
}

export const nameOf = ({ name, nameEn }: Pick<Schemas['ReportIndicator'], 'name' | 'nameEn'>, lang: Lang): string =>
  lang === 'en' ? nameEn || name : name;

export const unitOf = ({ unit, unitEn }: Pick<Schemas['ReportIndicator'], 'unit' | 'unitEn'>, lang: Lang): string =>
  lang === 'en' ? unitEn || unit : unit;
