import { useMemo } from 'react';
import { api, type Schemas } from '../../api/client.ts';
import { useI18n } from '../../i18n/i18n.tsx';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { Bar, Card } from '../../ui/layout.tsx';
import { Loaded } from '../../ui/states.tsx';

type Row = Schemas['CommuneRollUp'];

function useColumns(
  rows: readonly Row[],
  current: string | undefined,
  onCommune: (id: string | undefined) => void,
): Column<Row>[] {
  const { t, n } = useI18n();
  return useMemo(() => {
    const sum = (pick: (row: Row) => number) => n(rows.reduce((total, row) => total + pick(row), 0));
    const count = (id: string, header: string, pick: (row: Row) => number, hideBelow?: number): Column<Row> => ({
      id,
      header,
      value: pick,
      right: true,
      width: 88,
      total: sum(pick),
      hideBelow,
    });
    return [
      {
        id: 'commune',
        header: t('assign.col.commune'),
        value: (row) => row.commune.name,
        cell: (row) => (
          <button
            type="button"
            className="strong-link"
            aria-pressed={row.commune.id === current}
            onClick={() => onCommune(row.commune.id === current ? undefined : row.commune.id)}
          >
            {row.commune.name}
          </button>
        ),
        total: t('rollUp.total', { n: rows.length }),
      },
      count('teams', t('list.teams'), (row) => row.teams, 560),
      {
        ...count('unanswered', t('list.unanswered'), (row) => row.unanswered),
        cell: (row) => <span className={row.unanswered > 0 ? 'late' : ''}>{n(row.unanswered)}</span>,
      },
      count('declined', t('board.state.declined'), (row) => row.declined, 1000),
      count('accepted', t('board.state.doing'), (row) => row.accepted, 820),
      count('submitted', t('board.state.submitted'), (row) => row.submitted, 1000),
      count('confirmed', t('board.state.confirmed'), (row) => row.confirmed, 820),
      {
        id: 'figures',
        header: t('board.col.result'),
        value: (row) => row.figures.reported,
        cell: (row) => (
          <div className="result-cell">
            <Bar
              parts={[
                { value: row.figures.confirmed, color: 'bar-ok' },
                { value: Math.max(0, row.figures.reported - row.figures.confirmed), color: 'bar-2' },
              ]}
              of={row.figures.target}
              label={`${row.figures.reported}/${row.figures.target}`}
            />
            <b>{n(row.figures.reported)}</b>
          </div>
        ),
        right: true,
        width: 160,
        total: sum((row) => row.figures.reported),
        hideBelow: 560,
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
  assignmentId,
  current,
  onCommune,
}: {
  assignmentId: string;
  current: string | undefined;
  onCommune: (id: string | undefined) => void;
}) {
  const { t } = useI18n();
  const query = api.useQuery(
    'get',
    '/assignments/{assignmentId}/roll-up',
    { params: { path: { assignmentId } } },
    { refetchInterval: 30_000 },
  );
  return (
    <Card
      title={t('rollUp.title')}
      note={t('rollUp.note')}
      aside={
        current && (
          <button type="button" className="link" onClick={() => onCommune(undefined)}>
            {t('rollUp.all')}
          </button>
        )
      }
    >
      <Loaded query={query} rows={8}>
        {(rows) => <Table rows={rows} current={current} onCommune={onCommune} />}
      </Loaded>
    </Card>
  );
}
