import { formatDate, formatTime } from '#i18n';
import { useIdentity } from '../api/me.tsx';
import { useI18n } from '../i18n/i18n.tsx';

/** Who printed a list of people and when; it stands on every sheet that leaves the screen. */
export function PrintMark({ screenToo = false }: { screenToo?: boolean }) {
  const { t, lang } = useI18n();
  const { me } = useIdentity();
  const day = formatDate(me.today, lang, { withYear: true });
  return (
    <p className={`print-mark caption ${screenToo ? '' : 'print-only'}`}>
      {t('call.printedBy', { name: me.person.fullName, at: formatTime(Date.now(), true), day })}
    </p>
  );
}
