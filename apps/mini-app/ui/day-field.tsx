/** "Làm ngày nào?": today, yesterday or another day, by the server's clock; and the month whose report it counts in. */
import type { ComponentType } from 'preact';
import { useState } from 'preact/hooks';
import { addDays, defaultPeriodRule, type PeriodRule } from '#contracts/reporting/periods';
import { today } from '../model/clock.ts';
import { monthIn } from '../model/counted-month.ts';
import { teamPosts } from '../model/sign-in/session.ts';
import { dayText, t } from '../model/words/words.ts';
import { Icon } from './icon.tsx';
import type { DaySheetProps } from './day-sheet.tsx';
import './day-style.ts';

interface DayFieldProps {
  teamId: string;
  value: string;
  /** Nothing before it: the day of the order, for instance. */
  from?: string | undefined;
  onChange: (day: string) => void;
}
export function DayField({ teamId, value, from, onChange }: DayFieldProps) {
  const [Sheet, setSheet] = useState<ComponentType<DaySheetProps>>();
  const now = today();
  const yesterday = addDays(now, -1);
  const { rule, since } = workOf(teamId);
  const first = from && since ? (from > since ? from : since) : (from ?? since);
  const isOther = value !== now && value !== yesterday;
  const open = () => void import('./day-sheet.tsx').then((file) => setSheet(() => file.DaySheet));
  return (
    <section class="day-field">
      <h2 class="label">{t('day.question')}</h2>
      <div class="day-picks" role="group" aria-label={t('day.question')}>
        <Pick on={value === now} title={t('day.today')} day={dayText(now)} onClick={() => onChange(now)} />
        <Pick
          on={value === yesterday}
          title={t('day.yesterday')}
          day={dayText(yesterday)}
          off={first !== undefined && yesterday < first}
          onClick={() => onChange(yesterday)}
        />
        <Pick on={isOther} title={t('day.other')} day={isOther ? dayText(value) : t('day.choose')} onClick={open} />
      </div>
      <p class="day-month">
        <Icon name="calendar" size={20} />
        <span>{t('day.counts', { month: monthIn(value, rule) })}</span>
      </p>
      {Sheet && (
        <Sheet
          value={value}
          rule={rule}
          from={first}
          onClose={() => setSheet(undefined)}
          onPick={(day) => {
            onChange(day);
            setSheet(undefined);
          }}
        />
      )}
    </section>
  );
}

/** The team's rule and the first day of the membership, as the server has told; an older server tells neither. */
function workOf(teamId: string): { rule: PeriodRule; since: string | undefined } {
  const work = teamPosts.value.find((post) => post.team?.id === teamId)?.work;
  return { rule: work ?? defaultPeriodRule, since: work?.since };
}

interface PickProps {
  on: boolean;
  title: string;
  day: string;
  off?: boolean;
  onClick: () => void;
}
function Pick({ on, title, day, off = false, onClick }: PickProps) {
  return (
    <button type="button" class="day-pick" aria-pressed={on} disabled={off} onClick={onClick}>
      <b>{title}</b>
      <span>{day}</span>
    </button>
  );
}
