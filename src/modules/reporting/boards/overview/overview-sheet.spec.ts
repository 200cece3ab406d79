import type { RouteAnswer, routes } from '#contracts';
import { overviewSheet } from './overview-sheet.ts';

type View = RouteAnswer<typeof routes.overview>;
const unit = (name: string) => ({ id: name, kind: 'commune' as const, name, fullName: `Xã ${name}` });
const part = (name: string, of: Partial<View['parts'][number]>): View['parts'][number] => ({
  unit: unit(name),
  teams: 10,
  active: 0,
  before: { active: 0, teams: 10 },
  report: null,
  due: 0,
  inTime: 0,
  silent: 0,
  waiting: 0,
  difficulties: 0,
  lateDifficulties: 0,
  vacant: 0,
  officer: null,
  ...of,
});
const view: View = {
  unit: { id: 'p', kind: 'province', name: 'Thanh Hóa', fullName: 'Tỉnh Thanh Hóa' },
  month: '2026-11',
  isCurrent: true,
  at: '2026-11-24',
  startsOn: '2026-10-15',
  endsOn: '2026-11-14',
  dueOn: '2026-11-24',
  reports: { onTime: 1, late: 0, returned: 0, missing: 1, notDue: 0 },
  parts: [
    part('Sông Lam', { active: 7, report: { status: 'missing', daysLate: 2 }, due: 4, inTime: 3, silent: 1 }),
    part('Đồng Cao', { teams: 0, waiting: 5, report: { status: 'on_time', daysLate: 0 } }),
  ],
  warnings: { likelyLate: [], lateBefore: [], overdue: [], missing: [], vacant: [] },
  silentAfterDays: 14,
  lateWarning: { days: 7, times: 2, months: 6 },
  hasMap: false,
};
const rows = (lang: 'vi' | 'en') =>
  overviewSheet(view, { now: new Date('2026-11-24T01:12:00Z'), today: '2026-11-24' }, lang).rows;

describe('the overview as a sheet', () => {
  it('has the figures of the screen in the order of the screen, and their sums', () => {
    expect(rows('vi').slice(3)).toEqual([
      ['Xã Sông Lam', 7, 10, 70, 'quá hạn, chưa nộp', 2, 4, 3, 75, 1, 0, 0, 0],
      ['Xã Đồng Cao', 0, 0, null, 'đúng hạn', null, 0, 0, null, 0, 5, 0, 0],
      ['Cộng', 7, 10, 70, null, null, 4, 3, 75, 1, 5, 0, 0],
    ]);
  });

  it('says of which month it is and when it was taken', () => {
    expect(rows('vi')[0]).toEqual(['TOÀN CẢNH THÁNG 11/2026: Tỉnh Thanh Hóa']);
    expect(rows('vi')[1]?.[0]).toContain('theo đơn vị ngày 24/11/2026 · lấy lúc 08:12 ngày 24/11/2026');
    expect(rows('en')[2]?.[0]).toBe('Commune');
  });
});
