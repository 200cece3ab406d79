/** The district's month: who has sent, who is missing by how many days, a sum equal to its parts, and a fact that came late. */
import { routes } from '#contracts';
import { addDays, periodOf } from '#contracts/reporting/periods';
import { count, dim, line, table } from '../../terminal.ts';
import { claim, tell } from '../checked.ts';
import type { ReportingStory } from './reporting-story.ts';
import { leadersOf, tell as tellWork } from './work-of-month.ts';

const REMINDED = 3;
const SHOWN = 6;
const statuses = {
  on_time: 'đúng hạn',
  late: 'muộn',
  returned: 'trả lại',
  missing: 'thiếu',
  not_due: 'chưa đến hạn',
} as const;

export async function seenFromAbove(story: ReportingStory): Promise<void> {
  const { district, districtId, period } = story;
  const params = { unitId: districtId };
  const board = await district.call(routes.reportBoard, { params, query: { month: period.month, codes: 'CQ01' } });
  const sent = board.units.filter(({ report }) => report !== null && report.version > 0);
  const { onTime, late, accepted, returned } = board.counts;
  line(`   ${onTime} đúng hạn, ${late} muộn; đã nhận ${accepted}, đang trả lại ${returned}`);
  const rows = sent.toSorted((a, b) => (b.report?.version ?? 0) - (a.report?.version ?? 0) || b.daysLate - a.daysLate);
  table(
    ['Đơn vị', 'Tình trạng', 'Chậm (ngày)', 'Lần gửi'],
    [...rows.slice(0, SHOWN), ...board.units.filter((row) => !sent.includes(row)).slice(0, REMINDED)].map(
      ({ unit, status, daysLate, report }) => [unit.fullName, statuses[status], daysLate, report?.version ?? 0],
    ),
  );
  const open = board.units.filter(({ report }) => report === null || report.version === 0);
  if (open.length > REMINDED) line(`   ${dim(`và ${open.length - REMINDED} đơn vị nữa chưa gửi`)}`);
  const guided = board.totals.find(({ code }) => code === 'CQ01')?.pair.numerator ?? 0;
  const parts = board.units.flatMap(({ figures }) => figures.filter(({ code }) => code === 'CQ01'));
  claim(
    `Tổng của huyện bằng tổng các xã, từng chỉ tiêu một: ${count(guided)} lượt hướng dẫn`,
    board.differences.length === 0 && guided === parts.reduce((total, { pair }) => total + (pair.numerator ?? 0), 0),
  );
  const unitIds = open.slice(0, REMINDED).map(({ unit }) => unit.id);
  if (unitIds.length > 0) await remindsOnce(story, unitIds);
  await factThatCameLate(story);
}

async function remindsOnce({ district, districtId, period }: ReportingStory, unitIds: string[]): Promise<void> {
  const params = { unitId: districtId };
  const first = await district.call(routes.remindReports, { params, body: { month: period.month, unitIds } });
  const again = await district.call(routes.remindReports, { params, body: { month: period.month, unitIds } });
  claim(
    `Nhắc ${first.reminded} đơn vị; bấm lần nữa không ai bị nhắc hai lần trong ngày`,
    first.reminded === unitIds.length && again.reminded === 0,
  );
}

async function factThatCameLate(story: ReportingStory): Promise<void> {
  const { main, period, today } = story;
  const [, second] = await leadersOf(story, main);
  await tellWork(main, second, { kind: 'public_services', value: 4, on: addDays(period.endsOn, -1) });
  const next = await main.focal.call(routes.openReport, {
    params: { unitId: main.unitId },
    body: { month: periodOf(today).month },
  });
  const guided = next.figures.find(({ indicator }) => indicator.code === 'CQ01');
  claim('Việc báo muộn 4 lượt vào kỳ sau, ghi rõ là của kỳ trước', guided?.late === 4);
  tell('Báo cáo đã nhận giữ nguyên số đã gửi');
}
