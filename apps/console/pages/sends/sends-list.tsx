import { Link, useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { formatMoment, type Lang } from '#i18n';
import { useIdentity } from '../../api/me.tsx';
import { type Translate, useI18n } from '../../i18n/i18n.tsx';
import { Card, Chip } from '../../ui/layout.tsx';
import { PageHeader } from '../../ui/header/page-header.tsx';
import { EmptyState, Loaded } from '../../ui/states.tsx';
import { DataTable } from '../../ui/table/data-table.tsx';
import type { Column } from '../../ui/table/table-column.ts';
import { type SendRow, sendTitle, sizeText } from '../../ui/second/send-facts.ts';
import { useSends } from '../../ui/second/use-sends.ts';

const stateWord = ({ mayDecide, isOwn }: SendRow) =>
  mayDecide ? 'second.yours' : isOwn ? 'second.own' : 'second.others';

function Title({ row }: { row: SendRow }) {
  const { t } = useI18n();
  return (
    <>
      <Link className="cell-link" to="/send-requests/{-$requestId}" params={{ requestId: row.id }}>
        {sendTitle(t, row)}
      </Link>
      {row.kind === 'order' && <span className="cell-2">{t('second.kind.order')}</span>}
    </>
  );
}

function State({ row }: { row: SendRow }) {
  const { t } = useI18n();
  return (
    <Chip tone={row.mayDecide ? 'doing' : 'new'} icon={row.mayDecide ? 'checkbox' : 'clock'}>
      {t(stateWord(row))}
    </Chip>
  );
}

function columnsOf(t: Translate, lang: Lang): Column<SendRow>[] {
  const at = ({ asked }: SendRow) => formatMoment(asked.at, Date.now(), lang);
  return [
    {
      id: 'what',
      header: t('second.col.what'),
      value: (row) => sendTitle(t, row),
      cell: (row) => <Title row={row} />,
    },
    {
      id: 'by',
      header: t('second.col.by'),
      value: ({ asked }) => asked.by.fullName,
      sortBy: ({ asked }) => asked.at,
      cell: (row) => (
        <>
          {row.asked.by.fullName}
          <span className="cell-2 num">{at(row)}</span>
        </>
      ),
      width: 220,
      hideBelow: 700,
    },
    {
      id: 'size',
      header: t('second.col.size'),
      value: ({ places }) => places,
      cell: ({ kind, places, people }) => (
        <>
          {sizeText(t, kind, places)}
          <span className="cell-2">{t('second.people', { n: people })}</span>
        </>
      ),
      width: 130,
      hideBelow: 560,
    },
    {
      id: 'state',
      header: t('second.col.state'),
      value: (row) => t(stateWord(row)),
      cell: (row) => <State row={row} />,
      width: 160,
    },
  ];
}

function Table({ rows }: { rows: readonly SendRow[] }) {
  const { t, lang } = useI18n();
  const navigate = useNavigate();
  const columns = useMemo(() => columnsOf(t, lang), [t, lang]);
  return (
    <DataTable
      label={t('second.list')}
      columns={columns}
      rows={rows}
      rowId={({ id }) => id}
      what={t('second.unit')}
      onOpen={({ id }) => void navigate({ to: '/send-requests/{-$requestId}', params: { requestId: id } })}
    />
  );
}

/** All of the unit that waits for a second officer, of all kinds: what the reader may decide first. */
export function SendsList() {
  const { t } = useI18n();
  const { post } = useIdentity();
  const query = useSends(post.unit.id);
  return (
    <div className="page">
      <PageHeader title={t('second.list')} hint={t('second.listSub')} />
      <Loaded query={query} rows={4}>
        {(rows) => (
          <Card label={t('second.list')}>
            {rows.length === 0 ? (
              <EmptyState icon="checkbox" title={t('second.empty')}>
                {t('second.emptyText')}
              </EmptyState>
            ) : (
              <Table rows={[...rows].sort((a, b) => Number(b.mayDecide) - Number(a.mayDecide))} />
            )}
          </Card>
        )}
      </Loaded>
    </div>
  );
}
