/** Between commune and district: sent as read, given back naming the cell, corrected, accepted in the version that was read. */
import { routes } from '#contracts';
import { addDays } from '#contracts/reporting/periods';
import { bold } from '../../terminal.ts';
import { claim, tell } from '../checked.ts';
import type { Office, Report, ReportingStory } from './reporting-story.ts';

async function send({ focal }: Pick<Office, 'focal'>, reportId: string): Promise<Report> {
  const params = { reportId };
  const { words, figuresHash } = await focal.call(routes.readReport, { params });
  return focal.call(routes.submitReport, { params, body: { wordsVersion: words.version, figuresHash } });
}

export async function giveAndTake({ main, neighbours, district, period }: ReportingStory, report: Report) {
  const params = { reportId: report.id };
  const first = await send(main, report.id);
  claim(`Xã ${main.name} gửi lần ${first.version}, đúng hạn`, first.state === 'submitted' && first.daysLate === 0);
  const comment = 'Sổ Một cửa chỉ ghi 78 hồ sơ nộp trực tuyến, xã đối chiếu lại giúp.';
  const returned = await district.call(routes.returnReport, {
    params,
    body: { version: 1, comments: [{ cell: 'CQ03', comment }] },
  });
  claim(`Huyện trả lại, chỉ đúng một ô: ${bold('CQ03')} “${comment}”`, returned.state === 'returned');
  const { sections } = (await main.focal.call(routes.readReport, { params })).words;
  claim(
    'Chữ xã đã viết còn nguyên',
    sections.some(({ key, drafted }) => key === 'strengths' && !drafted),
  );
  await main.focal.call(routes.typeFigure, {
    params,
    body: { code: 'CQ03', numerator: 78, denominator: 100, source: 'Sổ Một cửa xã, đã đối chiếu' },
  });
  const second = await send(main, report.id);
  const [newest] = await district.call(routes.reportVersions, { params });
  claim(
    `Gửi lần ${second.version}; huyện thấy đúng chỗ đã sửa: ${newest?.changes.map(({ code, before, after }) => `${code} ${before.numerator} → ${after.numerator}`).join(', ')}`,
    newest?.changes.length === 1 && newest.changes[0]?.code === 'CQ03',
  );
  const accepted = await district.call(routes.acceptReport, { params, body: { version: second.version } });
  claim('Huyện nhận báo cáo; lần gửi trước vẫn lưu', accepted.state === 'accepted');
  for (const office of neighbours) await open(office, period.month).then(({ id }) => send(office, id));
  const [, last] = neighbours;
  const { id } = await open(last, period.month);
  await district.call(routes.returnReport, {
    params: { reportId: id },
    body: {
      version: 1,
      note: 'Nhờ xã bổ sung trước ngày ' + addDays(period.dueOn, -1).slice(8) + '.',
      comments: [{ cell: 'proposals', comment: 'Xã ghi rõ cần huyện giúp việc gì.' }],
    },
  });
  tell(`Xã ${neighbours[0].name} đã gửi; xã ${last.name} được trả lại để bổ sung kiến nghị`);
}

const open = ({ focal, unitId }: Office, month: string) =>
  focal.call(routes.openReport, { params: { unitId }, body: { month } });
