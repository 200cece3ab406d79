import { Popover } from '@mantine/core';
import { Suspense, useEffect, useState } from 'react';
import { useIdentity } from '../../api/me.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { later } from '../../i18n/screens.ts';
import { useAt } from '../../ui/at.ts';
import { Icon } from '../../ui/icon.tsx';
import { Loading } from '../../ui/loading.tsx';
import { useKeys } from '../keys.ts';
import { around, written } from './day-facts.ts';
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

const DayChoice = later(() => import('./day-choice.tsx'), 'DayChoice', ['day']);

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
        <Suspense fallback={<Loading />}>
          <DayChoice key={`${at} ${open}`} shown={at ?? me.today} onDay={choose} />
        </Suspense>
      </Popover.Dropdown>
    </Popover>
  );
}
