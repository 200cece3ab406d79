import { useDebouncedValue } from '@mantine/hooks';
import { Link, useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import type { Schemas } from '../../api/client.ts';
import { useIdentity } from '../../api/me.tsx';
import { useAt } from '../../ui/at.ts';
import { useI18n } from '../../i18n/i18n.tsx';
import { countColumns } from '../../ui/table/columns.tsx';
import { ListCard } from '../../ui/table/list-card.tsx';
import type { Column } from '../../ui/table/table-column.ts';
import { PageHeader } from '../../ui/header/page-header.tsx';
import { Marked } from '../../ui/marked.tsx';
import { type RowOf, useList } from '../../api/use-list.ts';
import { useTeamSums } from '../../api/use-teams.ts';

const address = '/units/{unitId}/teams/communes';
/** As many as a province has: one page. */
const limit = 200;
const filters = ['all', 'lacking', 'without', 'noSupporter'] as const;
type CommuneFilter = (typeof filters)[number];
type Row = RowOf<typeof address>;
type Figure = Exclude<keyof Row, 'commune'>;

function useColumns(query: string, sums: Schemas['TeamSums'] | undefined, total: number): Column<Row>[] {
  const { t, n } = useI18n();
  return useMemo(() => {
    const count = countColumns<Row>(n);
    const figure = (key: Figure, header: string, hideBelow?: number, bad = false): Column<Row> => ({
      ...count(key, header, (row) => row[key], {
        width: 96,
        hideBelow,
        alarm: bad ? (row) => row[key] > 0 : undefined,
      }),
      total: sums && n(sums[key]),
    });
    return [
      {
        id: 'commune',
        header: t('assign.col.commune'),
        value: (row) => row.commune.name,
        cell: (row) => (
          <Link className="cell-link" to="/teams" search={{ unit: row.commune.id }}>
            <Marked text={row.commune.fullName} query={query} />
          </Link>
        ),
        total: t('rollUp.total', { n: total }),
      },
      figure('hamlets', t('communes.hamlets'), 820),
      figure('activeTeams', t('communes.teams')),
      figure('members', t('communes.members'), 560),
      figure('lacking', t('teams.filter.lacking'), undefined, true),
      figure('noSupporter', t('teams.filter.noSupporter'), 820, true),
      figure('groups', t('communes.groups'), 1000),
    ];
  }, [t, n, query, sums, total]);
}

const idOf = (row: Row) => row.commune.id;

export function CommunesPage() {
  const { t } = useI18n();
  const { post, commune } = useIdentity();
  const navigate = useNavigate();
  const [typed, setTyped] = useState('');
  const [filter, setFilter] = useState<CommuneFilter>('all');
  const [q] = useDebouncedValue(typed, 200);
  const at = useAt();
  const query = { limit, ...(q && { q }), ...(filter !== 'all' && { filter }), ...(at && { at }) };
  const pages = useList(address, { path: { unitId: post.unit.id }, query }, { enabled: !commune });
  const { data: sums } = useTeamSums(post.unit.id, { at });
  const isWhole = filter === 'all' && q === '';
  const columns = useColumns(q, isWhole ? sums : undefined, pages.total);
  const [all, setAll] = useState(0);
  if (isWhole && pages.total > 0 && pages.total !== all) setAll(pages.total);
  const label = (key: CommuneFilter) => (key === 'without' ? t('communes.without') : t(`teams.filter.${key}`));
  const clear = () => {
    setTyped('');
    setFilter('all');
  };
  const sub = sums && t('communes.sub', { n: all, teams: sums.activeTeams, members: sums.members });
  return (
    <div className="page">
      <PageHeader title={t('nav.communes')} state={sub} />
      <ListCard
        pages={pages}
        columns={columns}
        rowId={idOf}
        label={t('nav.communes')}
        what={t('unit.communes')}
        totals={isWhole && sums !== undefined}
        onOpen={(row) => void navigate({ to: '/teams', search: { unit: row.commune.id } })}
        search={{ label: t('communes.find'), value: typed, onChange: setTyped }}
        filter={{
          label: t('teams.filters'),
          options: filters.map((key) => ({ key, label: label(key) })),
          value: filter,
          onChange: setFilter,
        }}
        noMatch={{ text: t('communes.noMatch'), onClear: clear }}
        loading={12}
      />
    </div>
  );
}
