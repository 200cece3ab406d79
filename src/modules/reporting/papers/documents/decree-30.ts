/**
 * The rules of decree 30/2020, Appendix I, as far as they are rules and not looks; docs/decree-30.md says where each is tested.
 * Pure.
 */
import type { SigningCapacity } from '#contracts/reporting/report-states';
import type { Block, Paragraph, Run } from '#documents';
import { dayOfDocument, twoDigits } from '#i18n/decree-dates';
import { placeInside } from '#i18n/places';

/** "Số: 05/BC-UBND"; room for the registry's number where there is none yet. */
export function numberLine(number: number | undefined, symbol: string): string {
  return `Số: ${numberOf(number, symbol)}`;
}

const numberOf = (number: number | undefined, symbol: string) =>
  `${number === undefined ? '       ' : twoDigits(number)}/${symbol}`;

/** "(Kèm theo Báo cáo số 05/BC-UBND ngày 29 tháng 6 năm 2022 của UBND xã Minh Sơn)", below an appendix's title. */
export function attachedTo(of: {
  kind?: string;
  number: number | undefined;
  symbol: string;
  issuedOn: string;
  office: string;
}): string {
  return `(Kèm theo ${of.kind ?? 'Báo cáo'} số ${numberOf(of.number, of.symbol)} ${dayOfDocument(of.issuedOn)} của ${of.office})`;
}

/** The Vietnamese alphabet without f, j, w, z. */
const alphabet = [...'abcdđeghiklmnopqrstuvxy'];

/** "a)", "b)", ... "d)", "đ)", "e)": points of a text go by the Vietnamese alphabet. */
export function pointLetter(index: number): string {
  const letter = alphabet[index];
  if (letter === undefined) throw new RangeError(`no letter for point ${index + 1}`);
  return `${letter})`;
}

const romans: readonly [number, string][] = [
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
];

export function roman(number: number): string {
  let [rest, text] = [number, ''];
  for (const [value, letters] of romans)
    while (rest >= value) {
      text += letters;
      rest -= value;
    }
  return text;
}

/** "Phụ lục" has a Roman number only where there are two or more. */
export const appendixTitle = (index: number, count: number): string =>
  count > 1 ? `Phụ lục ${roman(index + 1)}` : 'Phụ lục';

/** Who signs, above the room for the signature. `office` is "ỦY BAN NHÂN DÂN" as the collective signs. */
export function signatureLines(capacity: SigningCapacity, post: string, office = 'ỦY BAN NHÂN DÂN'): string[] {
  const signer = post.toLocaleUpperCase('vi');
  if (capacity === 'none') return [signer];
  if (capacity === 'Q') return [`Q. ${signer}`];
  if (capacity === 'TM') return [`TM. ${office}`, signer];
  // A deputy signs for the chair, who would sign in the committee's name.
  if (capacity === 'KT') return [`TM. ${office}`, 'KT. CHỦ TỊCH', signer];
  return [`${capacity}. CHỦ TỊCH`, signer];
}

/**
 * The lines under "Nơi nhận:", each ended by ";": first whom the text names, as "Như trên" or "Như Điều 4"; the archive last,
 * with who drafted: "Lưu: VT, VP."
 */
export function recipientLines(
  recipients: readonly string[],
  named: string | null,
  drafter: string | null = null,
): string[] {
  const own = recipients.map((line) => line.trim()).filter((line) => !/^(như trên|lưu\b)/iu.test(line));
  const lines = [...(named ? [named] : []), ...own];
  return [...lines.map((line) => `- ${line};`), `- Lưu: VT${drafter ? `, ${drafter}` : ''}.`];
}

/** One addressee stands on the line itself, more on lines of their own, ended by ";" and ".". */
export function addressLines(addressees: readonly string[]): string[] {
  if (addressees.length === 1) return [`Kính gửi: ${addressees[0]}.`];
  return ['Kính gửi:', ...addressees.map((one, i) => `- ${one}${i === addressees.length - 1 ? '.' : ';'}`)];
}

/** "CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ MINH SƠN": who decides, above what the decision is based on. */
export const chairLine = (fullName: string): string => `CHỦ TỊCH ${issuerLines(fullName).join(' ')}`;

/** The chair's own decision is signed in nobody's name; a deputy signs for the chair. */
export function chairSignature(capacity: SigningCapacity, post: string): string[] {
  if (capacity === 'KT') return ['KT. CHỦ TỊCH', post.toLocaleUpperCase('vi')];
  return [capacity === 'Q' ? 'Q. CHỦ TỊCH' : 'CHỦ TỊCH'];
}

/** "ỦY BAN NHÂN DÂN / XÃ MINH SƠN": a people's committee names nobody above itself. */
export const issuerLines = (fullName: string): string[] => ['ỦY BAN NHÂN DÂN', fullName.toLocaleUpperCase('vi')];

/** "tháng 6 năm 2022": inside a text months carry no zero. */
export function monthInWords(month: string): string {
  const [year, number] = month.split('-').map(Number);
  return `tháng ${number} năm ${year}`;
}

/** "UBND xã Minh Sơn": inside a sentence. */
export const officeName = (fullName: string): string => `UBND ${placeInside(fullName)}`;

/** "./." behind the last words. */
export const END_MARK = './.';

export const line = (text: string, run: Partial<Run> = {}, more: Partial<Paragraph> = {}): Paragraph => ({
  kind: 'paragraph',
  runs: [{ text, ...run }],
  align: 'center',
  ...more,
});

const LEFT = 65;
const RIGHT = 100;
/** Of "Độc lập - Tự do - Hạnh phúc" in bold 13, as long as which its rule is. */
const MOTTO_LENGTH = 61;
/** Of a capital in bold 12, on average: the rule below is a third to a half of the text. */
const CAPITAL = 3;

export interface Letterhead {
  issuer: string[];
  number: string;
  placeAndDate: string;
}

/** Issuer and number on the left; country, motto, place and date on the right. */
export function letterhead({ issuer, number, placeAndDate: date }: Letterhead): Block[] {
  const last = issuer.at(-1)?.length ?? 0;
  return [
    {
      kind: 'columns',
      widths: [LEFT, RIGHT],
      cells: [
        [
          ...issuer.map((text) => line(text, { bold: true, size: 12 })),
          { kind: 'rule', length: Math.min(LEFT, last * CAPITAL) * 0.4 },
        ],
        [
          line('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', { bold: true, size: 12 }),
          line('Độc lập - Tự do - Hạnh phúc', { bold: true, size: 13 }),
          { kind: 'rule', length: MOTTO_LENGTH },
        ],
      ],
    },
    {
      kind: 'columns',
      widths: [LEFT, RIGHT],
      before: 6,
      cells: [[line(number, { size: 13 })], [line(date, { italic: true, size: 13 })]],
    },
  ];
}

/** The kind in capitals, what it is about below it, and a short rule. */
export function titleBlock(kind: string, abstract: string): Block[] {
  return [
    line(kind, { bold: true, size: 14 }, { before: 18, keepNext: true, heading: 1 }),
    line(abstract, { bold: true, size: 14 }, { keepNext: true }),
    { kind: 'rule', length: 40 },
  ];
}

export interface Signing {
  recipients: string[];
  signature: string[];
  signer: string | null;
}

/** Recipients on the left, who signs on the right, with room for signature and seal. */
export function signingBlock({ recipients, signature, signer }: Signing): Block {
  return {
    kind: 'columns',
    widths: [82, 83],
    before: 12,
    cells: [
      [
        line('Nơi nhận:', { bold: true, italic: true, size: 12 }, { align: 'left' }),
        ...recipients.map((text) => line(text, { size: 11 }, { align: 'left' })),
      ],
      [
        ...signature.map((text) => line(text, { bold: true, size: 14 })),
        line('', {}, { runs: [], before: 62 }),
        line(signer ?? '', { bold: true, size: 14 }),
      ],
    ],
  };
}
