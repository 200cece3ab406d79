import { Link, useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { foldMarks } from '#i18n/fold';
import { SearchField } from '../../ui/form.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { countColumns } from '../../ui/table/columns.tsx';
import { DataTable } from '../../ui/table/data-table.tsx';
import type { Column } from '../../ui/table/table-column.ts';
import { Card, FilterChips, PageHeader } from '../../ui/layout.tsx';
import { Marked } from '../../ui/marked.tsx';
import { useScopeCrumbs } from '../../ui/scope.ts';
import { Failed, Loading, NoMatch } from '../../ui/states.tsx';
import { type CommuneTeams, useCommunes } from './use-communes.ts';

type Filter = 'all' | 'lacking' | 'without' | 'noSupporter';

export function communeFigures({ list }: CommuneTeams) {
  const active = list?.teams.filter((team) => team.status === 'active') ?? [];
  return {
    hamlets: list?.hamlets ?? null,
    teams: list?.activeTeams ?? null,
    members: list?.members ?? null,
    lacking: list ? active.filter((team) => team.needsStrengthening).length : null,
    noSupporter: list ? active.filter((team) => team.supporters.length === 0).length : null,
    groups: list ? active.filter((team) => team.group.state === 'right').length : null,
  };
}

type Row = CommuneTeams & { figures: ReturnType<typeof communeFigures> };

const tests: Record<Filter, (row: Row) => boolean> = {
  all: () => true,
  lacking: (row) => (row.figures.lacking ?? 0) > 0,
  without: (row) => (row.figures.hamlets ?? 0) > (row.figures.teams ?? 0),
  noSupporter: (row) => (row.figures.noSupporter ?? 0) > 0,
};

function useColumns(rows: readonly Row[], query: string): Column<Row>[] {
  const { t, n } = useI18n();
  return useMemo(() => {
    const count = countColumns<Row>(n);
    const figure = (key: keyof Row['figures'], header: string, hideBelow?: number, bad = false) =>
      count(key, header, (row) => row.figures[key], {
        width: 96,
        hideBelow,
        rows,
        alarm: bad ? (row) => (row.figures[key] ?? 0) > 0 : undefined,
      });
    return [
      {
        id: 'commune',
        header: t('assign.col.commune'),
        value: (row) => row.unit.name,
        cell: (row) => (
          <Link className="cell-link" to="/teams" search={{ unit: row.unit.id }}>
            <Marked text={row.unit.fullName} query={query} />
          </Link>
        ),
        total: t('rollUp.total', { n: rows.length }),
      },
      figure('hamlets', t('communes.hamlets'), 820),
      figure('teams', t('communes.teams')),
      figure('members', t('communes.members'), 560),
      figure('lacking', t('teams.filter.lacking'), undefined, true),
      figure('noSupporter', t('teams.filter.noSupporter'), 820, true),
      figure('groups', t('communes.groups'), 1000),
    ];
  }, [t, n, rows, query]);
}

function CommuneTable({ all }: { all: readonly Row[] }) {
  const { t } = useI18n();
  const navigate = useNavigate();
  const [query, setQuery] = useState('');
  const [filter, setFilter] = useState<Filter>('all');
  const rows = useMemo(
    () => all.filter((row) => tests[filter](row) && foldMarks(row.unit.fullName).includes(foldMarks(query))),
    [all, filter, query],
  );
  const columns = useColumns(rows, query);
  const label = (key: Filter) => (key === 'without' ? t('communes.without') : t(`teams.filter.${key}`));
  const options = (Object.keys(tests) as Filter[]).map((key) => ({
    key,
    label: label(key),
    count: all.filter(tests[key]).length,
  }));
  const clear = () => {
    setQuery('');
    setFilter('all');
  };
  return (
    <>
      <div className="toolbar">
        <SearchField label={t('communes.find')} value={query} onChange={setQuery} />
        <FilterChips label={t('teams.filters')} value={filter} onChange={setFilter} options={options} />
      </div>
      <DataTable
        label={t('nav.communes')}
        columns={columns}
        rows={rows}
        of={all.length}
        rowId={(row) => row.unit.id}
        what={t('unit.communes')}
        totals
        sort={[{ id: 'commune', desc: false }]}
        onOpen={(row) => void navigate({ to: '/teams', search: { unit: row.unit.id } })}
        empty={<NoMatch text={t('communes.noMatch')} onClear={clear} />}
      />
    </>
  );
}

export function CommunesPage() {
  const { t } = useI18n();
  const crumbs = useScopeCrumbs();
  const { communes, loading, error, refetch } = useCommunes();
  const all = useMemo(() => communes.map((row) => ({ ...row, figures: communeFigures(row) })), [communes]);
  const teams = all.reduce((sum, row) => sum + (row.figures.teams ?? 0), 0);
  const members = all.reduce((sum, row) => sum + (row.figures.members ?? 0), 0);
  const waiting = communes.length === 0 && loading;
  return (
    <div className="page">
      <PageHeader
        crumbs={crumbs}
        title={t('nav.communes')}
        sub={t('communes.sub', { n: all.length, teams, members })}
      />
      <Card>
        {error ? (
          <Failed error={error} refetch={refetch} />
        ) : waiting ? (
          <Loading rows={12} />
        ) : (
          <CommuneTable all={all} />
        )}
      </Card>
    </div>
  );
}
