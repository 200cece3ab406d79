/** What a cell of past figures says. Nothing is guessed: what is no whole number is a doubt. Pure. */
import type { Cell } from '#documents';

/** Blank, or the signs that people write for it. */
const nothing = /^[-–—.]?$/;
const grouped = /^-?\d{1,3}(?:([.,\s\u00a0])\d{3})(?:\1\d{3})*$/;
const LARGEST = 100_000_000_000;

/**
 * A cell as it goes to the screen and comes back: text begins with ' as a sheet shows it, an error with #, a formula without a
 * result with =, a value that is merged with other cells with &. A number has no sign in front and full digits.
 */
export function cellWords(cell: Cell | null, isMerged: boolean): string {
  if (cell === null) return '';
  const text = cell.text.trim();
  if (cell.hasCachedResult === false) return `=${cell.formula ?? ''}`.slice(0, 100);
  if (text === '') return '';
  const written = typeof cell.value === 'number' ? numberWords(cell.value) : text.startsWith('#') ? text : `'${text}`;
  return (isMerged ? `&${written}` : written).slice(0, 100);
}

function numberWords(value: number): string {
  const whole = Math.round(value);
  // What 0.1 + 0.2 leaves behind a sum is no fraction.
  if (Math.abs(value - whole) < 1e-6 && Math.abs(whole) < 1e15) return String(whole);
  const text = String(value);
  // With three decimals it would read like thousands.
  return /\.\d{3}$/.test(text) ? `${text}0` : text;
}

export type CellFault = 'notNumber' | 'formulaError' | 'formulaOpen' | 'merged' | 'negative' | 'notWhole' | 'tooLarge';

export interface ReadCell {
  /** Null: nothing is reported. */
  value: number | null;
  fault?: CellFault;
  /** It was text, and reads as a number. */
  wasText?: true;
}

export function readCell(words: string): ReadCell {
  if (words.startsWith('&')) return { value: null, fault: 'merged' };
  if (words.startsWith('=')) return { value: null, fault: 'formulaOpen' };
  if (words.startsWith('#')) return { value: null, fault: 'formulaError' };
  const isText = words.startsWith("'");
  const text = (isText ? words.slice(1) : words).trim().replace(/[−–](?=\d)/, '-');
  if (nothing.test(text)) return { value: null };
  const digits = grouped.test(text) ? text.replace(/[.,\s\u00a0]/g, '') : text;
  if (!/^-?\d+$/.test(digits)) {
    const isFraction = /^-?\d+[.,]\d+$/.test(text);
    return { value: null, fault: isFraction ? 'notWhole' : 'notNumber' };
  }
  const value = Number(digits);
  if (value < 0) return { value: null, fault: 'negative' };
  if (value > LARGEST) return { value: null, fault: 'tooLarge' };
  return isText ? { value, wasText: true } : { value };
}

/** As the sheet shows it, for sentences. */
export const shownWords = (words: string): string => words.replace(/^['&]+/, '').replace(/^'/, '');
