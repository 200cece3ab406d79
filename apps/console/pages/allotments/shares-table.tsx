import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { Schemas } from '../../api/client.ts';
import { useI18n } from '../../i18n/i18n.tsx';
import { Bar } from '../../ui/layout.tsx';
import { countColumns } from '../../ui/table/columns.tsx';
import '../progress/progress.css';
import { DataTable } from '../../ui/table/data-table.tsx';
import type { Column } from '../../ui/table/table-column.ts';

type Share = Schemas['AllotmentShare'];

function Commune({ share: { commune, heirs, target } }: { share: Share }) {
  const { t } = useI18n();
  return (
    <>
      <b>{commune.fullName}</b>
      {heirs.length > 0 && (
        <span className="cell-2 warn">
          {t('allot.divided', { names: heirs.map(({ fullName }) => fullName).join(', ') })}
        </span>
      )}
      {target === 0 && <span className="cell-2">{t('allot.noNumber')}</span>}
    </>
  );
}

function Orders({ share: { orders } }: { share: Share }) {
  const { t } = useI18n();
  if (orders.length === 0) return <span className="muted">{t('allot.notHanded')}</span>;
  return orders.map(({ id, title }) => (
    <Link key={id} className="cell-link" to="/assignments/$assignmentId" params={{ assignmentId: id }}>
      {title}
    </Link>
  ));
}

function Result({ share: { figures } }: { share: Share }) {
  const { t, n } = useI18n();
  const { confirmed, reported, target } = figures;
  const parts = [
    { value: confirmed, color: 'bar-ok' },
    { value: Math.max(0, reported - confirmed), color: 'bar-2' },
  ];
  return (
    <div className="result-cell">
      <Bar parts={parts} of={Math.max(target, 1)} label={t('home.reportedOf', { a: reported, b: target })} />
      <b>{n(reported)}</b>
    </div>
  );
}

function useColumns(shares: readonly Share[]): Column<Share>[] {
  const { t, n } = useI18n();
  return useMemo((): Column<Share>[] => {
    const count = countColumns<Share>(n);
    return [
      {
        id: 'commune',
        header: t('assign.col.commune'),
        value: (row) => row.commune.fullName,
        cell: (row) => <Commune share={row} />,
        total: t('allot.total', { n: shares.length }),
      },
      count('target', t('split.target'), (row) => row.target, { width: 84, rows: shares }),
      count('handed', t('allot.handed'), (row) => row.handedOn, {
        width: 84,
        rows: shares,
        alarm: (row) => row.handedOn < row.target,
      }),
      {
        ...count('result', t('allot.result'), (row) => row.figures.reported, {
          width: 160,
          rows: shares,
          hideBelow: 560,
        }),
        cell: (row) => <Result share={row} />,
      },
      count('confirmed', t('allot.sumConfirmed'), (row) => row.figures.confirmed, {
        width: 104,
        rows: shares,
        hideBelow: 820,
      }),
      count('teams', t('list.teams'), (row) => row.teams, { width: 64, rows: shares, hideBelow: 820 }),
      {
        id: 'orders',
        header: t('allot.orders'),
        value: (row) => row.orders.map(({ title }) => title).join(', '),
        cell: (row) => <Orders share={row} />,
        hideBelow: 700,
      },
    ];
  }, [t, n, shares]);
}

export function SharesTable({ shares }: { shares: readonly Share[] }) {
  const { t } = useI18n();
  return (
    <DataTable
      label={t('allot.table')}
      columns={useColumns(shares)}
      rows={shares}
      rowId={(row) => row.commune.id}
      what={t('unit.communes')}
      totals
    />
  );
}
