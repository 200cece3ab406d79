/** The first step of a screen under its title, until something was done there for the first time, or it was put away. */
import { useLocation } from '@tanstack/react-router';
import { useLayoutEffect, useState } from 'react';
import { keep, readKept } from '../api/kept.ts';
import { useIdentity } from '../api/me.tsx';
import { useI18n } from '../i18n/i18n.tsx';
import { toggleHelp, useHelpOpen } from '../ui/help-switch.ts';
import { Icon } from '../ui/icon.tsx';
import { succeeded } from '../api/use-command.ts';
import './first-use.css';
import { HelpText } from './help-entry.tsx';
import { tasksAt, visibleTasks } from './help-facts.ts';
import { useTaskWords } from './use-help.ts';

const keyOf = (personId: string) => `to-so.known-screens.${personId}`;

/** Screens that a person knows, on this browser; one that keeps nothing shows the line each time. */
function readKnown(key: string): string[] {
  const kept = readKept<unknown>(key);
  return Array.isArray(kept) ? kept.map(String) : [];
}

function useKnown(screen: string | undefined) {
  const { me } = useIdentity();
  const key = keyOf(me.person.id);
  const [known, setKnown] = useState(() => readKnown(key));
  useLayoutEffect(() => {
    if (!screen) return undefined;
    addEventListener(succeeded, learn);
    return () => removeEventListener(succeeded, learn);
  });
  const learn = () => {
    if (!screen) return;
    const next = [...new Set([...readKnown(key), screen])];
    setKnown(next);
    keep(key, next);
  };
  return { isKnown: screen === undefined || known.includes(screen), learn };
}

export function FirstUse() {
  const { t } = useI18n();
  const { may } = useIdentity();
  const path = useLocation({ select: ({ pathname }) => pathname });
  const isHelpOpen = useHelpOpen();
  const [task] = tasksAt(path, visibleTasks(may));
  const { isKnown, learn } = useKnown(task?.screen);
  const wordsOf = useTaskWords();
  // What stands behind a list is beyond its first step.
  if (!task || task.screen !== path || isKnown || isHelpOpen) return null;
  const { title, lines } = wordsOf(task.id);
  return (
    <p className="first-use">
      <Icon name="bulb" size={16} />
      <span>
        {title}: <HelpText line={lines[0] ?? ''} />{' '}
        <button type="button" className="link" onClick={toggleHelp}>
          {t('help.allSteps')}
        </button>
      </span>
      <button type="button" className="first-use-close" aria-label={t('help.knowThis')} onClick={learn}>
        <Icon name="x" size={16} />
      </button>
    </p>
  );
}
