import { formatDate } from '#i18n';
import { type Translate, useI18n } from '../../i18n/i18n.tsx';
import type { Cut } from './dashboard-facts.ts';

/** What stands at the rule, on the axis. */
export const ruleLabel =
  (t: Translate, lang: 'vi' | 'en') =>
  (day: string): string =>
    t('rst.chart.rule', { day: formatDate(day, lang, { withYear: true }) });

/** What a rule in a chart means. */
export function CutNote({ cuts }: { cuts: readonly Cut[] }) {
  const { t, lang } = useI18n();
  return cuts.map(({ day }) => (
    <p key={day} className="caption">
      {t('rst.chart.cut', { day: formatDate(day, lang, { withYear: true }) })}
    </p>
  ));
}
