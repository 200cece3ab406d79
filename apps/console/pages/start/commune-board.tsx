import { Tooltip } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { lacks } from './lacks.ts';
import { useI18n } from '../../i18n/i18n.tsx';
import { Card } from '../../ui/layout.tsx';
import { communesOf, lackOrder, namesLacking, type Readiness, readyOf } from './start-facts.ts';
import { useNames } from './use-step-texts.ts';

const ways = {
  focal: { to: '/officers', search: { filter: 'vacant' } },
  entry: { to: '/officers', search: { filter: 'never' } },
  roster: { to: '/communes', search: {} },
  invite: { to: '/invites', search: {} },
} as const;

/** Each row of the legend opens what it counts. */
const legend = { ...ways, none: { to: '/communes', search: {} } } as const;

/** A cell of each commune in the colour of what it lacks first. */
export function CommuneBoard({ readiness }: { readiness: Readiness }) {
  const { t, n } = useI18n();
  const all = communesOf(readiness);
  return (
    <Card title={t('start.board', { n: all })}>
      <div className="card-body">
        <p className="start-sum">
          <b className="num">{n(readyOf(readiness))}</b>
          {t('start.boardSum', { n: all })}
        </p>
        <ul className="start-cells">
          {readiness.communes.map(({ unit, lacks: state }) => {
            const said = t('start.cell', { unit: unit.fullName, state: t(`start.lack.${state}`) });
            return (
              <li key={unit.id}>
                <Tooltip label={said}>
                  <Link
                    to="/teams"
                    search={{ unit: unit.id }}
                    className="start-cell"
                    data-state={state}
                    aria-label={said}
                  />
                </Tooltip>
              </li>
            );
          })}
        </ul>
        <ul className="start-legend">
          {lacks.map((state) => (
            <li key={state}>
              <span className="start-cell" data-state={state} aria-hidden="true" />
              <Link to={legend[state].to} search={legend[state].search} className="link">
                {t(`start.lack.${state}`)}
              </Link>
              <span className="num">{n(readiness.counts[state] ?? 0)}</span>
            </li>
          ))}
        </ul>
      </div>
    </Card>
  );
}

/** Who keeps the communes waiting, by name, with the way on. */
export function MissingByName({ readiness }: { readiness: Readiness }) {
  const { t } = useI18n();
  const names = useNames();
  const open = lackOrder.filter((lack) => (readiness.counts[lack] ?? 0) > 0);
  return (
    <Card title={t('start.missing')}>
      {open.length === 0 && <p className="card-body">{t('start.missingNone')}</p>}
      <ul className="start-missing">
        {open.map((lack) => (
          <li key={lack}>
            <div>
              <b>{t(`start.miss.${lack}`, { n: readiness.counts[lack] ?? 0 })}</b>
              <p>{names(namesLacking(readiness, lack))}</p>
            </div>
            <Link to={ways[lack].to} search={ways[lack].search} className="strong-link no-print">
              {t(`start.missAct.${lack}`)}
            </Link>
          </li>
        ))}
      </ul>
    </Card>
  );
}
