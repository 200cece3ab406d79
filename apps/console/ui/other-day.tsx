import { type MessageId, useI18n } from '../i18n/i18n.tsx';
import { formatDate } from '#i18n';
import { Notice } from './layout.tsx';

/** What is seen is as of another day, and the way back. `words` names the day as {day}. */
export function OtherDay({
  words,
  at,
  tone = 'doing',
  onToday,
}: {
  words: MessageId;
  at: string;
  tone?: 'new' | 'doing';
  onToday: () => void;
}) {
  const { t, lang } = useI18n();
  const back = (
    <button type="button" className="strong-link" onClick={onToday}>
      {t('act.backToToday')}
    </button>
  );
  return (
    <Notice tone={tone} icon="clock" action={back}>
      {t(words, { day: formatDate(at, lang, { withYear: true }) })}
    </Notice>
  );
}
