/**
 * A short table that stays as it comes, in a card or a dialogue: columns as data, sums, marked rows. Nothing is chosen in it and
 * the reader does not sort it: data-table.tsx is for that. Three columns and more are cards on a phone.
 */
import type { CSSProperties, ReactNode } from 'react';

export interface PlainColumn<T> {
  header: string;
  cell: (row: T, index: number) => ReactNode;
  /** A figure. */
  right?: boolean;
  /** It says which row this is, for whoever hears the others. */
  isHead?: boolean;
  /** What can be done with the row: in the corner of its card, or in a line of its own. Its head is heard only. */
  acts?: 'corner' | 'line';
  total?: ReactNode;
  width?: number | string;
  /** Of the head and all cells. */
  className?: string;
}

/** How a row stands: `data-current` and other marks that its style knows. */
export type RowMarks = { [mark: `data-${string}`]: string | boolean | undefined };

interface PlainTableProps<T> {
  columns: readonly PlainColumn<T>[];
  rows: readonly T[];
  rowId: (row: T) => string;
  label?: string;
  className?: string;
  marks?: (row: T) => RowMarks;
  /** False where all columns but the first are short figures: a table on a phone too. */
  cards?: boolean;
}

/** More columns than these are one word wide on a phone. */
const fitPhone = 2;

const looks = <T,>({ right, width, className }: PlainColumn<T>) => ({
  'data-right': right || undefined,
  className,
  style: width === undefined ? undefined : ({ width } satisfies CSSProperties),
});

function Head<T>({ columns }: Pick<PlainTableProps<T>, 'columns'>) {
  return (
    <thead>
      <tr>
        {columns.map((column, at) => (
          <th key={at} scope="col" {...looks(column)}>
            {column.acts ? <span className="visually-hidden">{column.header}</span> : column.header}
          </th>
        ))}
      </tr>
    </thead>
  );
}

interface CellProps<T> {
  column: PlainColumn<T>;
  isLead: boolean;
  children: ReactNode;
}

function Cell<T>({ column, isLead, children }: CellProps<T>) {
  const Tag = column.isHead ? 'th' : 'td';
  return (
    <Tag
      scope={column.isHead ? 'row' : undefined}
      data-lead={isLead || undefined}
      data-label={column.acts ? undefined : column.header || undefined}
      data-acts={column.acts}
      {...looks(column)}
    >
      {children}
    </Tag>
  );
}

function Totals<T>({ columns }: Pick<PlainTableProps<T>, 'columns'>) {
  if (columns.every(({ total }) => total === undefined)) return null;
  return (
    <tfoot>
      <tr>
        {columns.map((column, at) => (
          <td
            key={at}
            data-lead={at === 0 || undefined}
            data-label={column.acts ? undefined : column.header || undefined}
            {...looks(column)}
          >
            {column.total}
          </td>
        ))}
      </tr>
    </tfoot>
  );
}

const setMarks = (marks: RowMarks): RowMarks =>
  Object.fromEntries(Object.entries(marks).filter(([, value]) => value !== undefined && value !== false));

export function PlainTable<T>(props: PlainTableProps<T>) {
  const { columns, rows, rowId, label, className = '', marks, cards = columns.length > fitPhone } = props;
  return (
    <div className="dt" data-cards={cards || undefined}>
      <table className={`dt-table plain-table ${className}`.trim()} aria-label={label}>
        <Head columns={columns} />
        <tbody>
          {rows.map((row, index) => (
            <tr key={rowId(row)} {...(marks && setMarks(marks(row)))}>
              {columns.map((column, at) => (
                <Cell key={at} column={column} isLead={at === 0}>
                  {column.cell(row, index)}
                </Cell>
              ))}
            </tr>
          ))}
        </tbody>
        <Totals columns={columns} />
      </table>
    </div>
  );
}
