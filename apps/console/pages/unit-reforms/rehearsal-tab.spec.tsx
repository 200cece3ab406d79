import { jest } from '@jest/globals';
import { fireEvent, screen } from '@testing-library/react';
import { show } from '../../testing/render.tsx';
import { SumsTable } from './kept-tables.tsx';
import type { Reform } from './reform-looks.ts';
import { RehearsalTab } from './rehearsal-tab.tsx';

it('says of a reform that was applied where its result stands, and rehearses nothing', async () => {
  const onResult = jest.fn();
  const reform = { id: 'r', onDate: '2025-07-01', state: 'applied' } as Reform;
  show(<RehearsalTab reform={reform} onResult={onResult} />);
  await screen.findByText('Đã áp dụng từ 1/7/2025');
  expect(screen.queryByText(/chưa có gì được ghi/)).toBeNull();
  fireEvent.click(screen.getByRole('button', { name: 'Xem kết quả' }));
  expect(onResult).toHaveBeenCalled();
});

it('writes a year as one, not as an amount', async () => {
  const sums = [{ code: 'CQ02', name: 'Hồ sơ', nameEn: 'Applications', before: 2100, after: 2100 }];
  show(<SumsTable running={{ at: '', pausedBy: null, invariants: [], year: 2025, sums }} />);
  await screen.findByText('Cộng năm 2025');
});
