import { SegmentedControl, TextInput } from '@mantine/core';
import { useLocation, useNavigate } from '@tanstack/react-router';
import { Suspense, useEffect, useRef, useState } from 'react';
import { toggleHelp } from '../ui/help-switch.ts';
import { useIdentity } from '../api/me.tsx';
import { useI18n } from '../i18n/i18n.tsx';
import { later } from '../i18n/screens.ts';
import { Icon, type IconName } from '../ui/icon.tsx';
import { FirstUse } from './first-use.tsx';
import { HelpEntryView } from './help-entry.tsx';
import { findTasks, tasksAt } from './help-facts.ts';
import './help.css';
import { type HelpEntry, useHelp } from './use-help.ts';

const Guide = later(() => import('./guide-dialog.tsx'), 'GuideDialog');

function Row({ icon, label, onClick }: { icon: IconName; label: string; onClick: () => void }) {
  return (
    <li>
      <button type="button" className="help-row" onClick={onClick}>
        <Icon name={icon} size={16} /> {label}
      </button>
    </li>
  );
}

function useChoice(entries: readonly HelpEntry[]) {
  const path = useLocation({ select: ({ pathname }) => pathname });
  const [chosen, setChosen] = useState<{ id: string; path: string }>();
  const here = tasksAt(path, entries)
    .map(({ id }) => entries.find((entry) => entry.id === id))
    .filter((entry) => entry !== undefined);
  // What was chosen stays until the screen changes: the text follows it.
  const named = chosen?.path === path ? entries.find(({ id }) => id === chosen.id) : undefined;
  const shown = named ?? here[0];
  return { here, shown, choose: (id: string, at = path) => setChosen({ id, path: at }) };
}

function Found({ entries, onChoose }: { entries: readonly HelpEntry[]; onChoose: (entry: HelpEntry) => void }) {
  const { t } = useI18n();
  const { may } = useIdentity();
  const navigate = useNavigate();
  return (
    <>
      <p className="caption" role="status">
        {entries.length > 0 ? t('help.found', { n: entries.length }) : t('help.none')}
      </p>
      <ul className="help-rows">
        {entries.map((entry) => (
          <Row key={entry.id} icon="chevron-right" label={entry.title} onClick={() => onChoose(entry)} />
        ))}
        {entries.length === 0 && may('difficulty.read') && (
          <Row icon="help-hexagon" label={t('help.noneAct')} onClick={() => void navigate({ to: '/difficulties' })} />
        )}
      </ul>
    </>
  );
}

function Foot({ onGuide, onKeys }: { onGuide: (guide: 'officer' | 'member') => void; onKeys: () => void }) {
  const { t } = useI18n();
  return (
    <ul className="help-foot help-rows">
      <Row icon="printer" label={t('help.printOfficer')} onClick={() => onGuide('officer')} />
      <Row icon="printer" label={t('help.printMember')} onClick={() => onGuide('member')} />
      <Row icon="list-details" label={t('help.keys')} onClick={onKeys} />
    </ul>
  );
}

function useFocusThere() {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    field.current?.focus();
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  return field;
}

function Head() {
  const { t, lang, setLang } = useI18n();
  return (
    <div className="help-head">
      <h2>{t('help.title')}</h2>
      <SegmentedControl
        size="xs"
        aria-label="Tiếng Việt, English"
        data={[
          { value: 'vi', label: 'Tiếng Việt' },
          { value: 'en', label: 'English' },
        ]}
        value={lang}
        onChange={(value) => setLang(value === 'en' ? 'en' : 'vi')}
      />
      <button type="button" className="help-close" aria-label={t('act.close')} onClick={toggleHelp}>
        <Icon name="x" />
      </button>
    </div>
  );
}

/** Beside the work, not over it: how the screen's tasks are done, found by any word, in both languages. */
export function HelpPanel({ onKeys }: { onKeys: () => void }) {
  const { t } = useI18n();
  const navigate = useNavigate();
  const entries = useHelp();
  const field = useFocusThere();
  const [query, setQuery] = useState('');
  const [guide, setGuide] = useState<'officer' | 'member'>();
  const { here, shown, choose } = useChoice(entries);
  const open = (entry: HelpEntry) => {
    setQuery('');
    choose(entry.id, entry.screen);
    if (!here.includes(entry)) void navigate({ to: entry.screen });
    else choose(entry.id);
  };
  const others = here.filter((entry) => entry !== shown);
  return (
    <aside className="help no-print" aria-label={t('help.title')}>
      <Head />
      <div className="help-body">
        <FirstUse />
        <TextInput
          ref={field}
          aria-label={t('help.find')}
          placeholder={t('help.find')}
          leftSection={<Icon name="search" size={16} />}
          value={query}
          onChange={(event) => setQuery(event.currentTarget.value)}
        />
        {query.trim() !== '' && <Found entries={findTasks(entries, query)} onChoose={open} />}
        {query.trim() === '' && shown && (
          <HelpEntryView entry={shown} about={t('help.on', { screen: shown.screenName, n: shown.minutes })} />
        )}
        {query.trim() === '' && !shown && <Found entries={entries} onChoose={open} />}
        {query.trim() === '' && others.length > 0 && (
          <section>
            <h3>{t('help.others')}</h3>
            <ul className="help-rows">
              {others.map((entry) => (
                <Row key={entry.id} icon="chevron-right" label={entry.title} onClick={() => open(entry)} />
              ))}
            </ul>
          </section>
        )}
      </div>
      <Foot onGuide={setGuide} onKeys={onKeys} />
      <Suspense>{guide && <Guide guide={guide} entries={entries} onClose={() => setGuide(undefined)} />}</Suspense>
    </aside>
  );
}
