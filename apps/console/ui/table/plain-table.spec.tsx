import { screen, within } from '@testing-library/react';
import { show } from '../../testing/render.tsx';
import { type PlainColumn, PlainTable } from './plain-table.tsx';

interface Row {
  id: string;
  name: string;
  count: number;
}

const rows: Row[] = [
  { id: 'b', name: 'Thôn 10', count: 4 },
  { id: 'a', name: 'Thôn 1', count: 5 },
];
const columns: PlainColumn<Row>[] = [
  { header: 'Thôn', cell: ({ name }) => name, isHead: true, total: 'Cộng' },
  { header: 'Số người', cell: ({ count }) => count, right: true, total: 9 },
  { header: 'Việc làm được', cell: ({ name }) => <button type="button">Gọi {name}</button>, acts: 'corner' },
];

it('keeps the rows as they come, names each by its head and adds up what has a sum', async () => {
  show(<PlainTable label="Tổ" columns={columns} rows={rows} rowId={({ id }) => id} />);
  const table = await screen.findByRole('table', { name: 'Tổ' });
  expect(
    within(table)
      .getAllByRole('rowheader')
      .map(({ textContent }) => textContent),
  ).toEqual(['Thôn 10', 'Thôn 1']);
  expect(within(table).getByRole('row', { name: 'Cộng 9' })).toBeTruthy();
});

it('is read by its heads where they cannot be seen: a column of acts, and a row that is a card', async () => {
  show(<PlainTable label="Tổ" columns={columns} rows={rows} rowId={({ id }) => id} />);
  const act = await screen.findByRole('columnheader', { name: 'Việc làm được' });
  expect(act.firstElementChild?.className).toBe('visually-hidden');
  const [, first] = screen.getAllByRole('row');
  expect([...(first?.children ?? [])].map((cell) => cell.getAttribute('data-label'))).toEqual([
    'Thôn',
    'Số người',
    null,
  ]);
  expect(screen.getByRole('table').parentElement?.dataset.cards).toBe('true');
});

it('stays a table on a phone while two columns are all', async () => {
  show(<PlainTable label="Tổ" columns={columns.slice(0, 2)} rows={rows} rowId={({ id }) => id} />);
  expect((await screen.findByRole('table')).parentElement?.dataset.cards).toBeUndefined();
});

it('marks rows for their style, and those that are not marked bear nothing', async () => {
  const marks = ({ id }: Row) => ({ 'data-current': id === 'a' });
  show(<PlainTable label="Tổ" columns={columns} rows={rows} rowId={({ id }) => id} marks={marks} />);
  const [, first, second] = await screen.findAllByRole('row');
  expect([first?.dataset.current, second?.dataset.current]).toEqual([undefined, 'true']);
});
