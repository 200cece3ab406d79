import { jest } from '@jest/globals';
import { fireEvent, screen, within } from '@testing-library/react';
import { show } from '../../testing/render.tsx';
import { Presses, TypedCells } from './list-acts.tsx';
import { Found, ListCheck } from './list-check.tsx';
import type { ListFinding, ListShape } from './rows.ts';

type Line = { row: number; name: string; phone: string; unitId?: string | undefined };
type Finding = ListFinding & { code: 'nameUnknown' | 'phoneBad' | 'phoneOld' };

const line = (row: number): Line => ({ row, name: `Xã ${row}`, phone: `0512 000 00${row}` });
const lines = [2, 3, 4, 5, 6, 7, 8].map(line);
const finding = (row: number, code: Finding['code'], open = true): Finding => ({
  row,
  code,
  open,
  field: code === 'nameUnknown' ? 'name' : 'phone',
  units: [],
});
const words = { nameUnknown: 'Không có xã này.', phoneBad: 'Số sai.', phoneOld: 'Số cũ.' };
const findings = [finding(2, 'nameUnknown'), finding(2, 'phoneBad'), finding(8, 'phoneOld', false)];
const shape: ListShape<Line, Finding> = {
  columns: [
    { key: 'name', head: 'Xã' },
    { key: 'phone', head: 'Điện thoại', num: true },
    { key: 'unitId', head: 'Mã', doubted: true },
  ],
  text: ({ code }) => words[code],
};
const onLines = jest.fn<(changed: Line[]) => void>();
const onDrop = jest.fn<(rows: number[]) => void>();
const open = (byRow = false) =>
  show(
    <ListCheck shape={{ ...shape, byRow }} lines={lines} findings={findings} name={({ line }) => line.name}>
      {(looked) => (
        <>
          {looked.found.map((one) => (
            <Found key={one.code} finding={one} shape={shape} />
          ))}
          <TypedCells line={looked.line} fields={[{ key: 'name', label: 'Xã' }]} busy={false} onLines={onLines} />
          <Presses looked={looked} busy={false} onLines={onLines} onDrop={onDrop} />
        </>
      )}
    </ListCheck>,
  );
const button = (name: string | RegExp) => screen.getByRole('button', { name });
beforeEach(() => jest.clearAllMocks());

it('shows the file as it lies, each doubt in its cell, and goes on from cell to cell', async () => {
  open();
  await screen.findByRole('heading', { name: /Dòng 2 · Xã 2/ });
  expect(screen.getAllByRole('columnheader').map(({ textContent }) => textContent)).toEqual([
    'Dòng',
    'Xã',
    'Điện thoại',
  ]);
  expect(screen.getByText('dòng 3 đến 7, không có gì phải xem')).toBeTruthy();
  expect(button('Xã 2: Không có xã này.').getAttribute('aria-current')).toBe('true');
  fireEvent.click(button(/Ô sau/));
  expect(button('0512 000 002: Số sai.').getAttribute('aria-current')).toBe('true');
  fireEvent.keyDown(screen.getByRole('group', { name: 'Chỗ cần xem' }), { key: 'ArrowDown' });
  expect(screen.getByRole('heading', { name: /Dòng 8/ })).toBeTruthy();
  expect(button(/Ô sau/)).toHaveProperty('disabled', true);
  // What is only said needs no leaving out.
  expect(screen.queryByRole('button', { name: 'Bỏ dòng này' })).toBeNull();
});

it('goes from row to row where a row is mended at once, and a cell opens its row', async () => {
  open(true);
  await screen.findByRole('heading', { name: /Dòng 2/ });
  expect(screen.getAllByRole('status')).toHaveLength(2);
  fireEvent.click(button(/Dòng sau/));
  expect(screen.getByRole('heading', { name: /Dòng 8/ })).toBeTruthy();
  fireEvent.click(button('0512 000 002: Số sai.'));
  expect(screen.getByRole('heading', { name: /Dòng 2/ })).toBeTruthy();
  const filters = screen.getByRole('group', { name: 'Lọc dòng' });
  expect(
    within(filters)
      .getAllByRole('button')
      .map(({ textContent }) => textContent),
  ).toEqual(['Tất cả7', 'Phải sửa1', 'Nên xem1']);
});

it('gives back the line with what was typed, the unit asked for again, or its number to be left out', async () => {
  open();
  await screen.findByRole('heading', { name: /Dòng 2/ });
  fireEvent.change(screen.getByRole('textbox', { name: 'Xã' }), { target: { value: ' Xã Hai ' } });
  fireEvent.click(button('Tự gõ lại'));
  expect(onLines).toHaveBeenLastCalledWith([{ ...line(2), name: 'Xã Hai', unitId: undefined }]);
  fireEvent.click(button('Bỏ dòng này'));
  expect(onDrop).toHaveBeenLastCalledWith([2]);
});
