import { jest } from '@jest/globals';
import { fireEvent, screen } from '@testing-library/react';
import { show } from '../../testing/render.tsx';
import { alikeOf } from '../../ui/lists/rows.ts';
import { OfficeActs } from './office-acts.tsx';
import type { Finding, Line } from './use-office-list.ts';

const line = (row: number): Line => ({
  row,
  office: `Xã ${row}`,
  phone: `0912 345 00${row}`,
  email: '',
  hours: '',
  address: '',
  isOffice: false,
});
const personal = (row: number): Finding => ({
  row,
  field: 'phone',
  code: 'phonePersonal',
  params: {},
  open: true,
  units: [],
});
const lines = [2, 3, 4].map(line);
const findings = [personal(2), personal(4)];
const onLines = jest.fn<(changed: Line[]) => void>();
const onDrop = jest.fn<(rows: number[]) => void>();
const open = (of: readonly Finding[] = findings) =>
  show(
    <OfficeActs
      looked={{ finding: of[0]!, found: of, line: lines[0]!, alike: alikeOf(lines, of, of[0]!) }}
      busy={false}
      onLines={onLines}
      onDrop={onDrop}
    />,
  );
const press = async (name: string) => fireEvent.click(await screen.findByRole('button', { name }));
beforeEach(() => jest.clearAllMocks());

it('does with one row what is pressed, and with all that have the same doubt when that is said', async () => {
  open();
  await press('Đây là số của cơ quan');
  expect(onLines.mock.calls.at(-1)?.[0].map(({ row, isOffice }) => [row, isOffice])).toEqual([[2, true]]);
  fireEvent.click(screen.getByRole('checkbox', { name: /cả 2 dòng/ }));
  await press('Đây là số của cơ quan');
  expect(onLines.mock.calls.at(-1)?.[0].map(({ row, isOffice }) => [row, isOffice])).toEqual([
    [2, true],
    [4, true],
  ]);
  await press('Bỏ số này, điền sau');
  expect(onLines.mock.calls.at(-1)?.[0].map(({ row, phone }) => [row, phone])).toEqual([
    [2, ''],
    [4, ''],
  ]);
  await press('Bỏ 2 dòng');
  expect(onDrop).toHaveBeenLastCalledWith([2, 4]);
});

it('says nothing of others where the doubt stands once', async () => {
  open([personal(2)]);
  await press('Bỏ dòng này');
  expect(onDrop).toHaveBeenLastCalledWith([2]);
  expect(screen.queryByRole('checkbox')).toBeNull();
});
