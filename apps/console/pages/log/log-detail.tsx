import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { formatMoment } from '#i18n';
import { client, type Schemas } from '../../api/client.ts';
import { problemText } from '../../api/problem-text.ts';
import { navItems } from '../../frame/nav-items.ts';
import { showNotice } from '../../notices/undo.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { Chip } from '../../ui/layout.tsx';
import { Facts } from './facts.tsx';
import { LineActs } from './line-acts.tsx';
import type { LogEntry } from './use-log.ts';

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

/** Asked once; an answer stands as it came. */
function Why({ question: { askedBy, askedAt, answer, answeredAt } }: { question: Schemas['LogQuestion'] }) {
  const { t, lang } = useI18n();
  const when = (at: string) => formatMoment(at, Date.now(), lang);
  return (
    <>
      {t('logPage.askedBy', { name: askedBy.fullName, at: when(askedAt) })}{' '}
      {answer === null || answeredAt === null ? (
        <Chip tone="doing" icon="clock">
          {t('logPage.unanswered')}
        </Chip>
      ) : (
        <>
          <q className="log-answer">{answer}</q> <span className="caption">{when(answeredAt)}</span>
        </>
      )}
    </>
  );
}

/** What is known of a line, and what can be done about it. */
export function LogDetail({ entry, unitId }: { entry: LogEntry; unitId: string }) {
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
    ...(entry.question ? [[t('logPage.why'), <Why key="why" question={entry.question} />] as [string, ReactNode]] : []),
    [t('logPage.command'), entry.commandId ? <code>{entry.commandId}</code> : none],
    ...(entry.route ? [[t('logPage.route'), <code key="route">{entry.route}</code>] as [string, ReactNode]] : []),
  ];
  return (
    <>
      <Facts facts={facts} className="log-detail" />
      <LineActs entry={entry} unitId={unitId} />
    </>
  );
}
