/**
 * A quick report typed into a chat: "4 lượt dịch vụ công, 3 hộ lên sàn", with or without the day. It is read, not
 * understood: which indicator the words name is decided elsewhere, and asked back.
 */
import { foldLetters } from '#i18n/fold';
import { type DayWords, takeDay } from './day-words.ts';
import { numberInWords } from './number-words.ts';

export interface ReportedLine {
  /** Whole, 1 to 999,999. */
  quantity: number;
  /** As typed, without the number, NFC. */
  words: string;
}
export interface TypedReport {
  lines: ReportedLine[];
  day?: DayWords;
}

const MAX_LINES = 10;
const MAX_WORDS = 120;
const NUMBER = String.raw`(\d{1,3}(?:\.\d{3})+|\d{1,6})`;
const BEFORE = new RegExp(`^${NUMBER}(?![\\d.,/])\\s*(\\p{L}.*)$`, 'u');
const AFTER = new RegExp(`^(\\p{L}.*?)\\s*[:=]\\s*${NUMBER}$`, 'u');
/** Between two results: what joins them, where a number or the next name follows. */
const JOINTS = /[;+&]|,(?!\d)|\s(?:va|voi|cung)\s(?=\d)/g;
/** A number behind these belongs to the words: "thôn 3", "mức 4". */
const LABELLED =
  /(?:thon|xom|ban|to|khu|ap|khom|muc|muc do|do|dot|lop|so|thang|quy|nam|doan|cum|ngo)\s(?=\d{1,4}(?:\s|$))/;
const FILLERS =
  /^(?:(?:em|toi|minh|to|nhom|bao cao|bc|da|lam|duoc|giup|giup duoc|ghi|them|gom|ket qua)(?:\s*:\s*|\s+))+(?=\d)/;
const DIFFICULTY = /(?:^|\s)(?:kho khan|vuong mac|gap kho)(?=\s|:|$)/;

/** Undefined unless all of the text is numbers with words: half a report would be a wrong report. */
export function readReport(text: string): TypedReport | undefined {
  const taken = takeDay(text);
  if (!taken || DIFFICULTY.test(foldLetters(taken.rest))) return undefined;
  const parts = taken.rest.split('\n').flatMap((line) => joined(segments(line)));
  if (parts.length === 0 || parts.length > MAX_LINES) return undefined;
  const lines = parts.map(readLine);
  if (!lines.every((line) => line !== undefined)) return undefined;
  return { lines: lines as ReportedLine[], ...(taken.day && { day: taken.day }) };
}

/** A number and at most a day, as in "12" or "hôm qua 5": of which work is asked. Undefined for anything else. */
export function readBareNumber(text: string): { quantity: number; day?: DayWords } | undefined {
  const taken = takeDay(text);
  const number = new RegExp(`^[\\s,.:]*${NUMBER}[\\s,.)]*$`).exec(taken?.rest ?? '')?.[1];
  const quantity = Number(number?.replaceAll('.', ''));
  return taken && quantity >= 1 ? { quantity, ...(taken.day && { day: taken.day }) } : undefined;
}

function segments(text: string): string[] {
  const folded = foldLetters(text);
  const parts: string[] = [];
  let from = 0;
  for (const joint of folded.matchAll(JOINTS)) {
    parts.push(text.slice(from, joint.index));
    from = joint.index + joint[0].length;
  }
  return [...parts, text.slice(from)].flatMap(apart).map(tidy).filter(Boolean);
}

/** "4 lượt dịch vụ công 3 hộ lên sàn": a new number begins a new result, unless it numbers a hamlet or the like. */
function apart(part: string): string[] {
  const folded = foldLetters(part);
  const from: number[] = [0];
  for (const { index } of folded.matchAll(/(?<=\p{L}\s+)\d[\d.]*(?=\s+\p{L})/gu)) {
    const before = folded.slice(0, index);
    if (
      /^\D*\d/.test(before) &&
      !new RegExp(`(?<=^|\\s)${LABELLED.source}`).test(`${before.slice(-12)}${folded.slice(index).split(/\s/)[0]}`)
    )
      from.push(index);
  }
  return from.map((start, i) => part.slice(start, from[i + 1]));
}

function tidy(part: string): string {
  const bare = part
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^(?:[-•*]\s+|[•:,.)\s]+)+/, '')
    .replace(/[.;,:(\s]+$/, '');
  return bare.slice(FILLERS.exec(foldLetters(bare))?.[0].length ?? 0);
}

/** Words without a number of their own go on with the result before them. */
function joined(parts: readonly string[]): string[] {
  const whole: string[] = [];
  for (const part of parts) {
    const own = /\d/.test(part) || numberInWords(foldLetters(part)) !== undefined;
    if (own || whole.length === 0) whole.push(part);
    else whole[whole.length - 1] += `, ${part}`;
  }
  return whole;
}

function readLine(line: string): ReportedLine | undefined {
  const inWords = numberInWords(foldLetters(line));
  const before = inWords ? null : BEFORE.exec(line);
  const after = before || inWords ? null : AFTER.exec(line);
  const [number, words] = before ? [before[1], before[2]] : [after?.[2], after?.[1]];
  const quantity = inWords?.value ?? Number(number?.replaceAll('.', ''));
  const said = (inWords ? line.slice(inWords.length) : (words ?? '')).trim();
  if (said === '' || said.length > MAX_WORDS || !(quantity >= 1 && quantity <= 999_999)) return undefined;
  return hasNumberOfItsOwn(said) ? undefined : { quantity, words: said };
}

/** A second number in the words may be a second result: then nothing is taken for sure. */
function hasNumberOfItsOwn(words: string): boolean {
  const folded = foldLetters(words);
  const rest = folded.replace(new RegExp(`(?<=^|\\s)${LABELLED.source}\\d{1,4}`, 'g'), '');
  return (
    /\d/.test(rest) ||
    folded
      .split(/\s(?:va|voi)\s/)
      .slice(1)
      .some((part) => numberInWords(part) !== undefined)
  );
}
