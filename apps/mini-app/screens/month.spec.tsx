import type { TeamMonth } from '#client';
import { asked, findings, networkIs, serverNow, serverSays, signInHere, team } from '../testing/phone.ts';

signInHere([]);
const { cleanup, render, screen, within } = await import('@testing-library/preact');
const { MonthScreen } = await import('./month.tsx');
await import('../model/words/more-words.ts');
const { setLang } = await import('../model/words/words.ts');
const { learnServerTime } = await import('../model/clock.ts');
learnServerTime(serverNow);

type Figure = TeamMonth['figures'][number];
const accounts = {
  code: 'CQ02',
  pillar: 'digital_society',
  name: 'Tài khoản thanh toán điện tử được mở',
  nameEn: 'Payment accounts opened',
  unit: 'tài khoản',
  unitEn: 'accounts',
  aggregation: 'sum',
} as unknown as Figure['indicator'];
const aMonth = (change: Partial<TeamMonth> = {}): TeamMonth => ({
  month: '2022-12',
  startsOn: '2022-11-15',
  endsOn: '2022-12-14',
  dueOn: '2022-12-24',
  figures: [{ indicator: accounts, confirmed: 1186, waiting: 12, before: 150 }],
  trained: 3,
  report: 'open',
  ...change,
});
const path = `GET /teams/${team.id}/month`;
/** A space that keeps words on one line is a space to the reader. */
const shown = () => (document.querySelector('main')?.textContent ?? '').replace(/\u00a0/g, ' ');

beforeEach(() => serverSays({ [path]: aMonth() }));
afterEach(async () => {
  cleanup();
  networkIs(true);
  await setLang('vi');
  localStorage.removeItem(`to-so.snapshot.month.${team.id}.now`);
});

it('says what the commune has confirmed, what waits for it and what the month before was', async () => {
  render(<MonthScreen />);
  await screen.findByRole('heading', { name: /Tháng.12/ });
  expect(shown()).toContain('Việc làm từ 15/11 đến hết 14/12');
  const row = within((await screen.findByText(/Tài khoản thanh toán điện tử/)).closest('.row') as HTMLElement);
  expect(row.getByText('1.186')).toBeTruthy();
  expect(row.getByText(/12.chờ xã xác nhận/)).toBeTruthy();
  expect(row.getByText(/tài khoản, xã đã xác nhận · Tháng.11: 150/)).toBeTruthy();
  expect(shown()).toContain('Người của Tổ đã dự tập huấn3 người');
  expect(screen.getByRole('link', { name: 'Báo cáo nhanh' }).getAttribute('href')).toBe('#/bao-nhanh');
  expect(await findings()).toEqual([]);
});

it.each([
  ['open', 'Xã chưa gửi', 'Việc làm đến hết ngày 14/12, xã xác nhận trước khi gửi thì tính vào tháng này'],
  ['submitted', 'Xã đã gửi', 'Số xác nhận sau khi gửi tính sang tháng sau.'],
  ['returned', 'Xã đang sửa', 'Số xã vừa xác nhận thêm vẫn kịp vào báo cáo này.'],
  ['accepted', 'Đã được nhận', 'có phần của Tổ trong đó'],
] as const)("tells how the commune's report stands: %s", async (report, chip, text) => {
  serverSays({ [path]: aMonth({ report }) });
  render(<MonthScreen />);
  await screen.findByText(chip);
  expect(shown()).toContain(text);
});

it('shows the last look when there is no network, and from when it is', async () => {
  render(<MonthScreen />);
  await screen.findByText('1.186');
  cleanup();
  networkIs(false);
  render(<MonthScreen />);
  expect(screen.getByText('1.186')).toBeTruthy();
  await screen.findByText(/Số lưu lúc/);
  expect(screen.queryByText('Chưa tải được tháng của Tổ')).toBeNull();
});

it('says that nothing could be loaded where nothing was kept', async () => {
  networkIs(false);
  render(<MonthScreen />);
  await screen.findByText('Chưa tải được tháng của Tổ');
  expect(screen.getByRole('button', { name: 'Thử lại' })).toBeTruthy();
});

it('offers the way to record when the month is empty', async () => {
  serverSays({ [path]: aMonth({ figures: [], trained: 0 }) });
  render(<MonthScreen />);
  await screen.findByText('Tháng này Tổ chưa ghi kết quả nào');
  expect(await findings()).toEqual([]);
});

it('goes to the months before, and from one of them back', async () => {
  render(<MonthScreen />);
  expect((await screen.findByRole('link', { name: /Tháng.11/ })).getAttribute('href')).toBe('#/thang/2022-11');
  expect(screen.queryByRole('link', { name: /Tháng.1\/2023/ })).toBeNull();
  cleanup();
  serverSays({ [path]: aMonth({ month: '2022-11', startsOn: '2022-10-15', endsOn: '2022-11-14' }) });
  asked.length = 0;
  render(<MonthScreen month="2022-11" />);
  expect((await screen.findByRole('link', { name: /Tháng.12/ })).getAttribute('href')).toBe('#/thang');
  expect(screen.getByRole('link', { name: /Tháng.10/ }).getAttribute('href')).toBe('#/thang/2022-10');
  expect(asked.map((one) => `${one.method} ${one.path}`)).toContain(path);
});

it('speaks English with the names of indicators that have one', async () => {
  await setLang('en');
  render(<MonthScreen />);
  await screen.findByRole('heading', { name: 'December' });
  expect(screen.getByText('Payment accounts opened')).toBeTruthy();
  expect(shown()).toContain('accounts, confirmed by the commune · November: 150');
});
