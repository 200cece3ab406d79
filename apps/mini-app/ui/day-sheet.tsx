/** A month of days to choose from; colours show which report each counts in. Loaded with its first opening. */
import { AskSheet } from './sheet.tsx';
import { useState } from 'preact/hooks';
import { addDays, monthBefore, type PeriodRule } from '#contracts/reporting/periods';
import { weekdayInside, weekdayName, weekdayOf } from '#i18n/weekdays';
import { today } from '../model/clock.ts';
import { monthIn } from '../model/counted-month.ts';
import { dayText, lang, t } from '../model/words/words.ts';
import { Button } from './parts.tsx';

export interface DaySheetProps {
  value: string;
  rule: PeriodRule;
  from: string | undefined;
  onPick: (day: string) => void;
  onClose: () => void;
}
export function DaySheet({ value, rule, from, onPick, onClose }: DaySheetProps) {
  const [day, setDay] = useState(value);
  const [month, setMonth] = useState(value.slice(0, 7));
  const now = today();
  const before = monthBefore(month);
  const next = addDays(`${month}-28`, 4).slice(0, 7);
  const lastOfFirst = `${month}-${String(rule.windowStartDay - 1).padStart(2, '0')}`;
  return (
    <AskSheet
      title={t('day.question')}
      lead={t('day.lead', { month: `${Number(month.slice(5))}/${month.slice(0, 4)}` })}
      onClose={onClose}
      act={
        <Button onClick={() => onPick(day)}>
          {t('day.pick', {
            day: `${weekdayInside(day, lang.value)} ${dayText(day)}`,
          })}
        </Button>
      }
    >
      <Days month={month} day={day} rule={rule} from={from} onDay={setDay} />
      {rule.windowStartDay > 1 && (
        <p class="day-legend">{t('day.until', { day: dayText(lastOfFirst), month: monthIn(lastOfFirst, rule) })}</p>
      )}
      <p class="day-legend next">
        {t('day.since', { day: dayText(addDays(lastOfFirst, 1)), month: monthIn(addDays(lastOfFirst, 1), rule) })}
      </p>
      <div class="day-turn">
        {(from === undefined || from < `${month}-01`) && (
          <Button kind="text" onClick={() => setMonth(before)}>
            {t('day.see', { month: Number(before.slice(5)) })}
          </Button>
        )}
        {month < now.slice(0, 7) && (
          <Button kind="text" onClick={() => setMonth(next)}>
            {t('day.see', { month: Number(next.slice(5)) })}
          </Button>
        )}
      </div>
    </AskSheet>
  );
}

interface DaysProps {
  month: string;
  day: string;
  rule: PeriodRule;
  from: string | undefined;
  onDay: (day: string) => void;
}
function Days({ month, day, rule, from = '', onDay }: DaysProps) {
  const first = `${month}-01`;
  const days = Array.from({ length: 31 }, (_, n) => addDays(first, n)).filter((one) => one.startsWith(month));
  const now = today();
  return (
    <div class="day-grid">
      {Array.from({ length: 7 }, (_, n) => (
        <span key={n} aria-hidden="true">
          {t(`day.w${n}` as 'day.w0')}
        </span>
      ))}
      {days.map((one, n) => (
        <button
          type="button"
          key={one}
          class={Number(one.slice(8)) >= rule.windowStartDay ? 'next' : ''}
          style={n === 0 ? { gridColumnStart: weekdayOf(first) + 1 } : undefined}
          aria-pressed={one === day}
          aria-label={`${weekdayName(one, lang.value)} ${dayText(one)}`}
          disabled={one > now || one < from}
          onClick={() => onDay(one)}
        >
          {Number(one.slice(8))}
        </button>
      ))}
    </div>
  );
}
