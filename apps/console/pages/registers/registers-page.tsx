import '@mantine/dates/styles.css';
import { SegmentedControl } from '@mantine/core';
import { useMemo, useState } from 'react';
import { formatDate } from '#i18n';
import { api, type Schemas } from '../../api/client.ts';
import { useIdentity } from '../../api/me.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Card, PageHeader } from '../../ui/layout.tsx';
import { useScopeCrumbs } from '../../ui/scope.ts';
import { EmptyState, Loaded } from '../../ui/states.tsx';
import { OcopTable } from './ocop-table.tsx';
import { RegisterModal } from './register-modal.tsx';

export type RegisterRow = Schemas['RegisterRow'];

function useColumns(
  rows: readonly RegisterRow[],
  onEdit: ((row: RegisterRow) => void) | undefined,
): Column<RegisterRow>[] {
  const { t, n, lang } = useI18n();
  return useMemo(() => {
    const sum = (key: 'households' | 'population' | 'ocopProducts' | 'ocopListed') =>
      n(rows.reduce((total, row) => total + (row[key] ?? 0), 0));
    const columns: Column<RegisterRow>[] = [
      {
        id: 'unit',
        header: t('teams.col.hamlet'),
        value: (row) => row.unit.name,
        cell: (row) => <b>{row.unit.name}</b>,
        total: t('table.total'),
      },
      {
        id: 'households',
        header: t('registers.households'),
        value: (row) => row.households,
        cell: (row) =>
          row.households === null ? <span className="warn">{t('registers.notEntered')}</span> : n(row.households),
        right: true,
        width: 130,
        total: sum('households'),
      },
      {
        id: 'population',
        header: t('registers.population'),
        value: (row) => row.population,
        right: true,
        width: 120,
        total: sum('population'),
        hideBelow: 560,
      },
      {
        id: 'products',
        header: t('registers.products'),
        value: (row) => row.ocopProducts,
        right: true,
        width: 120,
        total: sum('ocopProducts'),
        hideBelow: 700,
      },
      {
        id: 'listed',
        header: t('registers.listed'),
        value: (row) => row.ocopListed,
        cell: (row) => <span className={row.ocopListed < row.ocopProducts ? 'warn' : ''}>{n(row.ocopListed)}</span>,
        right: true,
        width: 120,
        total: sum('ocopListed'),
        hideBelow: 700,
      },
      {
        id: 'asOf',
        header: t('registers.asOf'),
        value: (row) => row.asOf,
        cell: (row) =>
          row.asOf ? (
            <span className="num">{formatDate(row.asOf, lang, { withYear: true })}</span>
          ) : (
            <span className="muted">–</span>
          ),
        width: 116,
        hideBelow: 820,
      },
    ];
    if (onEdit)
      columns.push({
        id: 'edit',
        header: '',
        value: () => null,
        sortable: false,
        copy: false,
        width: 60,
        cell: (row) => (
          <button
            type="button"
            className="link"
            onClick={() => onEdit(row)}
            aria-label={t('registers.edit', { name: row.unit.name })}
          >
            <Icon name="pencil" size={16} />
          </button>
        ),
      });
    return columns;
  }, [t, n, lang, rows, onEdit]);
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

/** The denominators that targets are split by: households and people of each hamlet, OCOP products by name. */
export function RegistersPage() {
  const { t } = useI18n();
  const { post } = useIdentity();
  const crumbs = useScopeCrumbs();
  const [tab, setTab] = useState<'households' | 'ocop'>('households');
  const query = api.useQuery('get', '/units/{unitId}/registers', { params: { path: { unitId: post.unit.id } } });
  return (
    <div className="page">
      <PageHeader
        crumbs={crumbs}
        title={t('nav.registers')}
        sub={t('registers.sub')}
        actions={
          <SegmentedControl
            value={tab}
            onChange={(value) => setTab(value === 'ocop' ? 'ocop' : 'households')}
            data={[
              { value: 'households', label: t('registers.byHamlet') },
              { value: 'ocop', label: t('registers.ocop') },
            ]}
            aria-label={t('nav.registers')}
          />
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
