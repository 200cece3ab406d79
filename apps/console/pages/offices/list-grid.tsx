import type { KeyboardEvent } from 'react';
import { useI18n } from '../../i18n/i18n.tsx';
import { Card, FilterChips } from '../../ui/layout.tsx';
import {
  type GridField,
  gridFields,
  gridOf,
  isRow,
  type ListFilter,
  listFilters,
  type ListRow,
  needOf,
  ofCell,
} from './list-rows.ts';
import type { Finding, Line } from './use-office-list.ts';

interface CellProps {
  row: ListRow;
  field: GridField;
  current: Finding | undefined;
  onPick: (finding: Finding) => void;
}

/** A cell that needs a look says so by its colour, and opens beside the grid. */
function Cell({ row, field, current, onPick }: CellProps) {
  const { t } = useI18n();
  const text = row.line[field] || '–';
  const finding = ofCell(row, field);
  if (!finding) return <td className={field === 'phone' ? 'num' : undefined}>{text}</td>;
  const isCurrent = current?.row === finding.row && current.field === field;
  return (
    <td data-need={needOf(finding)} data-current={isCurrent || undefined}>
      <button
        type="button"
        className="cell-button"
        aria-current={isCurrent}
        aria-label={`${text}: ${t(`office.finding.${finding.code}`, finding.params)}`}
        onClick={() => onPick(finding)}
      >
        {text}
      </button>
    </td>
  );
}

interface GridProps {
  lines: readonly Line[];
  findings: readonly Finding[];
  filter: ListFilter;
  current: Finding | undefined;
  onFilter: (filter: ListFilter) => void;
  onPick: (finding: Finding) => void;
  onStep: (by: 1 | -1) => void;
}

type RowsProps = Pick<GridProps, 'lines' | 'findings' | 'filter' | 'current' | 'onPick'>;

function Rows({ lines, findings, filter, current, onPick }: RowsProps) {
  const { t } = useI18n();
  return (
    <table className="dt-table plain-table">
      <thead>
        <tr>
          <th>{t('office.file.col.row')}</th>
          {gridFields.map((field) => (
            <th key={field}>{t(`office.file.col.${field}`)}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {gridOf(lines, findings, filter).map((one) =>
          isRow(one) ? (
            <tr key={one.line.row}>
              <td className="num muted">{one.line.row}</td>
              {gridFields.map((field) => (
                <Cell key={field} row={one} field={field} current={current} onPick={onPick} />
              ))}
            </tr>
          ) : (
            <tr key={`${one.from}-${one.to}`}>
              <td className="muted">…</td>
              <td className="muted" colSpan={gridFields.length}>
                {t('office.file.cleanRows', { from: one.from, to: one.to })}
              </td>
            </tr>
          ),
        )}
      </tbody>
    </table>
  );
}

/** The rows of the file; up and down go from cell to cell that needs a look. */
export function ListGrid({ lines, findings, filter, current, onFilter, onPick, onStep }: GridProps) {
  const { t } = useI18n();
  const counts = (key: ListFilter) =>
    key === 'all' ? lines.length : findings.filter((one) => needOf(one) === key).length;
  const options = listFilters
    .map((key) => ({ key, label: t(`office.file.filter.${key}`), count: counts(key) }))
    .filter(({ key, count }) => key === 'all' || count > 0);
  const pressed = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    onStep(event.key === 'ArrowDown' ? 1 : -1);
    event.preventDefault();
  };
  return (
    <Card>
      <div className="toolbar">
        <FilterChips label={t('office.file.filters')} options={options} value={filter} onChange={onFilter} />
      </div>
      <div className="office-grid" role="group" aria-label={t('office.file.findings')} onKeyDown={pressed}>
        <Rows lines={lines} findings={findings} filter={filter} current={current} onPick={onPick} />
      </div>
    </Card>
  );
}
