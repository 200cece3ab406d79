import '@mantine/dates/styles.css';
import { Popover } from '@mantine/core';
import { DatePicker } from '@mantine/dates';
import { type FormEvent, useEffect, useState } from 'react';
import { useIdentity } from '../../api/me.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { useAt } from '../../ui/at.ts';
import { TextField } from '../../ui/form.tsx';
import { Icon } from '../../ui/icon.tsx';
import { useKeys } from '../keys.ts';
import { around, dayRows, typedDay, written } from './day-facts.ts';
import './day.css';
import { useDays, useGoToDay, useHere } from './use-day.ts';

/** Alt D and Alt 0 work everywhere, in fields too; brackets go from change to change outside them. */
function useDayKeys(onOpen: () => void): void {
  const at = useAt();
  const { me } = useIdentity();
  const { changes } = useDays(useHere());
  const go = useGoToDay();
  const { before, after } = around(changes, at ?? me.today);
  useKeys({ '[': () => before && go(before), ']': () => after && go(after) });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (!event.altKey || event.ctrlKey || event.metaKey || event.isComposing) return;
      const acts: Record<string, () => void> = { KeyD: onOpen, Digit0: () => go(undefined) };
      const act = acts[event.code];
      if (!act) return;
      event.preventDefault();
      act();
    };
    addEventListener('keydown', listen);
    return () => removeEventListener('keydown', listen);
  });
}

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
  const [before, after] = [t('form.before'), t('form.after')];
  return (
    <DatePicker
      aria-label={t('day.months')}
      value={shown}
      date={month}
      onDateChange={(next) => onMonth(String(next))}
      onChange={(day) => day && onDay(String(day))}
      ariaLabels={{
        previousMonth: before,
        nextMonth: after,
        previousYear: before,
        nextYear: after,
        previousDecade: before,
        nextDecade: after,
      }}
    />
  );
}

function Choice({ shown, onDay }: { shown: string; onDay: (day: string) => void }) {
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
          data-autofocus
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

/** The one place in which the console's day is set. */
export function DayControl({ narrow }: { narrow: boolean }) {
  const { t, lang } = useI18n();
  const { me } = useIdentity();
  const at = useAt();
  const go = useGoToDay();
  const [open, setOpen] = useState(false);
  useDayKeys(() => setOpen(true));
  const choose = (day: string) => {
    setOpen(false);
    go(day);
  };
  const label = at ? t('day.on', { day: written(at, lang) }) : t('day.today');
  return (
    <Popover
      opened={open}
      onChange={setOpen}
      position="bottom-end"
      width="min(368px, calc(100vw - 16px))"
      trapFocus
      returnFocus
      shadow="md"
      zIndex={200}
    >
      <Popover.Target>
        <button
          type="button"
          className="header-day"
          data-other={at ? true : undefined}
          aria-label={t('day.open', { day: label })}
          onClick={() => setOpen(!open)}
        >
          <Icon name={at ? 'history' : 'calendar'} size={18} />
          {!narrow && <span>{label}</span>}
          {!narrow && <Icon name="chevron-down" size={16} />}
        </button>
      </Popover.Target>
      <Popover.Dropdown className="day-popover">
        <Choice key={`${at} ${open}`} shown={at ?? me.today} onDay={choose} />
      </Popover.Dropdown>
    </Popover>
  );
}
