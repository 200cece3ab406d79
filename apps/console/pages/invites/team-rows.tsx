import { Checkbox } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { formatMoment } from '#i18n';
import { useI18n } from '../../i18n/i18n.tsx';
import { Bar } from '../../ui/layout.tsx';
import type { InviteRow } from './invite-facts.ts';
import type { PrintChoice } from './use-invites.ts';

function Names({ row, isOpened }: { row: InviteRow; isOpened: boolean }) {
  const { t, lang } = useI18n();
  if (isOpened)
    return (
      <>
        {row.shown
          .map(({ person, at }) =>
            at
              ? t('invites.opened.at', { name: person.fullName, at: formatMoment(at, Date.now(), lang) })
              : person.fullName,
          )
          .join(' · ')}
      </>
    );
  if (row.opened === 0 && row.shown.length === row.all) return <span className="warn">{t('invites.nobodyYet')}</span>;
  return <>{row.shown.map(({ person }) => person.fullName).join(', ')}</>;
}

function Row({ row, choice }: { row: InviteRow; choice: PrintChoice }) {
  const { t } = useI18n();
  const isOpened = choice.filter === 'opened';
  const own = choice.printed.find(({ id }) => id === row.id)?.shown.length ?? 0;
  return (
    <tr>
      {!isOpened && (
        <td>
          <Checkbox
            aria-label={t('invites.pickTeam', { team: row.name })}
            checked={!choice.without.has(row.id)}
            onChange={() => choice.toggle(row.id)}
          />
        </td>
      )}
      <td className="invites-team">
        <Link to="/teams/$teamId" params={{ teamId: row.id }} className="strong-link">
          {row.name}
        </Link>
        <span className="cell-2">{row.leader ?? t('invites.noLeader')}</span>
      </td>
      <td>
        <span className="invites-opened">
          <Bar
            parts={[{ value: row.opened, color: 'bar-1' }]}
            of={row.all}
            label={t('invites.openedOf', { opened: row.opened, all: row.all })}
          />
          <span className="num">
            {row.opened}/{row.all}
          </span>
        </span>
      </td>
      <td className="invites-names">
        <Names row={row} isOpened={isOpened} />
      </td>
      {!isOpened && (
        <td className="num invites-slips" data-label={t('invites.col.slips')}>
          {own}
        </td>
      )}
    </tr>
  );
}

/** Team by team; below 700 px each is a card. */
export function TeamRows({ choice }: { choice: PrintChoice }) {
  const { t } = useI18n();
  const isOpened = choice.filter === 'opened';
  if (choice.rows.length === 0) return <p className="card-body">{t('invites.noneHere')}</p>;
  return (
    <table className="invites-table">
      <thead>
        <tr>
          {!isOpened && (
            <th>
              <Checkbox
                aria-label={t('invites.pickAll')}
                checked={choice.without.size === 0}
                indeterminate={choice.without.size > 0 && choice.without.size < choice.rows.length}
                onChange={choice.toggleAll}
              />
            </th>
          )}
          <th>{t('invites.col.team')}</th>
          <th>{t('invites.col.opened')}</th>
          <th>{t(isOpened ? 'invites.f.opened' : 'invites.col.whom')}</th>
          {!isOpened && <th className="invites-slips">{t('invites.col.slips')}</th>}
        </tr>
      </thead>
      <tbody>
        {choice.rows.map((row) => (
          <Row key={row.id} row={row} choice={choice} />
        ))}
      </tbody>
    </table>
  );
}
