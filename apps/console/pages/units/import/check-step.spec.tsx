import { jest } from '@jest/globals';
import { fireEvent, screen } from '@testing-library/react';
import { show, testId as id } from '../../../testing/render.tsx';
import { CheckStep } from './check-step.tsx';
import type { Decisions, Finding } from './findings.ts';

const thoSon = { id: id(1), fullName: 'Xã Thọ Sơn', code: '15667' };
const reused: Finding = {
  key: 'r94',
  what: 'codeReused',
  row: 94,
  code: '15667',
  file: 'Xã Thọ Bình',
  known: thoSon,
  other: { id: id(2), fullName: 'Xã Thọ Bình', code: '15670' },
  choices: ['same', 'new', 'keep'],
  proposal: null,
  choice: null,
};
const renamed: Finding = {
  ...reused,
  key: 'r93',
  what: 'renamed',
  row: 93,
  code: '15664',
  other: null,
  proposal: 'same',
};
const report = { importId: null, created: 0, changed: 1, unchanged: 3, ended: 0, open: 2, findings: [renamed, reused] };
const list = {
  headerRow: 1,
  header: [],
  samples: [],
  columns: { code: 0, name: 1, type: null, parent: null },
  lines: [],
  findings: [],
};
const decide = jest.fn<(decisions: Decisions) => void>();
const open = () =>
  show(
    <CheckStep list={list} report={report} from="2025-07-01" decisions={{}} onDecisions={decide} onUndo={() => {}} />,
  );

describe('checking a list of units', () => {
  it('says whose name it is and chooses nothing for a question', async () => {
    open();
    await screen.findByText(/Mã 15667 đang là Xã Thọ Sơn, trong tệp là Xã Thọ Bình/u);
    expect(screen.getAllByRole('radio').filter((one) => (one as HTMLInputElement).checked)).toEqual([]);
    const take = screen.getByRole('button', { name: 'Chọn cách này' }) as HTMLButtonElement;
    expect(take.disabled).toBe(true);
    fireEvent.click(screen.getByRole('radio', { name: /Đơn vị mới/u }));
    fireEvent.click(take);
    expect(decide).toHaveBeenLastCalledWith({ r94: { key: 'r94', choice: 'new' } });
  });

  it('takes all that is proposed and no question', async () => {
    open();
    fireEvent.click(await screen.findByRole('button', { name: 'Nhận cả 1' }));
    expect(decide).toHaveBeenLastCalledWith({ r93: { key: 'r93', choice: 'same' } });
  });
});
