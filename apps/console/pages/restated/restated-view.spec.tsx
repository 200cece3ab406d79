import { jest } from '@jest/globals';
import { fireEvent, screen, within } from '@testing-library/react';
import { client, queryClient } from '../../api/client.ts';
import { show, testId } from '../../testing/render.tsx';
import type { Restated } from './restated.ts';
import { RestatedView } from './restated-view.tsx';

const unit = (n: number, name: string) => ({ id: testId(n), kind: 'commune' as const, name, fullName: `Xã ${name}` });
const indicator = (code: string, name: string): Restated['figures'][number]['indicator'] => ({
  code,
  name,
  nameEn: name,
  unit: 'hồ sơ',
  unitEn: 'applications',
  pillar: 'digital_government',
  aggregation: 'sum',
  typed: false,
});
const view: Restated = {
  unit: unit(1, 'Thọ Phú'),
  month: '2025-06',
  figures: [
    {
      indicator: indicator('CQ02', 'Hồ sơ nộp'),
      pair: { numerator: 5, denominator: null },
      known: true,
      undivided: [],
    },
    {
      indicator: indicator('TC02', 'Thôn có tổ'),
      pair: { numerator: null, denominator: null },
      known: false,
      undivided: [{ unit: unit(3, 'Dân Lý'), pair: { numerator: 6, denominator: null } }],
    },
  ],
  parts: [
    { unit: unit(2, 'Thọ Dân'), from: 'report' },
    { unit: unit(3, 'Dân Lý'), from: 'share' },
  ],
  missing: [unit(4, 'Dân Quyền')],
};
/** jsdom has no Response: what of it is read. */
const response = { ok: true, status: 200, headers: { get: () => null } };

beforeEach(() => queryClient.clear());

it('says what it is made of, what is missing, and which figure cannot be divided and why', async () => {
  jest.spyOn(client, 'GET').mockResolvedValue({ data: view, response } as never);
  show(
    <RestatedView
      unitId={testId(1)}
      month="2025-06"
      sent={new Map([['CQ02', { numerator: 12, denominator: null }]])}
    />,
  );
  await screen.findByText('Xã Thọ Phú, tháng 6/2025, theo đơn vị hiện nay');
  for (const words of [
    'Lấy cả báo cáo của: Thọ Dân.',
    'Chia theo tổ chuyển về đây: Dân Lý.',
    'Chưa nộp kỳ này nên chưa có trong bảng: Dân Quyền.',
  ])
    expect(screen.getByText(words)).toBeTruthy();
  const [, divided, undivided] = screen.getAllByRole('row').map((row) => within(row));
  expect([divided!.getByText('12'), divided!.getByText('5')]).toHaveLength(2);
  expect(undivided!.getByText('Chưa chia được')).toBeTruthy();
  expect(undivided!.getByText('Dân Lý cũ: 6')).toBeTruthy();
  expect(undivided!.getByText(/^Xã Dân Lý: đơn vị đã chia/)).toBeTruthy();
});

it('opens each figure to the reports that it was added up from', async () => {
  const figures = [{ code: 'CQ02', pair: { numerator: 5, denominator: null }, known: true }];
  const part = { unit: unit(2, 'Thọ Dân'), from: 'report', reportId: testId(9), sentOn: '2025-06-20', figures };
  const board = {
    unit: unit(1, 'Thọ Phú'),
    indicators: [indicator('CQ02', 'Hồ sơ nộp')],
    rows: [{ unit: unit(1, 'Thọ Phú'), figures, whole: 1, shares: 0, parts: [part], missing: [unit(4, 'Dân Quyền')] }],
  };
  const asked = jest
    .spyOn(client, 'GET')
    .mockImplementation(((path: string) =>
      Promise.resolve({ data: path.endsWith('/board') ? board : view, response })) as never);
  show(<RestatedView unitId={testId(1)} month="2025-06" />);
  fireEvent.click(await screen.findByRole('button', { name: 'Hồ sơ nộp, 5: xem lấy từ đâu' }));
  const dialog = within(await screen.findByRole('dialog'));
  const source = await dialog.findByRole('link', { name: 'bản đã nộp 20/6' });
  expect(source.getAttribute('href')).toContain(`/reports/${testId(9)}`);
  expect(dialog.getByText('chưa nộp')).toBeTruthy();
  expect(asked.mock.calls.at(-1)?.[1]).toMatchObject({ params: { query: { month: '2025-06', codes: 'CQ02' } } });
});
