import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { formatDate, formatMoment, formatTime, keepTogether } from '#i18n';
import { useIdentity } from '../../api/me.tsx';
import { type MessageId, type Translate, useI18n } from '../../i18n/i18n.tsx';
import { countColumns } from '../../ui/table/columns.tsx';
import type { Column } from '../../ui/table/table-column.ts';
import { Icon } from '../../ui/icon.tsx';
import { Bar, Chip } from '../../ui/layout.tsx';
import { useDuration } from '../../ui/text/duration.ts';
import { type BoardRow, looks, remindedRecently, unanswered } from './board.ts';

export interface BoardActs {
  remind: (row: BoardRow) => void;
  call: (row: BoardRow) => void;
  answer: (row: BoardRow) => void;
  confirm: (row: BoardRow) => void;
  /** What became of the messages to the team's leader. */
  trace: (row: BoardRow) => void;
}

function StateCell({ row, acts }: { row: BoardRow; acts: BoardActs }) {
  const { t, lang } = useI18n();
  const duration = useDuration();
  const { tone, icon } = looks[row.shown];
  const timed =
    unanswered.includes(row.shown) || row.shown === 'submitted' || row.shown === 'declined' || row.shown === 'returned';
  return (
    <div className="state-cell">
      <Chip tone={tone} icon={icon}>
        {t(`board.state.${row.shown}`)}
      </Chip>
      {timed && <span className="caption">{duration(row.since)}</span>}
      {row.busyUntil && unanswered.includes(row.shown) && (
        <span className="warn caption">
          <Icon name="clock" size={14} /> {t('board.busy', { day: formatDate(row.busyUntil, lang) })}
        </span>
      )}
      {row.extension && (
        <span className="warn caption">
          <Icon name="hourglass" size={14} /> {t('board.asksMore')}
        </span>
      )}
      <span className="show-small">
        <ActCell row={row} acts={acts} />
      </span>
    </div>
  );
}

function useLastText() {
  const { t, lang } = useI18n();
  return (row: BoardRow): string => {
    const at = (moment: string) => formatMoment(moment, Date.now(), lang);
    switch (row.shown) {
      case 'not_delivered':
        return row.calledAt
          ? t('board.called', { at: at(row.calledAt) })
          : row.via === 'none' || row.via === null
            ? t('board.noRoute')
            : t('board.notDelivered', { via: t(`route.${row.via}` as MessageId) });
      case 'not_seen':
        return row.reachedAt
          ? t('board.reached', {
              via: row.via && row.via !== 'none' ? t(`route.${row.via}` as MessageId) : '',
              at: at(row.reachedAt),
            })
          : '–';
      case 'not_answered':
        return row.seenAt ? t('board.seen', { at: at(row.seenAt) }) : '–';
      case 'declined':
        return row.declined?.note
          ? `“${row.declined.note}”`
          : row.declined
            ? t(`decline.${row.declined.reason}` as MessageId)
            : '–';
      case 'submitted':
        return t('board.submitted', { at: at(row.since) });
      case 'confirmed':
        return row.confirmedBy
          ? t(row.confirmedUnseen ? `board.confirmedBy.${row.confirmedUnseen}` : 'board.confirmedBy', {
              name: row.confirmedBy.fullName,
              at: at(row.since),
            })
          : at(row.since);
      default:
        return row.lastEntry
          ? t('board.added', { n: row.lastEntry.value, at: at(row.lastEntry.at) })
          : t('board.acceptedAt', { at: at(row.since) });
    }
  };
}

function ResultCell({ row }: { row: BoardRow }) {
  const { n } = useI18n();
  const { reported, target } = row.figures;
  return (
    <div className="result-cell">
      <Bar
        parts={[{ value: reported, color: row.shown === 'confirmed' ? 'bar-ok' : 'bar-1' }]}
        of={target}
        label={`${reported}/${target}`}
      />
      <span className="num">
        <b>{n(reported)}</b> / {n(target)}
      </span>
    </div>
  );
}

function ActCell({ row, acts }: { row: BoardRow; acts: BoardActs }) {
  const { t } = useI18n();
  const { may, commune } = useIdentity();
  if (row.shown === 'submitted' && commune && may('result.confirm'))
    return (
      <Button size="xs" onClick={() => acts.confirm(row)}>
        {t('act.confirm')}
      </Button>
    );
  if ((row.shown === 'declined' || row.extension) && commune && may('result.confirm'))
    return (
      <Button
        size="xs"
        variant="default"
        leftSection={<Icon name="message-reply" size={16} />}
        onClick={() => acts.answer(row)}
      >
        {t('act.answer')}
      </Button>
    );
  if (!unanswered.includes(row.shown) || !may('assignment.chase')) return null;
  if (row.shown === 'not_delivered')
    return (
      <Button size="xs" variant="default" leftSection={<Icon name="phone" size={16} />} onClick={() => acts.call(row)}>
        {t('act.call')}
      </Button>
    );
  if (remindedRecently(row, Date.now()) && row.remindedAt)
    return <span className="caption">{t('board.reminded', { time: formatTime(row.remindedAt, true) })}</span>;
  return (
    <Button
      size="xs"
      variant="default"
      leftSection={<Icon name="bell-ringing" size={16} />}
      onClick={() => acts.remind(row)}
    >
      {t('act.remind')}
    </Button>
  );
}

function Team({ row, acts }: { row: BoardRow; acts: BoardActs }) {
  const { t } = useI18n();
  const { team, leader } = row;
  return (
    <>
      <Link className="cell-link" to="/teams/$teamId" params={{ teamId: team.id }}>
        {keepTogether(team.name)}
      </Link>
      {leader && (
        <button
          type="button"
          className="cell-2 quiet-link"
          aria-label={t('trace.of', { name: leader.fullName })}
          onClick={() => acts.trace(row)}
        >
          {leader.fullName}
        </button>
      )}
    </>
  );
}

const supportersOf = (row: BoardRow): string => row.supporters.map((person) => person.fullName).join(', ');

function Supporters({ row }: { row: BoardRow }) {
  const { t } = useI18n();
  return supportersOf(row) ? <>{supportersOf(row)}</> : <span className="warn">{t('board.noSupporter')}</span>;
}

function stateColumns(t: Translate, acts: BoardActs, last: (row: BoardRow) => string): Column<BoardRow>[] {
  return [
    {
      id: 'state',
      header: t('board.col.state'),
      value: (row) => t(`board.state.${row.shown}`),
      cell: (row) => <StateCell row={row} acts={acts} />,
    },
    { id: 'last', header: t('board.col.last'), value: last, sortable: false, hideBelow: 1000 },
  ];
}

function actColumn(acts: BoardActs): Column<BoardRow> {
  return {
    id: 'act',
    header: '',
    value: () => null,
    cell: (row) => <ActCell row={row} acts={acts} />,
    sortable: false,
    copy: false,
    width: 112,
    hideBelow: 560,
  };
}

/** Their ids are what the server sorts by. */
export function useBoardColumns(rows: readonly BoardRow[], acts: BoardActs, above: boolean): Column<BoardRow>[] {
  const { t, n } = useI18n();
  const last = useLastText();
  return useMemo(() => {
    const count = countColumns<BoardRow>(n);
    const commune: Column<BoardRow> = {
      id: 'commune',
      header: t('assign.col.commune'),
      value: (row) => row.commune.name,
      hideBelow: 700,
    };
    return [
      {
        id: 'team',
        header: t('assign.col.team'),
        value: (row) => row.team.name,
        cell: (row) => <Team row={row} acts={acts} />,
        total: t('split.total', { n: rows.length }),
      },
      ...(above ? [commune] : []),
      ...stateColumns(t, acts, last),
      {
        ...count('result', t('board.col.result'), (row) => row.figures.reported, { rows, hideBelow: 560 }),
        header: t('board.col.onTarget'),
        cell: (row) => <ResultCell row={row} />,
        width: 170,
      },
      {
        id: 'supporter',
        header: t('teams.col.supporter'),
        value: (row) => supportersOf(row) || null,
        cell: (row) => <Supporters row={row} />,
        sortable: false,
        hideBelow: 1180,
      },
      actColumn(acts),
    ];
  }, [t, n, rows, acts, last, above]);
}
