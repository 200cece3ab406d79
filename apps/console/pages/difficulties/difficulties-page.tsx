import { useMemo } from 'react';
import { dateInVietnam, formatMoment } from '#i18n';
import { api, type Schemas } from '../../api/client.ts';
import { useIdentity } from '../../api/me.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { Card, Chip, PageHeader } from '../../ui/layout.tsx';
import { useScopeCrumbs } from '../../ui/scope.ts';
import { EmptyState, Loaded } from '../../ui/states.tsx';

type Row = Schemas['Difficulty'];

function Answer({ row }: { row: Row }) {
  const { t } = useI18n();
  if (row.answer) return <>{row.answer}</>;
  return (
    <Chip tone="doing" icon="hourglass">
      {t('difficulty.open')}
    </Chip>
  );
}

function Team({ row }: { row: Row }) {
  return (
    <>
      <b>{row.team.name}</b>
      <span className="cell-2">{row.by.fullName}</span>
    </>
  );
}

function useColumns(): Column<Row>[] {
  const { t, lang } = useI18n();
  return useMemo(
    () => [
      {
        id: 'team',
        header: t('assign.col.team'),
        value: (row) => row.team.name,
        cell: (row) => <Team row={row} />,
        width: 190,
      },
      {
        id: 'kind',
        header: t('difficulty.kind'),
        value: (row) => t(`difficulty.kind.${row.kind}`),
        hideBelow: 820,
        width: 150,
      },
      { id: 'text', header: t('difficulty.text'), value: (row) => row.text },
      {
        id: 'at',
        header: t('difficulty.at'),
        value: (row) => dateInVietnam(row.at),
        sortBy: (row) => row.at,
        cell: (row) => <span className="num">{formatMoment(row.at, Date.now(), lang)}</span>,
        width: 120,
        hideBelow: 560,
      },
      {
        id: 'answer',
        header: t('difficulty.answer'),
        value: (row) => row.answer,
        cell: (row) => <Answer row={row} />,
        hideBelow: 700,
      },
    ],
    [t, lang],
  );
}

/** What the teams report as difficult, newest first. */
export function DifficultiesPage() {
  const { t } = useI18n();
  const { post } = useIdentity();
  const crumbs = useScopeCrumbs();
  const columns = useColumns();
  const query = api.useQuery('get', '/units/{unitId}/difficulties', { params: { path: { unitId: post.unit.id } } });
  return (
    <div className="page">
      <PageHeader crumbs={crumbs} title={t('nav.difficulties')} sub={t('difficulty.sub')} />
      <Card>
        <Loaded query={query} rows={6}>
          {(rows) =>
            rows.length === 0 ? (
              <EmptyState icon="help-hexagon" title={t('difficulty.empty')}>
                {t('difficulty.emptyText')}
              </EmptyState>
            ) : (
              <DataTable
                label={t('nav.difficulties')}
                columns={columns}
                rows={rows}
                rowId={(row) => row.id}
                what={t('unit.difficulties')}
                sort={[{ id: 'at', desc: true }]}
              />
            )
          }
        </Loaded>
      </Card>
    </div>
  );
}
