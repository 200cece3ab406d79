import { dateInVietnam, formatDate, formatMoment, type Lang } from '#i18n';
import { useIdentity } from '../../api/me.tsx';
import { type Translate, useI18n } from '../../i18n/i18n.tsx';
import type { Column } from '../../ui/table/table-column.ts';
import { Chip } from '../../ui/layout.tsx';
import { clockText, daysLeft, type Difficulty, lookOf } from './difficulty-facts.ts';

export function StateChip({ row }: { row: Difficulty }) {
  const { t } = useI18n();
  const { tone, icon, word } = lookOf(row);
  return (
    <Chip tone={tone} icon={icon}>
      {t(word)}
    </Chip>
  );
}

/** The day by which an answer is in time, and how long that is. */
export function Clock({ row }: { row: Difficulty }) {
  const { t, lang } = useI18n();
  const { me } = useIdentity();
  const left = daysLeft(row, me.today);
  if (left === null || !row.dueOn) return <span className="muted">–</span>;
  return (
    <span>
      <span className="num">{formatDate(row.dueOn, lang)}</span>
      <span className={`cell-2 ${left < 0 ? 'late' : left <= 1 ? 'warn-text' : ''}`}>{clockText(t, left)}</span>
    </span>
  );
}

function Text({ row, onOpen }: { row: Difficulty; onOpen: () => void }) {
  const { t } = useI18n();
  return (
    <>
      <button type="button" className="cell-link difficulty-open" tabIndex={-1} onClick={onOpen}>
        {row.text}
      </button>
      <span className="cell-2">{[t(`difficulty.kind.${row.kind}`), row.spot].filter(Boolean).join(' · ')}</span>
    </>
  );
}

/** In the server's order: what is to be answered soonest first. */
export function columnsOf(t: Translate, lang: Lang, onOpen: (row: Difficulty) => void): Column<Difficulty>[] {
  return [
    {
      id: 'text',
      header: t('difficulty.text'),
      value: (row) => row.text,
      cell: (row) => <Text row={row} onOpen={() => onOpen(row)} />,
    },
    {
      id: 'team',
      header: t('difficulty.team'),
      value: (row) => row.team.name,
      cell: (row) => (
        <>
          {row.team.name}
          <span className="cell-2">{row.by.fullName}</span>
        </>
      ),
      width: 160,
      hideBelow: 700,
    },
    {
      id: 'at',
      header: t('difficulty.at'),
      value: (row) => dateInVietnam(row.at),
      cell: (row) => <span className="num">{formatMoment(row.at, Date.now(), lang)}</span>,
      width: 130,
      hideBelow: 1180,
    },
    ...clockColumns(t),
  ];
}

const ownerOf = ({ owner, provider }: Difficulty): string | null => owner?.fullName ?? provider?.name ?? null;

function clockColumns(t: Translate): Column<Difficulty>[] {
  return [
    {
      id: 'owner',
      header: t('difficulty.owner'),
      value: (row) => ownerOf(row),
      cell: (row) => ownerOf(row) ?? <span className="muted">{t('difficulty.nobody')}</span>,
      width: 150,
      hideBelow: 1000,
    },
    {
      id: 'due',
      header: t('difficulty.clock'),
      value: (row) => row.dueOn ?? null,
      cell: (row) => <Clock row={row} />,
      width: 120,
      hideBelow: 560,
      inCards: true,
    },
    {
      id: 'state',
      header: t('difficulty.state'),
      value: (row) => t(lookOf(row).word),
      cell: (row) => <StateChip row={row} />,
      width: 150,
      hideBelow: 420,
      inCards: true,
    },
  ];
}
