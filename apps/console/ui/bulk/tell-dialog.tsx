/** Before many are told: how many, who, by which route, and who is left alone and why. One look for all such acts. */
import type { ReactNode } from 'react';
import '../../i18n/bulk-words.ts';
import { useI18n } from '../../i18n/i18n.tsx';
import { lookOf, routeName } from '../channel-looks.ts';
import { FormDialog } from '../form.tsx';
import { Icon } from '../icon.tsx';
import { Notice } from '../layout.tsx';
import { Loading } from '../states.tsx';
import './bulk.css';
import { byRoute, leftOf, type ToldUnit, toldOf } from './told.ts';

function Routes({ units }: { units: readonly ToldUnit[] }) {
  const { t, n: number } = useI18n();
  const counts = byRoute(units);
  const lost = counts.find(({ route }) => route === 'none')?.n ?? 0;
  return (
    <>
      <h3>{t('bulk.told', { n: counts.reduce((sum, { n }) => sum + n, 0) })}</h3>
      <ul className="bulk-routes">
        {counts.map(({ route, n }) => (
          <li key={route} data-late={route === 'none' || undefined}>
            <Icon name={lookOf(route).icon} size={16} /> {t('bulk.by', { route: routeName(t, route), n: number(n) })}
          </li>
        ))}
      </ul>
      {lost > 0 && <p className="caption late">{t('bulk.noRoute', { n: lost })}</p>}
    </>
  );
}

function Told({
  units,
  note,
}: {
  units: readonly ToldUnit[];
  note: ((unitId: string) => string | undefined) | undefined;
}) {
  const { t } = useI18n();
  return (
    <ul className="bulk-list" tabIndex={0}>
      {units.map(({ unit, people }) => (
        <li key={unit.id}>
          <b>{unit.fullName}</b>
          {note?.(unit.id) && <span className="caption late"> {note(unit.id)}</span>}
          {people.map(({ person, isStandIn, route }) => (
            <span key={person.id} className="caption">
              {person.fullName}
              {isStandIn && ` (${t('bulk.standIn')})`} · {routeName(t, route)}
            </span>
          ))}
        </li>
      ))}
    </ul>
  );
}

function Left({ units }: { units: readonly ToldUnit[] }) {
  const { t } = useI18n();
  if (units.length === 0) return null;
  return (
    <details className="bulk-left">
      <summary>{t('bulk.left', { n: units.length })}</summary>
      <ul className="bulk-list" tabIndex={0}>
        {units.map(({ unit, leftAlone }) => (
          <li key={unit.id}>
            {unit.fullName} <span className="caption">{leftAlone && t(`bulk.why.${leftAlone}`)}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}

interface TellProps {
  title: ReactNode;
  /** The verb with the number of those who are told. */
  label: (n: number) => string;
  units: readonly ToldUnit[] | undefined;
  /** Why this one, beside its name. */
  note?: (unitId: string) => string | undefined;
  busy: boolean;
  onSend: (unitIds: string[]) => void;
  onClose: () => void;
}

export function TellDialog({ title, label, units, note, busy, onSend, onClose }: TellProps) {
  const { t } = useI18n();
  const told = toldOf(units ?? []);
  return (
    <FormDialog
      title={title}
      size="lg"
      label={label(told.length)}
      busy={busy}
      disabled={told.length === 0}
      onClose={onClose}
      onSubmit={() => onSend(told.map(({ unit }) => unit.id))}
    >
      {!units && <Loading rows={4} />}
      {units && told.length === 0 && (
        <Notice tone="done" icon="circle-check">
          {t('bulk.nobodyLeft')}
        </Notice>
      )}
      {told.length > 0 && (
        <div className="bulk">
          <Routes units={told} />
          <Told units={told} note={note} />
          <p className="caption">{t('bulk.goesNow')}</p>
        </div>
      )}
      <Left units={leftOf(units ?? [])} />
    </FormDialog>
  );
}
