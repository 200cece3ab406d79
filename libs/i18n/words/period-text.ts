import type { LongPeriod } from '#contracts/reporting/long-periods';
import type { Lang } from '../dates.ts';

const words: Record<LongPeriod, Record<Lang, string>> = {
  Q1: { vi: 'quý I năm', en: 'quarter 1 of' },
  Q2: { vi: 'quý II năm', en: 'quarter 2 of' },
  Q3: { vi: 'quý III năm', en: 'quarter 3 of' },
  Q4: { vi: 'quý IV năm', en: 'quarter 4 of' },
  H1: { vi: '6 tháng đầu năm', en: 'the first 6 months of' },
  H2: { vi: '6 tháng cuối năm', en: 'the last 6 months of' },
  M9: { vi: '9 tháng đầu năm', en: 'the first 9 months of' },
  Y: { vi: 'năm', en: 'the year' },
};

/** "6 tháng cuối năm 2026", as it stands within a sentence. */
export const longPeriodText = ({ code, year }: { code: LongPeriod; year: number }, lang: Lang): string =>
  `${words[code][lang]} ${year}`;
