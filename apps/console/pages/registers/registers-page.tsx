import '@mantine/dates/styles.css';
import { Button, SegmentedControl } from '@mantine/core';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { formatDate } from '#i18n';
import { api } from '../../api/client.ts';
import { useIdentity } from '../../api/me.tsx';
import '../../i18n/work-day-words.ts';
import { useI18n } from '../../i18n/i18n.tsx';
import { countColumns } from '../../ui/table/columns.tsx';
import { DataTable } from '../../ui/table/data-table.tsx';
import type { Column } from '../../ui/table/table-column.ts';
import { Icon } from '../../ui/icon.tsx';
import { Card, PageHeader } from '../../ui/layout.tsx';
import { useScopeCrumbs } from '../../ui/scope.ts';
import { EmptyState, Loaded } from '../../ui/states.tsx';
import { OcopTable } from './ocop-table.tsx';
import type { RegisterRow } from './register-rows.ts';
import { RegisterModal } from './register-modal.tsx';

const route = getRouteApi('/registers');

type Edit = ((row: RegisterRow) => void) | undefined;

function editColumn(onEdit: (row: RegisterRow) => void, label: (row: RegisterRow) => string): Column<RegisterRow> {
  return {
    id: 'edit',
    header: '',
    value: () => null,
    sortable: false,
    copy: false,
    width: 60,
    cell: (row) => (
      <button type="button" className="link" onClick={() => onEdit(row)} aria-label={label(row)}>
        <Icon name="pencil" size={16} />
      </button>
    ),
  };
}

function AsOf({ day }: { day: string | null }) {
  const { lang } = useI18n();
  if (!day) return <span className="muted">–</span>;
  return <span className="num">{formatDate(day, lang, { withYear: true })}</span>;
}

function useColumns(rows: readonly RegisterRow[], onEdit: Edit): Column<RegisterRow>[] {
  const { t, n } = useI18n();
  return useMemo(() => {
    const count = countColumns<RegisterRow>(n);
    const wide = { width: 120, rows };
    const unlisted = (row: RegisterRow) => row.ocopListed < row.ocopProducts;
    const columns: Column<RegisterRow>[] = [
      {
        id: 'unit',
        header: t('teams.col.hamlet'),
        value: (row) => row.unit.name,
        cell: (row) => <b>{row.unit.name}</b>,
        total: t('table.total'),
      },
      {
        ...count('households', t('registers.households'), (row) => row.households, wide),
        cell: (row) =>
          row.households === null ? <span className="warn">{t('registers.notEntered')}</span> : n(row.households),
      },
      count('population', t('registers.population'), (row) => row.population, { ...wide, hideBelow: 560 }),
      count('products', t('registers.products'), (row) => row.ocopProducts, { ...wide, hideBelow: 700 }),
      count('listed', t('registers.listed'), (row) => row.ocopListed, { ...wide, hideBelow: 700, alarm: unlisted }),
      {
        id: 'asOf',
        header: t('registers.asOf'),
        value: (row) => row.asOf,
        cell: (row) => <AsOf day={row.asOf} />,
        width: 116,
        hideBelow: 820,
      },
    ];
    return onEdit ? [...columns, editColumn(onEdit, (row) => t('registers.edit', { name: row.unit.name }))] : columns;
  }, [t, n, rows, onEdit]);
}

function Households({ rows }: { rows: readonly RegisterRow[] }) {
  const { t } = useI18n();
  const { may } = useIdentity();
  const [editing, setEditing] = useState<RegisterRow | null>(null);
  const columns = useColumns(rows, may('register.manage') ? setEditing : undefined);
  if (rows.length === 0) return <EmptyState icon="list-details" title={t('registers.empty')} />;
  return (
    <>
      <DataTable
        label={t('registers.byHamlet')}
        columns={columns}
        rows={rows}
        rowId={(row) => row.unit.id}
        what={t('unit.hamlets')}
        totals
        sort={[{ id: 'unit', desc: false }]}
      />
      {editing && <RegisterModal row={editing} onClose={() => setEditing(null)} />}
    </>
  );
}

/** Where the days that due days follow are listed. */
function ToWorkDays() {
  const { t } = useI18n();
  const { may } = useIdentity();
  const navigate = useNavigate();
  if (!may('report.read')) return null;
  return (
    <Button
      variant="default"
      leftSection={<Icon name="calendar" />}
      onClick={() => void navigate({ to: '/registers/days' })}
    >
      {t('days.link')}
    </Button>
  );
}

/** The denominators that targets are split by: households and people of each hamlet, OCOP products by name. */
export function RegistersPage() {
  const { t } = useI18n();
  const { post } = useIdentity();
  const crumbs = useScopeCrumbs();
  const search = route.useSearch();
  const [tab, setTab] = useState<'households' | 'ocop'>(search.tab === 'ocop' ? 'ocop' : 'households');
  const query = api.useQuery('get', '/units/{unitId}/registers', { params: { path: { unitId: post.unit.id } } });
  return (
    <div className="page">
      <PageHeader
        crumbs={crumbs}
        title={t('nav.registers')}
        sub={t('registers.sub')}
        actions={
          <>
            <ToWorkDays />
            <SegmentedControl
              value={tab}
              onChange={(value) => setTab(value === 'ocop' ? 'ocop' : 'households')}
              data={[
                { value: 'households', label: t('registers.byHamlet') },
                { value: 'ocop', label: t('registers.ocop') },
              ]}
              aria-label={t('nav.registers')}
            />
          </>
        }
      />
      <Card>
        {tab === 'ocop' ? (
          <OcopTable hamlets={query.data ?? []} />
        ) : (
          <Loaded query={query} rows={12}>
            {(rows) => <Households rows={rows} />}
          </Loaded>
        )}
      </Card>
    </div>
  );
}
