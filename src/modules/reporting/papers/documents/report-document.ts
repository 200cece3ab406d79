/** A month's or a campaign's report as a paper by decree 30/2020: a commune's, or what a district or province puts together from below. Pure. */
import type { ReportSection } from '#contracts/reporting/report-states';
import { type Block, decreeMargins, type Paragraph, type TextDocument } from '#documents';
import { placeAndDate } from '#i18n/decree-dates';
import { reportHeadings, reportParts } from '#i18n/report-headings';
import { fillWords } from '../../reports/reports/draft-words.ts';
import { addedLines } from './added-lines.ts';
import {
  addressLines,
  END_MARK,
  issuerLines,
  letterhead,
  line,
  monthInWords,
  numberLine,
  officeName,
  recipientLines,
  roman,
  signatureLines,
  signingBlock,
  titleBlock,
} from './decree-30.ts';
import { figureTables } from './figure-tables.ts';
import { figureText, NOT_REPORTED, TYPED_MARK } from '../../reports/report/report-figures.ts';
import type { ReportDocument } from '../../reports/report/report-document.types.ts';

interface Part {
  title: string;
  /** Its own text, or parts of a second level. */
  keys: readonly [ReportSection, string | null][];
}

const partsOf = ({ campaign }: ReportDocument): readonly Part[] => [
  { title: reportParts.organization, keys: [['organization', null]] },
  {
    title: reportParts.results,
    keys: [
      ['communication', reportHeadings.communication],
      ['digital_government', reportHeadings.digital_government],
      ['digital_economy', reportHeadings.digital_economy],
      ['digital_society', reportHeadings.digital_society],
    ],
  },
  {
    title: reportParts.review,
    keys: [
      ['strengths', reportHeadings.strengths],
      ['difficulties', reportHeadings.difficulties],
      ['causes', reportHeadings.causes],
    ],
  },
  { title: campaign === null ? reportParts.next_month : reportParts.next_days, keys: [['next_month', null]] },
  { title: reportParts.proposals, keys: [['proposals', null]] },
];

/** A campaign is called as whoever asked for it called it. */
const abstractOf = ({ month, campaign }: Pick<ReportDocument, 'month' | 'campaign'>): string =>
  campaign ?? `Kết quả hoạt động của Tổ công nghệ số cộng đồng ${monthInWords(month)}`;

/** "20 ngày cao điểm, 01/10 đến 20/10" has marks that the name of a file cannot have. */
export const fileTitle = (of: Parameters<typeof abstractOf>[0]): string => abstractOf(of).replace(/[\\/:*?"<>|]/g, '-');

export function reportDocument(report: ReportDocument): TextDocument {
  const { unit, office } = report;
  const title = abstractOf(report);
  return {
    title: `${title} - ${unit.fullName}`,
    size: 14,
    leading: 2,
    margins: { ...decreeMargins },
    draft: report.draft,
    blocks: [
      ...letterhead({
        issuer: issuerLines(unit.fullName),
        number: numberLine(report.number, office.symbol),
        placeAndDate: placeAndDate(office.place ?? unit.name, report.issuedOn),
      }),
      ...titleBlock('BÁO CÁO', title),
      ...addressBlock(report.receiver),
      ...heldToSigning(ended(bodyOf(report))),
      signingBlock({
        recipients: recipientLines(office.recipients, report.receiver === null ? null : 'Như trên', office.drafter),
        signature: signatureLines(office.capacity, office.signerPost),
        signer: office.signer,
      }),
      ...figureTables(report),
    ],
  };
}

function addressBlock(receiver: string | null): Block[] {
  if (receiver === null) return [];
  return addressLines([officeName(receiver)]).map((text, i) => line(text, {}, { before: i === 0 ? 14 : 0 }));
}

const text = (words: string, more: Partial<Paragraph> = {}): Paragraph =>
  line(words, {}, { align: 'justify', firstLine: 12.7, before: 6, ...more });

function bodyOf(report: ReportDocument): Paragraph[] {
  const wordsOf = wordsBy(report);
  const opening = wordsOf('opening').map((words) => text(words, { before: 12 }));
  // What nobody has written is left out of a sent report, and left open in a draft, where it shows what is missing.
  const isOpen = report.draft !== null;
  let number = 0;
  const body = partsOf(report).flatMap(({ title, keys }) => {
    const filled = keys.filter(([key]) => isOpen || wordsOf(key).length > 0);
    if (filled.length === 0) return [];
    const heading = text(`${roman(++number)}. ${title.toLocaleUpperCase('vi')}`, {
      keepNext: true,
      before: 12,
      heading: 2,
    });
    heading.runs = heading.runs.map((run) => ({ ...run, bold: true }));
    return [heading, ...filled.flatMap(([key, name], i) => partOf(name && `${i + 1}. ${name}`, wordsOf(key)))];
  });
  return [...opening, ...body];
}

function partOf(heading: string | null, words: readonly string[]): Paragraph[] {
  const lines = (words.length > 0 ? words : ['…']).map((one) => text(one));
  if (heading === null) return lines;
  return [{ ...text(heading, { keepNext: true, heading: 3 }), runs: [{ text: heading, bold: true }] }, ...lines];
}

/** Lines of each section with the figures filled in, and what the teams say among them. */
function wordsBy(report: ReportDocument): (key: ReportSection) => string[] {
  const byCode = new Map(report.figures.map((figure) => [figure.code, figure]));
  const show = (code: string, which: 'now' | 'before' | 'year') => {
    const figure = byCode.get(code);
    return figure ? figureText(figure, which) : NOT_REPORTED;
  };
  return (key) => {
    const written = report.sections.find((section) => section.key === key)?.text ?? '';
    const lines = fillWords(written, show)
      // The mark of a typed figure stands behind its unit.
      .replaceAll(`${TYPED_MARK}%`, `%${TYPED_MARK}`)
      // A share of nothing known is not "–%".
      .replace(UNKNOWN_SHARE, 'chưa có số liệu')
      .split('\n')
      .map((one) => one.trim())
      .filter(Boolean);
    return [...lines, ...addedLines(key, report)];
  };
}

const UNKNOWN_SHARE = new RegExp(`${NOT_REPORTED}\\s?%`, 'g');

/** Letters on a line of text, at least. */
const LINE = 70;

/** The last two lines of the text go with the signature: nobody signs a page on which nothing stands. */
function heldToSigning(body: readonly Paragraph[]): Paragraph[] {
  let lines = 0;
  let from = body.length;
  while (lines < 2 && from > 0) {
    from -= 1;
    lines += Math.max(1, Math.floor((body[from]?.runs[0]?.text.length ?? 0) / LINE));
  }
  return body.map((one, i) => (i >= from ? { ...one, keepNext: true } : one));
}

/** The end mark stands behind the last words. */
function ended(body: readonly Paragraph[]): Paragraph[] {
  const last = body.at(-1);
  if (!last) return [];
  const runs = last.runs.map((run, i) =>
    i === last.runs.length - 1 ? { ...run, text: `${run.text.replace(/[.\s]+$/, '')}${END_MARK}` } : run,
  );
  return [...body.slice(0, -1), { ...last, runs }];
}
