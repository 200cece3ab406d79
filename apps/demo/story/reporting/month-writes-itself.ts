/** The focal officer opens the month: figures from records, words around them, and what must be looked at before sending. */
import { routes } from '#contracts';
import { formatDate } from '#i18n';
import { bold, count, dim, line, table } from '../../terminal.ts';
import { claim, tell } from '../checked.ts';
import type { Report, ReportingStory } from './reporting-story.ts';

const SHOWN = ['TT01', 'CQ01', 'XH01', 'KT01', 'TC01', 'TC03', 'TC05', 'DT01', 'DT03'];
type Pair = Report['figures'][number]['now'];

const inWords = ({ numerator, denominator }: Pair): string =>
  numerator === null ? '–' : count(numerator) + (denominator === null ? '' : ` / ${count(denominator)}`);

export async function monthWritesItself({ main, period }: ReportingStory): Promise<Report> {
  const { id } = await main.focal.call(routes.openReport, {
    params: { unitId: main.unitId },
    body: { month: period.month },
  });
  const params = { reportId: id };
  const report = await main.focal.call(routes.readReport, { params });
  const day = (date: string) => formatDate(date, 'vi');
  line(
    `   ${bold(`Xã ${main.name}`)}, kỳ ${day(report.startsOn)} – ${day(report.endsOn)}, hạn hết ngày ${day(report.due.dueOn)}`,
  );
  table(
    ['Chỉ tiêu', 'Kỳ trước', 'Kỳ này', 'Từ đầu năm', 'Bản ghi'],
    report.figures
      .filter(({ indicator, now }) => SHOWN.includes(indicator.code) && now.numerator !== null)
      .map(({ indicator, before, now, year, records }) => [
        indicator.name,
        inWords(before),
        inWords(now),
        inWords(year),
        records,
      ]),
  );
  const guided = report.figures.find(({ indicator }) => indicator.code === 'CQ01');
  const source = await main.focal.call(routes.figureSource, { params, query: { code: 'CQ01' } });
  const sum = source.records.reduce((total, { value }) => total + value, 0);
  claim(
    `${bold(count(sum))} lượt hướng dẫn mở ra ${source.total} bản ghi của ${source.parts.length} Tổ: ${source.records
      .map(({ value, by, happenedOn }) => `${value} (${by.fullName}, ${day(happenedOn)})`)
      .join(', ')}`,
    sum === guided?.now.numerator,
  );
  const drafted = report.words.sections.filter((section) => section.drafted && section.text !== '');
  claim(`${drafted.length} đoạn đã soạn sẵn quanh số liệu`, drafted.length > 0);
  const silent = report.silent.length;
  tell(`${silent} Tổ chưa báo việc nào trong kỳ ${dim('(được nêu tên, nhắc được ngay)')}`);
  await answerWhatWasHard(main.focal, report);
  return writeBeside(main.focal, report);
}

/** What teams found hard stands in the report, answered or not; an answer is kept for all teams of the district. */
async function answerWhatWasHard(focal: ReportingStory['main']['focal'], report: Report): Promise<void> {
  const first = report.difficulties.find(({ text }) => text.includes('VNeID'));
  const answer = 'Công an xã cấp lại mật khẩu vào sáng thứ Tư hằng tuần, các cụ chỉ cần mang căn cước.';
  const body = { answer, publish: true };
  await focal.call(routes.answerDifficulty, { params: { difficultyId: first?.id ?? '' }, body });
  const seen = await focal.call(routes.readReport, { params: { reportId: report.id } });
  claim(
    `${report.difficulties.length} vướng mắc của Tổ nằm sẵn trong báo cáo; một đã được xã trả lời: “${answer}”`,
    report.difficulties.length > 1 && seen.difficulties.find(({ id }) => id === first?.id)?.answer === answer,
  );
}

/** What no record holds is typed, with its source; the officer's own words stand beside the figures. */
async function writeBeside(focal: ReportingStory['main']['focal'], report: Report): Promise<Report> {
  const params = { reportId: report.id };
  const source = 'Bộ phận Một cửa xã, sổ theo dõi hồ sơ trong kỳ';
  const typed = await focal.call(routes.typeFigure, {
    params,
    body: { code: 'CQ03', numerator: 80, denominator: 100, source },
  });
  claim(`Số ngoài hệ thống gõ kèm nguồn: ${typed.indicator.name} 80 / 100 ${dim(`(${source})`)}`, typed.typed !== null);
  await focal.call(routes.writeReport, {
    params,
    body: {
      version: report.words.version,
      sections: [
        {
          key: 'strengths',
          text: 'Các Tổ đã đến từng nhà văn hóa thôn, hướng dẫn {{CQ01.now}} lượt bà con nộp hồ sơ trực tuyến.',
        },
      ],
    },
  });
  return focal.call(routes.readReport, { params });
}
