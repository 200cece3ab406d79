import { jest } from '@jest/globals';
import { fireEvent, screen, within } from '@testing-library/react';
import { useState } from 'react';
import { show } from '../../testing/render.tsx';
import { DataTable } from './data-table.tsx';
import type { Column } from './table-column.ts';

interface Row {
  id: string;
  name: string;
  people: number;
}

const rows: Row[] = [
  { id: 'c', name: 'Thôn 10', people: 4 },
  { id: 'a', name: 'Thôn 1', people: 5 },
  { id: 'b', name: 'Thôn 2', people: 3 },
];
const columns: Column<Row>[] = [
  { id: 'name', header: 'Thôn', value: (row) => row.name },
  { id: 'people', header: 'Số người', value: (row) => row.people, right: true },
  {
    id: 'act',
    header: '',
    value: () => null,
    cell: () => <button type="button">Nhắc</button>,
    sortable: false,
    copy: false,
  },
];
const opened = jest.fn();

function Teams() {
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  return (
    <DataTable
      label="Tổ"
      what="tổ"
      columns={columns}
      rows={rows}
      rowId={(row) => row.id}
      selected={selected}
      onSelect={setSelected}
      onOpen={opened}
      sumColumn="people"
      sort={[{ id: 'name', desc: false }]}
    />
  );
}

async function bodyRows(): Promise<HTMLElement[]> {
  const grid = await screen.findByRole('grid', { name: 'Tổ' });
  return within(grid).getAllByRole('row').slice(1);
}

describe('the table', () => {
  it('is one tab stop: arrows move the focus, Enter opens the row', async () => {
    show(<Teams />);
    const [first, second, third] = await bodyRows();
    expect(first?.textContent).toContain('Thôn 1');
    expect([first, second, third].map((row) => row?.tabIndex)).toEqual([0, -1, -1]);
    first?.focus();
    fireEvent.keyDown(first as HTMLElement, { key: 'ArrowDown' });
    expect(document.activeElement).toBe(second);
    fireEvent.keyDown(second as HTMLElement, { key: 'Enter' });
    expect(opened).toHaveBeenCalledWith(rows[2]);
  });

  it('lets Tab into the row that it came to, and no other; heads are reached by the arrows', async () => {
    show(<Teams />);
    const [first, second] = await bodyRows();
    const stops = () => screen.getAllByRole('button', { name: 'Nhắc' }).map(({ tabIndex }) => tabIndex);
    expect(stops()).toEqual([0, -1, -1]);
    first?.focus();
    fireEvent.keyDown(first as HTMLElement, { key: 'ArrowDown' });
    expect(stops()).toEqual([-1, 0, -1]);
    fireEvent.keyDown(second as HTMLElement, { key: 'ArrowUp' });
    fireEvent.keyDown(first as HTMLElement, { key: 'ArrowUp' });
    expect(document.activeElement?.textContent).toBe('Thôn');
    fireEvent.keyDown(document.activeElement as HTMLElement, { key: 'ArrowRight' });
    expect(document.activeElement?.textContent).toBe('Số người');
    fireEvent.keyDown(document.activeElement as HTMLElement, { key: 'ArrowDown' });
    expect(document.activeElement).toBe(first);
  });

  it('names a column of buttons for whoever hears it', async () => {
    show(<Teams />);
    await screen.findByRole('columnheader', { name: 'Việc làm được' });
  });

  it('selects with Space and a range with Shift, and adds up the selection', async () => {
    show(<Teams />);
    const [first] = await bodyRows();
    first?.focus();
    fireEvent.keyDown(first as HTMLElement, { key: ' ' });
    fireEvent.keyDown(first as HTMLElement, { key: 'ArrowDown', shiftKey: true });
    expect(screen.getByText('Đang chọn: 2')).toBeTruthy();
    expect(screen.getByText('Cộng số người: 8')).toBeTruthy();
    expect(screen.getByText('Trung bình: 4')).toBeTruthy();
  });

  it('copies the selected rows for Excel with Ctrl C', async () => {
    const writeText = jest.fn(async (_text: string) => undefined);
    Object.defineProperty(navigator, 'clipboard', { value: { writeText }, configurable: true });
    show(<Teams />);
    const [first] = await bodyRows();
    first?.focus();
    fireEvent.keyDown(first as HTMLElement, { key: 'a', ctrlKey: true });
    fireEvent.keyDown(first as HTMLElement, { key: 'c', ctrlKey: true });
    await screen.findByText('Đang chọn: 3');
    await Promise.resolve();
    await import('./copy-tsv.ts');
    expect(writeText).toHaveBeenCalledWith('Thôn\tSố người\nThôn 1\t5\nThôn 2\t3\nThôn 10\t4');
  });

  it('ignores keys while an input method composes', async () => {
    show(<Teams />);
    const [first] = await bodyRows();
    first?.focus();
    fireEvent.keyDown(first as HTMLElement, { key: ' ', isComposing: true });
    expect(screen.queryByText(/Đang chọn/)).toBeNull();
  });
});

describe('rows that the server sorts and gives page by page', () => {
  it('stay in the order given, and their next page is asked for', async () => {
    const [more, onSort] = [jest.fn(), jest.fn()];
    const paged = { total: 4_400, more, sort: [{ id: 'name', desc: true }], onSort };
    show(<DataTable label="Tổ" what="tổ" columns={columns} rows={rows} rowId={(row) => row.id} paged={paged} />);
    const table = await screen.findByRole('table', { name: 'Tổ' });
    expect(more).toHaveBeenCalled();
    expect(screen.getByText(/trong 4.400 tổ/)).toBeTruthy();
    fireEvent.click(within(table).getByRole('button', { name: 'Số người' }));
    expect(onSort).toHaveBeenCalledWith([{ id: 'people', desc: false }]);
  });
});
