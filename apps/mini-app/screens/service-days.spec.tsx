import type { MyServiceDays } from '#client';
import { findings, networkIs, serverNow, serverSays, signInHere, team } from '../testing/phone.ts';

signInHere([]);
const { cleanup, render, screen } = await import('@testing-library/preact');
const { ServiceDaysScreen } = await import('./service-days.tsx');
await import('../model/words/more-words.ts');
const { learnServerTime } = await import('../model/clock.ts');
learnServerTime(serverNow);

const work = (title: string, value: number, minutes = 0) => ({ title, value, minutes, unit: 'hồ sơ', unitEn: 'files' });
const rule = { from: '2022-01-01', parts: [{ days: 2, amount: 60_000 }] };
const aMonth = (change: Partial<MyServiceDays> = {}): MyServiceDays => ({
  month: '2022-12',
  startsOn: '2022-11-15',
  endsOn: '2022-12-14',
  confirmed: 2,
  waiting: 1,
  pay: { ...rule, basis: 'day', sum: 120_000 },
  days: [
    { day: '2022-11-18', isConfirmed: false, works: [work('Nộp hồ sơ trực tuyến', 3)] },
    { day: '2022-11-17', isConfirmed: true, works: [work('Nộp hồ sơ trực tuyến', 6, 90), work('Họp thôn', 32)] },
    { day: '2022-11-16', isConfirmed: true, works: [work('Cài sổ sức khỏe điện tử', 8)] },
  ],
  ...change,
});
const path = `GET /teams/${team.id}/my-service-days`;
const kept = `to-so.snapshot.service.${team.id}.now`;
const shown = () => (document.querySelector('main')?.textContent ?? '').replace(/\u00a0/g, ' ');
const seen = async (change: Partial<MyServiceDays> = {}) => {
  serverSays({ [path]: aMonth(change) });
  render(<ServiceDaysScreen />);
  await screen.findByText(/Từ 15\/11 đến 14\/12/);
  return shown();
};

afterEach(() => {
  cleanup();
  networkIs(true);
  localStorage.removeItem(kept);
});

it('says which days count, which wait, and what they come to for now', async () => {
  const text = await seen();
  expect(text).toContain('2 ngàyxã đã xác nhận1 ngàychờ xác nhận');
  expect(text).toContain('Tạm tính: 2 × 60.000 = 120.000 đồngTheo mức của tỉnh từ 1/1/2022. Chưa phải tiền đã chi.');
  expect(text).toContain('T618/11Nộp hồ sơ trực tuyếnChờ xác nhận, chưa tínhchưa');
  expect(text).toContain('Nộp hồ sơ trực tuyến; Họp thôn6 hồ sơ, 90 phút; 32 hồ sơ1 ngày');
  expect(await findings()).toEqual([]);
});

it.each([
  ['a rule per team: no sum', { ...rule, basis: 'team' as const, parts: [], sum: null }, 'Tỉnh trả theo Tổ, xã chia'],
  [
    'a rule per person',
    { ...rule, basis: 'person' as const, parts: [], sum: 300_000 },
    'Tạm tính tháng này: 300.000 đồng',
  ],
])('%s', async (_, pay, words) => {
  const text = await seen({ pay });
  expect(text).toContain(words);
  expect(text.includes('Tạm tính')).toBe(pay.sum !== null);
});

it('shows days only without a rule, and says so when there is none', async () => {
  expect(await seen({ pay: null })).not.toContain('đồng');
  cleanup();
  localStorage.removeItem(kept);
  expect(await seen({ pay: null, days: [], confirmed: 0, waiting: 0 })).toContain('Tháng này chưa có ngày công nào');
});

it('shows what this phone knows without a network, and says as of when', async () => {
  await seen();
  cleanup();
  networkIs(false);
  render(<ServiceDaysScreen />);
  await screen.findByText(/Số lưu lúc/);
  expect(shown()).toContain('120.000 đồng');
});
