/**
 * A quick report typed into a chat: "5 lượt dịch vụ công", one result a line. It is read, not understood: which indicator
 * the words name is decided elsewhere, and asked back.
 */
export interface ReportedLine {
  /** Whole, 1 to 999,999. */
  quantity: number;
  /** As typed, without the number, NFC. */
  words: string;
}

const MAX_LINES = 10;
const MAX_WORDS = 120;
const NUMBER = String.raw`(\d{1,3}(?:\.\d{3})+|\d{1,6})`;
const BEFORE = new RegExp(`^${NUMBER}\\s+(\\p{L}.*)$`, 'u');
const AFTER = new RegExp(`^(\\p{L}.*?)\\s*[:=]\\s*${NUMBER}$`, 'u');

/** Undefined unless every line that is not empty is a number and words: half a report would be a wrong report. */
export function readQuickReport(text: string): ReportedLine[] | undefined {
  const lines = text
    .normalize('NFC')
    .split('\n')
    .map((line) =>
      line
        .trim()
        .replace(/^[-•*+]\s+/, '')
        .replace(/[.;,]+$/, ''),
    )
    .filter(Boolean);
  if (lines.length === 0 || lines.length > MAX_LINES) return undefined;
  const read = lines.map(readLine);
  return read.every((line) => line !== undefined) ? (read as ReportedLine[]) : undefined;
}

function readLine(line: string): ReportedLine | undefined {
  const before = BEFORE.exec(line);
  const after = before ? null : AFTER.exec(line);
  const [number, words] = before ? [before[1], before[2]] : [after?.[2], after?.[1]];
  const quantity = Number(number?.replaceAll('.', ''));
  if (!words || words.length > MAX_WORDS || !(quantity >= 1 && quantity <= 999_999)) return undefined;
  return { quantity, words: words.trim() };
}
