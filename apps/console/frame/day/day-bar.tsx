import { useIdentity } from '../../api/me.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { Icon } from '../../ui/icon.tsx';
import { nearest, written } from './day-facts.ts';
import './day.css';
import { useDays, useGoToDay, useHere } from './use-day.ts';

/** Says on every screen, and on every print, that it is not today; it cannot be closed, only left. */
export function DayBar({ at }: { at: string }) {
  const { t, lang } = useI18n();
  const { me } = useIdentity();
  const go = useGoToDay();
  const { changes } = useDays(useHere());
  const change = nearest(changes, at);
  const word = at < me.today ? 'past' : 'future';
  return (
    <div className="day-bar" role="status">
      <Icon name="history" />
      <span className="day-bar-text">
        <b>{t(`day.${word}`, { day: written(at, lang) })}</b> {t(`day.${word}Text`)}
      </span>
      {change && (
        <button type="button" className="day-bar-link no-print" onClick={() => go(change.other)}>
          {t('day.around', { day: written(change.day, lang) })}
        </button>
      )}
      <button type="button" className="day-bar-back no-print" onClick={() => go(undefined)}>
        {t('act.backToToday')} <kbd>Alt 0</kbd>
      </button>
    </div>
  );
}
