import { formatDate } from '#i18n';
import type { Schemas } from '../../api/client.ts';
import { type Translate, useI18n } from '../../i18n/i18n.tsx';

type Reminded = Schemas['Reminded'];

function stepText(t: Translate, step: number): string {
  if (step === 0) return t('camp.step.on');
  return step < 0 ? t('camp.step.before', { n: -step }) : t('camp.step.after', { n: step });
}

/** "trước hạn 5 ngày, trước hạn 2 ngày, nhắc tay 27/6"; null when nothing went out. */
export function remindedText(
  t: Translate,
  { steps, byHandOn }: Reminded,
  day: (date: string) => string,
): string | null {
  const parts = [...steps].sort((a, b) => a - b).map((step) => stepText(t, step));
  if (byHandOn) parts.push(t('camp.byHand', { date: day(byHandOn) }));
  return parts.length > 0 ? parts.join(', ') : null;
}

/** Which reminders went out for a report that has not come. */
export function RemindedNote({ reminded }: { reminded: Reminded }) {
  const { t, lang } = useI18n();
  const text = remindedText(t, reminded, (date) => formatDate(date, lang));
  return <span className="cell-2">{text === null ? t('camp.noneReminded') : `${t('camp.reminded')}: ${text}`}</span>;
}
