import type { ReportParams } from '../message-definition.ts';
import { reportWords } from './word-report.ts';

const now = new Date('2022-06-20T03:00:00Z');
const list: ReportParams = {
  id: null,
  title: 'Phụ lục 1',
  month: '2022-06',
  unit: 'Xã Minh Sơn',
  receiver: 'Huyện Triệu Sơn',
  dueOn: '2022-07-05',
  workingDayOn: '2022-07-05',
  version: 1,
};
const work: ReportParams = { ...list, title: '20 ngày cao điểm', days: { from: '2021-12-20', until: '2022-06-30' } };

it('says whether a list or the work of some days is asked for', () => {
  expect(reportWords(list, 'vi', now)['asks']).toBe('Danh sách lấy từ sổ của các tổ. Mở ra xem lại rồi gửi.');
  expect(reportWords(work, 'vi', now)['asks']).toMatch(/^Báo cáo kết quả từ ngày 20\/12\/2021 đến hết ngày 30\/6, /);
  expect(reportWords(work, 'en', now)['asks']).toMatch(/ from 20 December 2021 to the end of 30 June, /);
});

it('after days of a campaign names what comes next, which is no month', () => {
  const cells = [{ cell: 'next_month', name: null, nameEn: null }];
  expect(reportWords({ ...list, title: null, cells }, 'vi', now)['cells']).toBe('Cần sửa: phần “Nhiệm vụ tháng tới”.');
  expect(reportWords({ ...work, cells }, 'vi', now)['cells']).toBe('Cần sửa: phần “Nhiệm vụ thời gian tới”.');
});

it('names the due day as the rule of the month words it, and the same day', () => {
  const deadline = (more: Partial<ReportParams>) =>
    reportWords({ ...list, title: null, ...more }, 'vi', now)['deadline'];
  expect(deadline({})).toBe('trước ngày 6/7 (đến hết ngày 5/7)');
  expect(deadline({ wording: 'until' })).toBe('đến hết ngày 5/7');
});
