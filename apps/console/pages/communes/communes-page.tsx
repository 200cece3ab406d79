import { useDebouncedValue } from '@mantine/hooks';
import { Link, useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import type { Schemas } from '../../api/client.ts';
import { useIdentity } from '../../api/me.tsx';
import { useAt } from '../../ui/at.ts';
import { SearchField } from '../../ui/form.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { countColumns } from '../../ui/table/columns.tsx';
import { DataTable } from '../../ui/table/data-table.tsx';
import { type Column, unsorted } from '../../ui/table/table-column.ts';
import { Card, FilterChips } from '../../ui/layout.tsx';
import { PageHeader } from '../../ui/header/page-header.tsx';
import { Marked } from '../../ui/marked.tsx';
import { Loaded, NoMatch } from '../../ui/states.tsx';
import { useTeamSums } from '../../api/use-teams.ts';
import { type CommuneFilter, type CommuneTeams, useCommunes } from './use-communes.ts';

const filters: readonly CommuneFilter[] = ['all', 'lacking', 'without', 'noSupporter'];
type Row = CommuneTeams;
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
      sortable: false,
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
        sortable: false,
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

interface TableProps {
  pages: ReturnType<typeof useCommunes>;
  query: string;
  sums: Schemas['TeamSums'] | undefined;
  onClear: () => void;
}

function CommuneTable({ pages, query, sums, onClear }: TableProps) {
  const { t } = useI18n();
  const navigate = useNavigate();
  const columns = useColumns(query, sums, pages.total);
  return (
    <DataTable
      label={t('nav.communes')}
      columns={columns}
      rows={pages.rows}
      rowId={idOf}
      what={t('unit.communes')}
      totals={sums !== undefined}
      paged={{ total: pages.total, more: pages.more, ...unsorted }}
      onOpen={(row) => void navigate({ to: '/teams', search: { unit: row.commune.id } })}
      empty={<NoMatch text={t('communes.noMatch')} onClear={onClear} />}
    />
  );
}

export function CommunesPage() {
  const { t } = useI18n();
  const { post } = useIdentity();
  const [typed, setTyped] = useState('');
  const [filter, setFilter] = useState<CommuneFilter>('all');
  const [q] = useDebouncedValue(typed, 200);
  const at = useAt();
  const pages = useCommunes({ q, filter, at });
  const { data: sums } = useTeamSums(post.unit.id, { at });
  const isWhole = filter === 'all' && q === '';
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
      <Card>
        <div className="toolbar">
          <SearchField label={t('communes.find')} value={typed} onChange={setTyped} />
          <FilterChips
            label={t('teams.filters')}
            value={filter}
            onChange={setFilter}
            options={filters.map((key) => ({ key, label: label(key) }))}
          />
        </div>
        <Loaded query={pages} rows={12}>
          {() => <CommuneTable pages={pages} query={q} sums={isWhole ? sums : undefined} onClear={clear} />}
        </Loaded>
      </Card>
    </div>
  );
}
