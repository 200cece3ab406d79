import '@mantine/dates/styles.css';
import { DatePicker } from '@mantine/dates';
import { type FormEvent, useState } from 'react';
import { useIdentity } from '../../api/me.tsx';
import { useCalendarWords } from '../../ui/calendar-words.ts';
import { useI18n } from '../../i18n/i18n.tsx';
import { Icon } from '../../ui/icon.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { dayRows, typedDay, written } from './day-facts.ts';
import './day.css';
import { useDays, useHere } from './use-day.ts';

function Changes({ onDay }: { onDay: (day: string) => void }) {
  const { t, lang } = useI18n();
  const { me } = useIdentity();
  const { changes } = useDays(useHere());
  const rows = dayRows(t, changes, me.today);
  return (
    <div className="day-changes">
      <h3>{t('day.changes')}</h3>
      {rows.length === 0 && <p className="caption">{t('day.noChanges')}</p>}
      <ul>
        {rows.map(({ day, text, icon }) => (
          <li key={`${day} ${text}`}>
            <Icon name={icon} size={16} />
            <span>
              <button type="button" className="strong-link num" onClick={() => onDay(day)}>
                {written(day, lang)}
              </button>{' '}
              {text}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}

interface MonthProps {
  shown: string;
  month: string;
  onMonth: (month: string) => void;
  onDay: (day: string) => void;
}

function Month({ shown, month, onMonth, onDay }: MonthProps) {
  const { t } = useI18n();
  const words = useCalendarWords();
  return (
    <DatePicker
      aria-label={t('day.months')}
      value={shown}
      date={month}
      onDateChange={(next) => onMonth(String(next))}
      onChange={(day) => day && onDay(String(day))}
      ariaLabels={words}
    />
  );
}

/** What opens below the day in the header: typed, pressed in a month, or one on which something changed. */
export function DayChoice({ shown, onDay }: { shown: string; onDay: (day: string) => void }) {
  const { t } = useI18n();
  const { me } = useIdentity();
  const [text, setText] = useState(written(shown, 'vi'));
  const [wrong, setWrong] = useState(false);
  const [month, setMonth] = useState(shown);
  const take = (event: FormEvent) => {
    event.preventDefault();
    const day = typedDay(text, me.today);
    if (day) onDay(day);
    else setWrong(true);
  };
  const type = (next: string) => {
    setText(next);
    setWrong(false);
    setMonth(typedDay(next, me.today) ?? month);
  };
  return (
    <div className="day-choice">
      <div className="day-title">
        <h2>{t('day.title')}</h2>
        <kbd>Alt D</kbd>
      </div>
      <form onSubmit={take}>
        <TextField
          autoFocus
          aria-label={t('day.field')}
          value={text}
          onChange={type}
          onFocus={(event) => event.currentTarget.select()}
          {...(wrong && { error: t('day.wrong') })}
        />
      </form>
      <Month shown={shown} month={month} onMonth={setMonth} onDay={onDay} />
      <Changes onDay={onDay} />
    </div>
  );
}
