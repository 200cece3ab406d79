/**
 * The words of a month's or a campaign's report as they write themselves: the frame that Vietnamese authorities use, with the
 * figures as {{CODE.now}} and {{CODE.year}}, so that they are filled in and never typed over. What a person has to judge
 * (strengths, causes, proposals) stays empty. Only indicators that have something to say get a line.
 */
import type { Pillar } from '#contracts/enums';
import { reportSections, type ReportSection } from '#contracts/reporting/report-states';
import type { LongPeriod } from '#contracts/reporting/long-periods';
import { formatDate, formatNumber } from '#i18n';
import { longPeriodText } from '#i18n/words/period-text';

export interface DraftFacts {
  /** 'UBND xã Minh Sơn' */
  office: string;
  unitKind: 'commune' | 'district' | 'province';
  month: string;
  /** Of days of a campaign, which are no month: nothing is said but what they brought. */
  isOfDays: boolean;
  /** Of several months: which period of the law they are. */
  period?: { code: LongPeriod; year: number } | null;
  startsOn: string;
  endsOn: string;
  /** "Công văn số 1029/UBND-VHTT ngày 22/4/2022 của UBND huyện Triệu Sơn"; null without a directive. */
  citation: string | null;
  indicators: readonly { code: string; name: string; unit: string; pillar: Pillar }[];
  /** Codes with a figure in this period or this year. */
  known: ReadonlySet<string>;
  /** Of a unit whose figures are the sum of what others sent: all its teams at the period's end, sent or not. */
  whole: { teams: number; members: number } | null;
}

const area = { commune: 'xã', district: 'huyện', province: 'tỉnh' } as const;
const pillarSections: readonly Pillar[] = ['communication', 'digital_government', 'digital_economy', 'digital_society'];

export function draftWords(facts: DraftFacts): Record<ReportSection, string> {
  const drafted: Partial<Record<ReportSection, string>> = {
    opening: opening(facts),
    organization: organization(facts),
  };
  for (const pillar of pillarSections) drafted[pillar as ReportSection] = lines(facts, pillar).join('\n');
  return Object.fromEntries(reportSections.map((key) => [key, drafted[key] ?? ''])) as Record<ReportSection, string>;
}

function opening({ office, month, isOfDays, period, startsOn, endsOn, citation }: DraftFacts): string {
  const [year, number] = month.split('-').map(Number);
  const day = (date: string) => formatDate(date, 'vi', { withYear: isOfDays });
  const span = `từ ngày ${day(startsOn)} đến hết ngày ${day(endsOn)}`;
  const named = period ? longPeriodText(period, 'vi') : `tháng ${number}/${year}`;
  const when = isOfDays && !period ? span : `${named} (số liệu ${span})`;
  const what = `báo cáo kết quả hoạt động của Tổ công nghệ số cộng đồng ${when} như sau:`;
  return citation ? `Thực hiện ${citation}, ${office} ${what}` : `${office} ${what}`;
}

function organization(facts: DraftFacts): string {
  const { known, isOfDays } = facts;
  const phones = known.has('TC05')
    ? [
        '- {{TC04.now}}% số Tổ có từ 3 thành viên trở lên; {{TC05.now}}% thành viên có số điện thoại liên lạc; {{TC06.now}}% số Tổ có nhóm Zalo đặt tên đúng mẫu.',
      ]
    : [];
  const active = known.has('TC07') ? ['- {{TC07.now}}% số Tổ có hoạt động được xác nhận trong kỳ.'] : [];
  const ofYear = isOfDays ? '' : '; từ đầu năm {{DT03.year}}% thành viên đã được tập huấn';
  const training = known.has('DT01') ? [`- Tập huấn: {{DT01.now}} lớp, {{DT02.now}} lượt thành viên dự${ofYear}.`] : [];
  return [...size(facts), ...phones, ...active, ...training].join('\n');
}

/** How many teams there are; a sum of reports says of which units it is, with the whole beside it, as Appendix 1 counts it. */
function size({ known, unitKind, whole, endsOn }: DraftFacts): string[] {
  const all = `- Toàn ${area[unitKind]} có`;
  const teams = 'Tổ công nghệ số cộng đồng với';
  const count = (n: number) => formatNumber(n, 'vi');
  const listed = whole
    ? [
        `${all} ${count(whole.teams)} ${teams} ${count(whole.members)} thành viên theo danh sách đến hết ngày ${formatDate(endsOn, 'vi', { withYear: true })}.`,
      ]
    : [];
  if (!known.has('TC01')) return listed;
  const covered = '{{TC02.now}}% số thôn, bản, khu phố';
  return whole
    ? [
        ...listed,
        `- Các đơn vị đã gửi báo cáo có {{TC01.now}} Tổ với {{TC03.now}} thành viên; ${covered} của các đơn vị này có Tổ.`,
      ]
    : [`${all} {{TC01.now}} ${teams} {{TC03.now}} thành viên; ${covered} có Tổ.`];
}

function lines({ indicators, known, isOfDays }: DraftFacts, pillar: Pillar): string[] {
  return indicators
    .filter((indicator) => indicator.pillar === pillar && known.has(indicator.code))
    .map(({ code, name, unit }) =>
      unit === '%'
        ? `- ${name}: {{${code}.now}}%.`
        : isOfDays
          ? `- ${name}: {{${code}.now}} ${unit}.`
          : `- ${name}: {{${code}.now}} ${unit}; lũy kế từ đầu năm {{${code}.year}} ${unit}.`,
    );
}

type Which = 'now' | 'before' | 'year';
const token = /\{\{([A-Z]{2}\d{2})\.(now|before|year)\}\}/g;

/** The first pair of braces in the text that no figure can be filled into: misspelt, or of a figure that is not `known`. */
export function strayFigure(text: string, known: (code: string, which: Which) => boolean): string | undefined {
  const left = text.replace(token, (whole, code: string, which: Which) => (known(code, which) ? '' : whole));
  return /\{\{[^{}]{0,40}(\}\})?/.exec(left)?.[0];
}

/** Fills the figures in. `show` words one of them. */
export function fillWords(text: string, show: (code: string, which: Which) => string): string {
  return text.replace(token, (_, code: string, which: Which) => show(code, which));
}
