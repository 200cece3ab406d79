import { jest } from '@jest/globals';
import { fireEvent, screen, within } from '@testing-library/react';
import { useState } from 'react';
import { client, queryClient } from '../../api/client.ts';
import { type RowOf, useList } from '../../api/use-list.ts';
import { show } from '../../testing/render.tsx';
import { ListCard } from './list-card.tsx';
import type { Column } from './table-column.ts';

const address = '/units/{unitId}/ocop-products';
type Row = RowOf<typeof address>;
const idOf = ({ id }: Row) => id;
const columns: Column<Row>[] = [{ id: 'text', header: 'Sản phẩm', value: ({ name }) => name }];

interface Init {
  params: { path: object; query: { q?: string; cursor?: string } };
}

const asked = jest.fn<(path: string, init: Init) => void>();
/** What the server has; it gives two rows at a time. */
let stored: { id: string; name: string }[] = [];
let isDown = false;

beforeEach(() => {
  queryClient.clear();
  asked.mockReset();
  [stored, isDown] = [[1, 2, 3].map((n) => ({ id: `${n}`, name: `Sản phẩm ${n}` })), false];
  client.GET = (async (path: string, init: Init) => {
    asked(path, init);
    if (isDown) return { error: { code: 'internal', title: 'Lỗi', details: [] } };
    const { q = '', cursor = '0' } = init.params.query;
    const [found, from] = [stored.filter(({ name }) => name.includes(q)), Number(cursor)];
    const nextCursor = found.length > from + 2 ? `${from + 2}` : null;
    return { data: { items: found.slice(from, from + 2), total: found.length, nextCursor } };
  }) as unknown as typeof client.GET;
});

function List() {
  const [q, setQ] = useState('');
  const pages = useList(address, { path: { unitId: 'u' }, query: { limit: 2, ...(q && { q }) } }, { idOf });
  return (
    <ListCard
      pages={pages}
      columns={columns}
      rowId={idOf}
      label="Sản phẩm"
      what="sản phẩm"
      search={{ label: 'Tìm', value: q, onChange: setQ }}
      empty={{ icon: 'help-hexagon', title: 'Chưa có gì', text: 'Có trả lời thì hiện ở đây.' }}
      noMatch={{ text: 'Không thấy.', onClear: () => setQ('') }}
    />
  );
}

const rowsOf = async () =>
  within(await screen.findByRole('table', { name: 'Sản phẩm' }))
    .getAllByRole('row')
    .slice(1)
    .map(({ textContent }) => textContent);

it('asks the address page by page, in the order of the server', async () => {
  show(<List />);
  await screen.findByText('Hiện 3 trong 3 sản phẩm');
  expect(await rowsOf()).toEqual(['Sản phẩm 1', 'Sản phẩm 2', 'Sản phẩm 3']);
  const [path, query] = [{ unitId: 'u' }, { limit: 2 }];
  expect(asked.mock.calls).toEqual([
    [address, { params: { path, query } }],
    [address, { params: { path, query: { ...query, cursor: '2' } } }],
  ]);
  expect(screen.queryByRole('button', { name: 'Sản phẩm' })).toBeNull();
});

it('says what is not found, and goes back to all', async () => {
  show(<List />);
  await rowsOf();
  fireEvent.change(screen.getByLabelText('Tìm'), { target: { value: 'máy' } });
  await screen.findByText('Không thấy.');
  expect(screen.queryByText('Chưa có gì')).toBeNull();
  fireEvent.click(screen.getByRole('button', { name: 'Bỏ bộ lọc' }));
  await screen.findByText('Hiện 3 trong 3 sản phẩm');
});

it('tells what comes here while there is nothing, without a search', async () => {
  stored = [];
  show(<List />);
  await screen.findByRole('heading', { name: 'Chưa có gì' });
  expect(screen.queryByLabelText('Tìm')).toBeNull();
});

it('tells a failure, and asks again', async () => {
  isDown = true;
  show(<List />);
  const again = await screen.findByRole('button', { name: 'Thử lại' });
  isDown = false;
  fireEvent.click(again);
  await screen.findByText('Hiện 3 trong 3 sản phẩm');
});

it('is known to the compiler by its address', () => {
  const wrong = () => {
    // @ts-expect-error it is answered whole, not page by page
    useList('/units/{unitId}/teams/sums', { path: { unitId: 'u' } });
    // @ts-expect-error nothing like it can be asked
    useList(address, { path: { unitId: 'u' }, query: { colour: 'red' } });
    // @ts-expect-error whose list it is stands in the address
    useList(address, {});
    const row = {} as Row;
    // @ts-expect-error a row has no such property
    return row.colour;
  };
  expect(wrong).toBeInstanceOf(Function);
});
