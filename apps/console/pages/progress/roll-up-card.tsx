import { useMemo } from 'react';
import { api, type Schemas } from '../../api/client.ts';
import { useI18n } from '../../i18n/i18n.tsx';
import { countColumns } from '../../ui/table/columns.tsx';
import { DataTable } from '../../ui/table/data-table.tsx';
import type { Column } from '../../ui/table/table-column.ts';
import { Bar, Card } from '../../ui/layout.tsx';
import { Loaded } from '../../ui/states.tsx';
import { UnitsSwitch } from '../restated/units-switch.tsx';
import { useReformDays } from '../restated/use-reforms.ts';
import type { useBoardSearch } from './use-board.ts';
import { dateInVietnam } from '#i18n';

type Row = Schemas['CommuneProgress'];

type OnCommune = (id: string | undefined) => void;

function CommuneButton({ row, current, onCommune }: { row: Row; current: string | undefined; onCommune: OnCommune }) {
  const on = row.commune.id === current;
  return (
    <button
      type="button"
      className="strong-link"
      aria-pressed={on}
      onClick={() => onCommune(on ? undefined : row.commune.id)}
    >
      {row.commune.name}
    </button>
  );
}

function Result({ figures }: Pick<Row, 'figures'>) {
  const { n } = useI18n();
  const { reported, confirmed, target } = figures;
  const parts = [
    { value: confirmed, color: 'bar-ok' },
    { value: Math.max(0, reported - confirmed), color: 'bar-2' },
  ];
  return (
    <div className="result-cell">
      <Bar parts={parts} of={target} label={`${reported}/${target}`} />
      <b>{n(reported)}</b>
    </div>
  );
}

function useColumns(rows: readonly Row[], current: string | undefined, onCommune: OnCommune): Column<Row>[] {
  const { t, n } = useI18n();
  return useMemo(() => {
    const of = countColumns<Row>(n);
    const count = (id: string, header: string, value: (row: Row) => number, hideBelow?: number) =>
      of(id, header, value, { width: 88, rows, hideBelow });
    return [
      {
        id: 'commune',
        header: t('assign.col.commune'),
        value: (row) => row.commune.name,
        cell: (row) => <CommuneButton row={row} current={current} onCommune={onCommune} />,
        total: t('rollUp.total', { n: rows.length }),
      },
      count('teams', t('list.teams'), (row) => row.teams, 560),
      count('told', t('funnel.reached'), (row) => row.told, 1180),
      count('seen', t('funnel.seen'), (row) => row.seen, 1180),
      of('unanswered', t('list.unanswered'), (row) => row.unanswered, {
        width: 88,
        rows,
        alarm: (row) => row.unanswered > 0,
      }),
      count('declined', t('board.state.declined'), (row) => row.declined, 1000),
      count('accepted', t('board.state.doing'), (row) => row.accepted, 820),
      count('submitted', t('board.state.submitted'), (row) => row.submitted, 1000),
      count('confirmed', t('board.state.confirmed'), (row) => row.confirmed, 820),
      {
        ...count('figures', t('board.col.result'), (row) => row.figures.reported, 560),
        cell: (row) => <Result figures={row.figures} />,
        width: 160,
      },
      count('target', t('split.target'), (row) => row.figures.target, 700),
    ];
  }, [t, n, rows, current, onCommune]);
}

function Table({
  rows,
  current,
  onCommune,
}: {
  rows: readonly Row[];
  current: string | undefined;
  onCommune: (id: string | undefined) => void;
}) {
  const { t } = useI18n();
  const columns = useColumns(rows, current, onCommune);
  return (
    <DataTable
      label={t('rollUp.title')}
      columns={columns}
      rows={rows}
      rowId={(row) => row.commune.id}
      what={t('unit.communes')}
      totals
      highlight={(row) => row.commune.id === current}
      sort={[{ id: 'unanswered', desc: true }]}
    />
  );
}

/** The order by commune; the sums equal the parts, and a commune opens its teams below. */
export function RollUpCard({
  assignment,
  search: { commune: current, setCommune: onCommune, units, setUnits: onUnits },
}: {
  assignment: Pick<Schemas['AssignmentDetail'], 'id' | 'issuedAt'>;
  search: Pick<ReturnType<typeof useBoardSearch>, 'commune' | 'setCommune' | 'units' | 'setUnits'>;
}) {
  const { t } = useI18n();
  const query = api.useQuery(
    'get',
    '/assignments/{assignmentId}/roll-up',
    { params: { path: { assignmentId: assignment.id }, query: units === 'then' ? { units } : {} } },
    { refetchInterval: 30_000 },
  );
  const issuedOn = dateInVietnam(assignment.issuedAt);
  const hasReform = useReformDays().some((day) => day > issuedOn);
  return (
    <Card
      title={t('rollUp.title')}
      note={t('rollUp.note')}
      aside={
        <>
          {current && (
            <button type="button" className="link" onClick={() => onCommune(undefined)}>
              {t('rollUp.all')}
            </button>
          )}
          {hasReform && <UnitsSwitch value={units} onChange={onUnits} />}
        </>
      }
    >
      <Loaded query={query} rows={8}>
        {(rows) => <Table rows={rows} current={current} onCommune={onCommune} />}
      </Loaded>
    </Card>
  );
}
