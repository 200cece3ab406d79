import '@mantine/dates/styles.css';
import { SegmentedControl } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { getRouteApi } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { formatDate } from '#i18n';
import type { Schemas } from '../../api/client.ts';
import { useIdentity } from '../../api/me.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { countColumns } from '../../ui/table/columns.tsx';
import { DataTable } from '../../ui/table/data-table.tsx';
import { type Column, unsorted } from '../../ui/table/table-column.ts';
import { useAt } from '../../ui/at.ts';
import { Icon } from '../../ui/icon.tsx';
import { Card, Notice } from '../../ui/layout.tsx';
import { PageHeader } from '../../ui/header/page-header.tsx';
import { EmptyState, Loaded, NoMatch } from '../../ui/states.tsx';
import { SearchField } from '../../ui/form.tsx';
import { OcopTable } from './ocop-table.tsx';
import type { RegisterRow } from './register-rows.ts';
import { RegisterModal } from './register-modal.tsx';
import { useRegisters } from './use-registers.ts';
import { HeaderLink } from '../../ui/header/header-menu.tsx';

const route = getRouteApi('/registers');

type Sums = Schemas['RegisterPage']['sums'];
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

/** Four figures of a place, each with its sum. */
function useFigures(sums: Sums | undefined): Column<RegisterRow>[] {
  const { t, n } = useI18n();
  return useMemo(() => {
    const count = countColumns<RegisterRow>(n);
    const wide = { width: 120 };
    const unlisted = (row: RegisterRow) => row.ocopListed < row.ocopProducts;
    const figures: [Column<RegisterRow>, number | undefined][] = [
      [
        {
          ...count('households', t('registers.households'), (row) => row.households, wide),
          cell: (row) =>
            row.households === null ? <span className="warn">{t('registers.notEntered')}</span> : n(row.households),
        },
        sums?.households,
      ],
      [
        count('population', t('registers.population'), (row) => row.population, { ...wide, hideBelow: 560 }),
        sums?.population,
      ],
      [
        count('products', t('registers.products'), (row) => row.ocopProducts, { ...wide, hideBelow: 700 }),
        sums?.ocopProducts,
      ],
      [
        count('listed', t('registers.listed'), (row) => row.ocopListed, { ...wide, hideBelow: 700, alarm: unlisted }),
        sums?.ocopListed,
      ],
    ];
    return figures.map(([column, sum]) => ({ ...column, sortable: false, total: sum !== undefined && n(sum) }));
  }, [t, n, sums]);
}

function useColumns(sums: Sums | undefined, onEdit: Edit): Column<RegisterRow>[] {
  const { t } = useI18n();
  const { commune } = useIdentity();
  const figures = useFigures(sums);
  return useMemo(() => {
    const columns: Column<RegisterRow>[] = [
      {
        id: 'unit',
        header: t(commune ? 'teams.col.hamlet' : 'assign.col.commune'),
        value: (row) => row.unit.fullName,
        cell: (row) => <b>{row.unit.fullName}</b>,
        sortable: false,
        total: t('table.total'),
      },
      ...figures,
      {
        id: 'asOf',
        header: t('registers.asOf'),
        value: (row) => row.asOf,
        sortable: false,
        cell: (row) => <AsOf day={row.asOf} />,
        width: 116,
        hideBelow: 820,
      },
    ];
    return onEdit
      ? [...columns, editColumn(onEdit, (row) => t('registers.edit', { name: row.unit.fullName }))]
      : columns;
  }, [t, commune, figures, onEdit]);
}

const idOf = (row: RegisterRow) => row.unit.id;

/** What divided hamlets had is in no sum until their parts have figures: it is said, with their names. */
function Undivided({ parts }: { parts: Schemas['RegisterPage']['undivided'] }) {
  const { t } = useI18n();
  const had = ({ households, population }: (typeof parts)[number]) =>
    [
      households !== null && t('registers.nHouseholds', { n: households }),
      population !== null && t('registers.nPeople', { n: population }),
    ]
      .filter(Boolean)
      .join(', ');
  if (parts.length === 0) return null;
  return (
    <Notice tone="doing" icon="alert-triangle">
      <b>{t('registers.undivided')}.</b>{' '}
      {parts.map((part) => t('registers.undividedRow', { unit: part.unit.fullName, what: had(part) })).join('; ')}.{' '}
      {t('registers.undividedHow')}
    </Notice>
  );
}

function Households() {
  const { t } = useI18n();
  const { may, commune } = useIdentity();
  const [typed, setTyped] = useState('');
  const [q] = useDebouncedValue(typed, 200);
  const at = useAt();
  const { unit } = route.useSearch();
  const pages = useRegisters({ q, at, unit });
  const [editing, setEditing] = useState<RegisterRow | null>(null);
  const columns = useColumns(
    q ? undefined : pages.data?.sums,
    may('register.manage') && commune && !at ? setEditing : undefined,
  );
  if (pages.data && pages.total === 0 && !q) return <EmptyState icon="list-details" title={t('registers.empty')} />;
  return (
    <>
      <div className="toolbar">
        <SearchField label={t('registers.find')} value={typed} onChange={setTyped} />
      </div>
      <Loaded query={pages} rows={12}>
        {() => (
          <DataTable
            label={t('registers.byHamlet')}
            columns={columns}
            rows={pages.rows}
            rowId={idOf}
            what={t(commune ? 'unit.hamlets' : 'unit.communes')}
            totals={!q}
            paged={{ total: pages.total, more: pages.more, ...unsorted }}
            empty={<NoMatch text={t('registers.noMatch')} onClear={() => setTyped('')} />}
          />
        )}
      </Loaded>
      {!q && <Undivided parts={pages.data?.undivided ?? []} />}
      {editing && <RegisterModal row={editing} onClose={() => setEditing(null)} />}
    </>
  );
}

/** Where the days that due days follow are listed. */
function ToWorkDays() {
  const { t } = useI18n();
  const { may } = useIdentity();
  const at = useAt();
  if (at || !may('report.read')) return null;
  return (
    <HeaderLink icon="calendar" to="/registers/days">
      {t('days.link')}
    </HeaderLink>
  );
}

/** The denominators that targets are split by: households and people of each hamlet, OCOP products by name. */
export function RegistersPage() {
  const { t } = useI18n();
  const search = route.useSearch();
  const [tab, setTab] = useState<'households' | 'ocop'>(search.tab === 'ocop' ? 'ocop' : 'households');
  return (
    <div className="page">
      <PageHeader
        title={t('nav.registers')}
        hint={t('registers.sub')}
        acts={<ToWorkDays />}
        row={
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
      <Card>{tab === 'ocop' ? <OcopTable unit={search.unit} /> : <Households />}</Card>
    </div>
  );
}
