/** The code that a list of people carries when it leaves: it leads from a file to the line of the log. Free of zod. */

/** Without what is mistaken for another when it is read aloud or typed from paper: 0 and O, 1 and I. */
export const TRACE_LETTERS = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
export const TRACE_LENGTH = 6;

/** "TS-7F3K-22" */
export const writeTrace = (letters: string): string => `TS-${letters.slice(0, 4)}-${letters.slice(4)}`;

/** A code as somebody typed it, small, with other dashes or none, without its head; undefined when it is none. */
export function readTrace(text: string): string | undefined {
  const plain = text.toUpperCase().replace(/[\s\p{Pd}._]/gu, '');
  const letters = plain.length === TRACE_LENGTH + 2 && plain.startsWith('TS') ? plain.slice(2) : plain;
  const isCode = letters.length === TRACE_LENGTH && [...letters].every((letter) => TRACE_LETTERS.includes(letter));
  return isCode ? writeTrace(letters) : undefined;
}
