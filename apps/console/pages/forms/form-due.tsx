import { formatDate } from '#i18n';
import { useIdentity } from '../../api/me.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { dueText } from './form-facts.ts';

/** How long is left, and until the end of which day. */
export function Due({ dueOn, isOver }: { dueOn: string; isOver: boolean }) {
  const { t, lang } = useI18n();
  const { me } = useIdentity();
  return (
    <>
      <span className={isOver ? 'late' : ''}>{dueText(t, me.today, dueOn)}</span>
      <span className="cell-2">{t('forms.dueOn', { date: formatDate(dueOn, lang) })}</span>
    </>
  );
}
