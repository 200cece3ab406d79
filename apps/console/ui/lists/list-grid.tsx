import type { KeyboardEvent, ReactNode } from 'react';
import { useI18n } from '../../i18n/i18n.tsx';
import { Icon, type IconName } from '../icon.tsx';
import { Card, FilterChips } from '../layout.tsx';
import {
  around,
  gridOf,
  isLine,
  type ListColumn,
  type ListFilter,
  type ListFinding,
  type ListLine,
  listFilters,
  type ListShape,
  type Need,
  needOf,
} from './rows.ts';

const icons: Record<Need, IconName> = { fix: 'alert-circle', choose: 'help-hexagon', note: 'info-circle' };

interface CellProps<L extends ListLine, F extends ListFinding> {
  line: L;
  column: ListColumn<L>;
  /** What weighs most of what was found there. */
  finding: F | undefined;
  shape: ListShape<L, F>;
  isCurrent: boolean;
  onPick: (finding: F) => void;
}

/** A cell that needs a look says so by its colour and a mark, and opens beside the grid. */
function Cell<L extends ListLine, F extends ListFinding>({
  line,
  column: { key, num, blank = '–', shown },
  finding,
  shape,
  isCurrent,
  onPick,
}: CellProps<L, F>) {
  const text = String(line[key] ?? '');
  const written = shown ? shown(text) : text;
  const said = written || blank;
  if (!finding)
    return (
      <td className={num ? 'num' : undefined} data-blank={written === '' || undefined}>
        {said}
      </td>
    );
  const need = needOf(finding, shape.pressed);
  return (
    <td data-need={need} data-current={isCurrent || undefined}>
      <button
        type="button"
        className="cell-button"
        aria-current={isCurrent}
        aria-label={`${said}: ${shape.text(finding)}`}
        onClick={() => onPick(finding)}
      >
        <Icon name={icons[need]} size={15} /> {said}
      </button>
    </td>
  );
}

interface GridProps<L extends ListLine, F extends ListFinding> {
  shape: ListShape<L, F>;
  lines: readonly L[];
  /** In the order of the file. */
  findings: readonly F[];
  /** Where one stops on the way through. */
  stops: readonly F[];
  filter: ListFilter;
  current: F | undefined;
  bar?: ReactNode;
  onFilter: (filter: ListFilter) => void;
  onPick: (finding: F) => void;
  onStep: (by: 1 | -1) => void;
}

type RowProps<L extends ListLine, F extends ListFinding> = Pick<GridProps<L, F>, 'shape' | 'current' | 'onPick'> & {
  line: L;
  columns: readonly ListColumn<L>[];
  /** Of this row. */
  findings: readonly F[];
};

function Row<L extends ListLine, F extends ListFinding>(props: RowProps<L, F>) {
  const { shape, line, columns, findings, current, onPick } = props;
  const isOwn = line.row === current?.row;
  return (
    <tr data-current={(shape.byRow && isOwn) || undefined}>
      <td className="num muted">{line.row}</td>
      {columns.map((column) => (
        <Cell
          key={column.key}
          line={line}
          column={column}
          finding={findings.find(({ field }) => field === column.key)}
          shape={shape}
          isCurrent={isOwn && column.key === current.field}
          onPick={onPick}
        />
      ))}
    </tr>
  );
}

/** Instead of rows that are not drawn. */
function Skipped({ words, columns }: { words?: string; columns: number }) {
  return (
    <tr>
      <td className="muted">…</td>
      <td className="muted" colSpan={columns}>
        {words}
      </td>
    </tr>
  );
}

type RowsProps<L extends ListLine, F extends ListFinding> = Omit<GridProps<L, F>, 'onFilter' | 'onStep' | 'bar'>;

function Rows<L extends ListLine, F extends ListFinding>(props: RowsProps<L, F>) {
  const { t } = useI18n();
  const { shape, lines, findings, stops, filter, current, onPick } = props;
  const only = new Set(stops.filter((one) => needOf(one, shape.pressed) === filter).map(({ row }) => row));
  const all = gridOf(lines, new Set(findings.map(({ row }) => row)), filter === 'all' ? undefined : only);
  const at = all.findIndex((one) => isLine(one) && one.row === current?.row);
  const { rows, before, after } = around(all, at);
  const columns = shape.columns.filter(({ key, doubted }) => !doubted || findings.some(({ field }) => field === key));
  const rowOf = (line: L) => {
    const own = findings.filter(({ row }) => row === line.row);
    return <Row key={line.row} {...{ shape, line, columns, current, onPick }} findings={own} />;
  };
  return (
    <table className="dt-table plain-table">
      <thead>
        <tr>
          <th>{t('fileList.row')}</th>
          {columns.map(({ key, head }) => (
            <th key={key}>{head}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {before && <Skipped columns={columns.length} />}
        {rows.map((one) =>
          isLine(one) ? (
            rowOf(one)
          ) : (
            <Skipped
              key={`${one.from}-${one.to}`}
              columns={columns.length}
              words={t('fileList.cleanRows', { ...one })}
            />
          ),
        )}
        {after && <Skipped columns={columns.length} />}
      </tbody>
    </table>
  );
}

/** The rows of the file; up and down go to what needs a look next. */
export function ListGrid<L extends ListLine, F extends ListFinding>({
  onFilter,
  onStep,
  bar,
  ...props
}: GridProps<L, F>) {
  const { t } = useI18n();
  const { shape, lines, stops, filter } = props;
  const counts = (key: ListFilter) =>
    key === 'all' ? lines.length : stops.filter((one) => needOf(one, shape.pressed) === key).length;
  const options = listFilters
    .map((key) => ({ key, label: t(`fileList.filter.${key}`), count: counts(key) }))
    .filter(({ key, count }) => key === 'all' || key === filter || count > 0);
  const pressed = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    onStep(event.key === 'ArrowDown' ? 1 : -1);
    event.preventDefault();
  };
  return (
    <Card>
      <div className="toolbar list-bar">
        <FilterChips label={t('fileList.filters')} options={options} value={filter} onChange={onFilter} />
        {bar}
      </div>
      <div className="list-grid" role="group" aria-label={t('fileList.findings')} onKeyDown={pressed}>
        <Rows {...props} />
      </div>
    </Card>
  );
}
