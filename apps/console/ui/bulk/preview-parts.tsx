/** The parts of what is shown before one act on many. */
import type { ReactNode } from 'react';
import { useI18n } from '../../i18n/i18n.tsx';
import { lookOf, routeName } from '../channel-looks.ts';
import { Icon } from '../icon.tsx';
import type { Preview } from './outcome.ts';

export type NoteOf = (id: string) => string | undefined;

export function Routes({ preview }: { preview: Preview }) {
  const { t, n: number } = useI18n();
  const lost = preview.routes.find(({ route }) => route === 'none')?.people ?? 0;
  if (preview.people === 0) return <p className="caption">{t('bulk.untold')}</p>;
  return (
    <>
      <h3>{t('bulk.told', { n: preview.people })}</h3>
      <ul className="bulk-routes">
        {preview.routes.map(({ route, people }) => (
          <li key={route} data-late={route === 'none' || undefined}>
            <Icon name={lookOf(route).icon} size={16} />{' '}
            {t('bulk.by', { route: routeName(t, route), n: number(people) })}
          </li>
        ))}
      </ul>
      {lost > 0 && <p className="caption late">{t('bulk.noRoute', { n: lost })}</p>}
    </>
  );
}

export function Told({ preview, note }: { preview: Preview; note: NoteOf | undefined }) {
  const { t } = useI18n();
  const { told, count } = preview;
  if (told.length === 0) return null;
  // Where nobody at all is told it is said once, above.
  const lateOf = (id: string, people: number): string[] =>
    [note?.(id), preview.people > 0 && people === 0 && t('bulk.noReader')].filter((text) => typeof text === 'string');
  return (
    <ul className="bulk-list" tabIndex={0} aria-label={t('bulk.toldList')}>
      {told.map(({ id, name, people }) => (
        <li key={id}>
          <b>{name}</b>
          {lateOf(id, people.length).map((text) => (
            <span key={text} className="caption late">
              {' '}
              · {text}
            </span>
          ))}
          {people.map(({ person, isStandIn, route }) => (
            <span key={person.id} className="caption">
              {person.fullName !== name && `${person.fullName}${isStandIn ? ` (${t('bulk.standIn')})` : ''} · `}
              {routeName(t, route)}
            </span>
          ))}
        </li>
      ))}
      {count > told.length && <li className="caption">{t('bulk.more', { n: count - told.length })}</li>}
    </ul>
  );
}

/** Left alone for what the act itself says, and where it is done by itself instead. */
export interface AlsoLeft {
  id: string;
  name: string;
  why: string;
  link?: ReactNode;
}

export function Left({ preview, also }: { preview: Preview; also: readonly AlsoLeft[] }) {
  const { t } = useI18n();
  const left = [...also, ...preview.left.map((one) => ({ ...one, why: t(`bulk.why.${one.why}`), link: undefined }))];
  const n = preview.leftCount + also.length;
  if (n === 0) return null;
  return (
    // What the reader has chosen and the act cannot do is read before it is pressed.
    <details className="bulk-left" open={also.length > 0 || undefined}>
      <summary>{t('bulk.left', { n })}</summary>
      <ul className="bulk-list" tabIndex={0} aria-label={t('bulk.left', { n })}>
        {left.map(({ id, name, why, link }) => (
          <li key={id}>
            {name} <span className="caption">{why}</span> {link}
          </li>
        ))}
        {n > left.length && <li className="caption">{t('bulk.more', { n: n - left.length })}</li>}
      </ul>
    </details>
  );
}

/** How long it can be taken back, or why not. */
export function Hold({ preview, final }: { preview: Preview; final: string | undefined }) {
  const { t } = useI18n();
  const { people, holdSeconds: n } = preview;
  const told = people > 0 ? 'told' : 'untold';
  return <p className="caption">{final ?? t(n > 0 ? `bulk.hold.${told}` : `bulk.stands.${told}`, { n })}</p>;
}
