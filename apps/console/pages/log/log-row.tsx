import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import type { LogKind } from '#contracts/access/log-kinds';
import { formatMoment } from '#i18n';
import { client, type Schemas } from '../../api/client.ts';
import { problemText } from '../../api/problem-text.ts';
import { navItems } from '../../frame/nav-items.ts';
import { showNotice } from '../../frame/undo.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { Icon, type IconName } from '../../ui/icon.tsx';
import type { LogEntry } from './use-log.ts';

const icons: Readonly<Record<LogKind, IconName>> = {
  look: 'eye',
  export: 'download',
  change: 'pencil',
  sign_in: 'lock',
  refused: 'ban',
};

function useWord() {
  const { t, has } = useI18n();
  return (prefix: string, id: string): string => {
    const key = `${prefix}.${id}`;
    return has(key) ? t(key) : id;
  };
}

/** "/teams/…" by the name that the menu gives it. */
function screenLabel(path: string): (typeof navItems)[number]['label'] | undefined {
  const found = navItems.filter(({ to }) => path === to || (to !== '/' && path.startsWith(`${to}/`)));
  return found.reduce<(typeof navItems)[number] | undefined>(
    (longest, item) => (longest && longest.to.length >= item.to.length ? longest : item),
    undefined,
  )?.label;
}

/** Names behind a number: asked for on purpose, since reading them is a line of the log. */
function Names({ entry, unitId }: { entry: LogEntry; unitId: string }) {
  const i18n = useI18n();
  const { t } = i18n;
  const [names, setNames] = useState<Schemas['LogNames'] | null>(null);
  const read = async () => {
    const params = { path: { unitId, entryId: entry.id } };
    const { data, error } = await client.POST('/units/{unitId}/log/{entryId}/names', { params });
    if (data) setNames(data);
    else showNotice(problemText(i18n, error), 'failed');
  };
  const mayRead = entry.kind === 'look' || entry.kind === 'export';
  return (
    <>
      {t('logPage.whoseN', { n: entry.people ?? 0 })}
      {mayRead && !names && entry.what !== 'log.names' && entry.what !== 'log.export' && (
        <>
          {' · '}
          <button type="button" className="strong-link" onClick={() => void read()}>
            {t('logPage.names')}
          </button>{' '}
          <span className="caption">{t('logPage.namesNote')}</span>
        </>
      )}
      {names && (
        <ul className="log-names">
          {names.people.map(({ id, fullName, unit }) => (
            <li key={id}>
              {fullName} {unit && <span className="caption">{unit.fullName}</span>}
            </li>
          ))}
          {names.total > names.people.length && (
            <li className="caption">{t('logPage.namesMore', { n: names.total - names.people.length })}</li>
          )}
        </ul>
      )}
    </>
  );
}

function Detail({ entry, unitId }: { entry: LogEntry; unitId: string }) {
  const { t, lang } = useI18n();
  const screen = entry.screen && screenLabel(entry.screen);
  const none = <span className="muted">{t('logPage.notKept')}</span>;
  const session = entry.session
    ? t('logPage.sessionOf', {
        device: entry.session.device || t('logPage.deviceUnknown'),
        at: formatMoment(entry.session.openedAt, Date.now(), lang),
      })
    : t('logPage.sessionGone');
  const facts: [string, ReactNode][] = [
    [t('logPage.screen'), screen && entry.screen ? <Link to={entry.screen}>{t(screen)}</Link> : none],
    [t('logPage.session'), session],
    ...(entry.people === null
      ? []
      : [[t('logPage.whose'), <Names key="names" entry={entry} unitId={unitId} />] as [string, ReactNode]]),
    [t('logPage.place'), entry.unit?.fullName ?? none],
    [t('logPage.command'), entry.commandId ? <code>{entry.commandId}</code> : none],
    ...(entry.route ? [[t('logPage.route'), <code key="route">{entry.route}</code>] as [string, ReactNode]] : []),
  ];
  return (
    <dl className="log-detail">
      {facts.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

interface LogRowProps {
  entry: LogEntry;
  unitId: string;
  open: boolean;
  onOpen: (open: boolean) => void;
  /** One row is in the tab order, arrows move between them. */
  current: boolean;
  onCurrent: () => void;
}

export function LogRow({ entry, unitId, open, onOpen, current, onCurrent }: LogRowProps) {
  const { t, lang, n } = useI18n();
  const word = useWord();
  const what = word('log.what', entry.what);
  const about = [entry.person?.fullName, entry.subject && word('rules.k', entry.subject)].filter(Boolean).join(' · ');
  return (
    <>
      <tr data-open={open || undefined}>
        <td className="log-toggle">
          <button
            type="button"
            data-log-row
            tabIndex={current ? 0 : -1}
            aria-expanded={open}
            aria-label={t('logPage.open', { what, name: entry.by.fullName })}
            onFocus={onCurrent}
            onClick={() => onOpen(!open)}
          >
            <Icon name={open ? 'chevron-down' : 'chevron-right'} size={16} />
          </button>
        </td>
        <td className="num log-at">{formatMoment(entry.at, Date.now(), lang)}</td>
        <td className="log-by">
          {entry.by.fullName}
          <span className="caption">{entry.by.position ?? entry.unit?.fullName ?? ''}</span>
        </td>
        <td className="log-what" data-kind={entry.kind}>
          <Icon name={icons[entry.kind]} size={17} />
          <div>
            {what}
            <span className="caption">{about || (entry.route ?? entry.unit?.fullName ?? '')}</span>
          </div>
        </td>
        <td data-right className="log-people">
          {entry.people === null ? '–' : n(entry.people)}
        </td>
        <td className="log-purpose">{entry.purpose ? word('log.purpose', entry.purpose) : '–'}</td>
      </tr>
      {open && (
        <tr className="log-open">
          <td />
          <td colSpan={5}>
            <Detail entry={entry} unitId={unitId} />
          </td>
        </tr>
      )}
    </>
  );
}
