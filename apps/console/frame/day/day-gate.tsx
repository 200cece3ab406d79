import { Button } from '@mantine/core';
import { Link, useRouterState } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { addDays } from '#i18n';
import { api, type Schemas } from '../../api/client.ts';
import { useIdentity } from '../../api/me.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Notice } from '../../ui/layout.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { written } from './day-facts.ts';
import './day.css';
import { useDays, useGoToDay, useHere } from './use-day.ts';

type Then = Schemas['UnitsOfThen'];

/** Screens that are of a day; all others know today only. */
const ofADay: ReadonlySet<string> = new Set([
  '/teams',
  '/teams/$teamId',
  '/communes',
  '/units',
  '/units/map',
  '/dashboard',
  '/registers',
  '/rules',
  '/committee',
]);
/** Of these those that show the unit that the address names. */
const ofAUnit: ReadonlySet<string> = new Set(['/teams', '/units', '/dashboard', '/registers', '/committee']);

function Nothing({ title, children }: { title: string; children?: ReactNode }) {
  const { t } = useI18n();
  const go = useGoToDay();
  return (
    <div className="page">
      <EmptyState
        isPage
        icon="calendar"
        title={title}
        actions={<Button onClick={() => go(undefined)}>{t('act.backToToday')}</Button>}
      >
        {children}
      </EmptyState>
    </div>
  );
}

/** Before its first day a unit names those that stood there. */
function NotYet({ then, at, to }: { then: Then; at: string; to: string }) {
  const { t, lang } = useI18n();
  const day = written(at, lang);
  const { unit, validFrom, before } = then;
  return (
    <Nothing title={t('day.notYet', { unit: unit.fullName, from: written(validFrom, lang) })}>
      {before.length === 0 ? t('day.stoodNone', { day }) : t('day.stoodMany', { day, n: before.length })}
      <ul className="day-stood">
        {before.map(({ id, fullName }) => (
          <li key={id}>
            <Link className="strong-link" to={to} search={{ unit: id } as never}>
              {fullName}
            </Link>
          </li>
        ))}
      </ul>
    </Nothing>
  );
}

/** A unit that has ended names where it went. */
function Ended({ then, to }: { then: Then; to: string }) {
  const { t, lang } = useI18n();
  const [first] = then.now;
  if (!then.validTo || !first) return null;
  const said = {
    unit: then.unit.fullName,
    day: written(addDays(then.validTo, -1), lang),
    heirs: then.now.map(({ fullName }) => fullName).join(', '),
  };
  return (
    <div className="day-ended">
      <Notice
        tone="new"
        icon="info-circle"
        action={
          <Link className="strong-link no-print" to={to} search={{ unit: first.id, at: undefined } as never}>
            {t('day.openNow')} <Icon name="arrow-right" size={16} />
          </Link>
        }
      >
        <b>{t('day.endedOn', said)}</b> {t('day.same')}
      </Notice>
    </div>
  );
}

/** Stands around a screen while another day is shown: says what that day has here, and what it has not. */
export function DayGate({ at, children }: { at: string; children: ReactNode }) {
  const { t, lang } = useI18n();
  const { post } = useIdentity();
  const here = useHere();
  const routeId: string = useRouterState({ select: ({ matches }) => matches.at(-1)?.routeId ?? '' });
  const { first } = useDays(post.unit.id);
  const isOfUnit = ofAUnit.has(routeId);
  const { data: then } = api.useQuery(
    'get',
    '/units/{unitId}/then',
    { params: { path: { unitId: here }, query: { at } } },
    { enabled: isOfUnit, retry: false },
  );
  if (!ofADay.has(routeId)) return <Nothing title={t('day.onlyToday')} />;
  if (first && at < first) return <Nothing title={t('day.noData', { day: written(first, lang) })} />;
  if (isOfUnit && then && at < then.validFrom) return <NotYet then={then} at={at} to={routeId} />;
  return (
    <>
      {isOfUnit && then && <Ended then={then} to={routeId} />}
      {children}
    </>
  );
}
