/**
 * Phone numbers as rosters have them: a lost first 0, +84 forms, numbers of before the change of 15/9/2018, two in a cell,
 * O for 0, scientific notation. What is left after tidying is judged by libphonenumber's full metadata; the lighter
 * builds take old and short numbers for valid.
 */
import { parsePhoneNumberFromString } from 'libphonenumber-js/max';

export interface RosterPhone {
  /** As the file has it. */
  raw: string;
  e164: string;
  kind: 'mobile' | 'landline' | 'other';
}

export type PhoneNoteCode =
  | 'phone.lostZero'
  | 'phone.international'
  | 'phone.cleaned'
  | 'phone.prefixChanged'
  | 'phone.two'
  | 'phone.maybeOfficeLandline'
  | 'phone.landline';

export interface PhoneNote {
  code: PhoneNoteCode;
  params: Record<string, string>;
}

export interface PhoneReading {
  /** In the order of the cell, mobiles before landlines; the first is the main one. */
  phones: RosterPhone[];
  notes: PhoneNote[];
  /** Why the cell, or a part of it, could not be used. */
  problem?: { code: 'phone.missing' | 'phone.invalid' | 'phone.digitsLost'; params: Record<string, string> };
}

/** Old prefix to new, the last seven digits stay (plan of the Ministry of Information and Communications, 15/9/2018). */
const newPrefix: Readonly<Record<string, string>> = {
  '0120': '070',
  '0121': '079',
  '0122': '077',
  '0126': '076',
  '0128': '078',
  '0123': '083',
  '0124': '084',
  '0125': '085',
  '0127': '081',
  '0129': '082',
  '0162': '032',
  '0163': '033',
  '0164': '034',
  '0165': '035',
  '0166': '036',
  '0167': '037',
  '0168': '038',
  '0169': '039',
  '0186': '056',
  '0188': '058',
  '0199': '059',
};

/** A cell of numbers is shorter; longer text is not looked at. */
const longestNumbers = 400;

/** @param value the cell's text, or its number when the sheet stored one */
export function readPhones(value: string | number | null): PhoneReading {
  const raw = value === null ? '' : typeof value === 'number' ? plainNumber(value) : value;
  if (raw.length > longestNumbers)
    return { phones: [], notes: [], problem: { code: 'phone.invalid', params: { text: raw.slice(0, 40) } } };
  const tidy = tidyText(raw);
  if (!/[\p{L}\p{N}]/u.test(tidy)) return { phones: [], notes: [], problem: { code: 'phone.missing', params: {} } };
  const scientific = readScientific(tidy);
  if (scientific === 'lost')
    return { phones: [], notes: [], problem: { code: 'phone.digitsLost', params: { text: raw.trim() } } };
  const reading: PhoneReading = { phones: [], notes: [] };
  const parts = splitNumbers(scientific ?? tidy);
  for (const part of parts) readOne(part, reading);
  if (parts.length > 1 && reading.phones.length > 1) reading.notes.push({ code: 'phone.two', params: {} });
  reading.phones.sort((a, b) => Number(a.kind === 'landline') - Number(b.kind === 'landline'));
  return reading;
}

function plainNumber(value: number): string {
  return Number.isInteger(value) && Math.abs(value) < 1e15 ? value.toFixed(0) : String(value);
}

function tidyText(raw: string): string {
  return raw
    .normalize('NFKC')
    .replace(/[\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff'’]/g, '')
    .trim();
}

/** Digits of '5.12345678E+08'; 'lost' when fewer digits were written than the number has; undefined for other text. */
function readScientific(text: string): string | 'lost' | undefined {
  const match = /^\+?(\d)(?:[.,](\d+))?e\+?(\d{1,2})$/i.exec(text.replace(/\s/g, ''));
  if (!match) return undefined;
  const digits = (match[1] ?? '') + (match[2] ?? '');
  return digits.length === Number(match[3]) + 1 ? digits : 'lost';
}

function splitNumbers(text: string): string[] {
  const parts = text
    .split(/[/;,\n\r|&]|\s+(?:hoặc|và)\s+|\s+-\s+/i)
    .map((part) => part.trim())
    .filter(Boolean);
  if (parts.length > 1 && parts.every((part) => digitsOf(part).length >= 8)) return parts;
  const joined = digitsOf(text);
  const twins = /^(0\d{9})(0\d{9})$/.exec(joined);
  return twins ? [twins[1] ?? '', twins[2] ?? ''] : [text];
}

function digitsOf(text: string): string {
  return text.replace(/[oO](?=[\d\s.oO-])|(?<=[\d\s.])[oO]/g, '0').replace(/\D/g, '');
}

function readOne(part: string, reading: PhoneReading): void {
  const notes: PhoneNote[] = [];
  if (/[\p{L}]/u.test(part)) notes.push({ code: 'phone.cleaned', params: {} });
  const whole = part.replace(/(\d{8,})[.,]0{1,2}$/, '$1');
  if (whole !== part) notes.push({ code: 'phone.cleaned', params: {} });
  const national = migrate(toNational(whole, notes), notes);
  const parsed = parsePhoneNumberFromString(national, 'VN');
  if (!parsed?.isValid() || parsed.country !== 'VN') {
    reading.problem ??= { code: 'phone.invalid', params: { text: part } };
    return;
  }
  const type = parsed.getType();
  const kind = type === 'MOBILE' ? 'mobile' : type === 'FIXED_LINE' ? 'landline' : 'other';
  if (reading.phones.some((phone) => phone.e164 === parsed.number)) return;
  if (kind === 'landline') notes.push({ code: 'phone.landline', params: {} });
  if (/^037[2-8]\d{6}$/.test(national) && !notes.some((note) => note.code === 'phone.prefixChanged')) {
    notes.push({ code: 'phone.maybeOfficeLandline', params: {} });
  }
  reading.phones.push({ raw: part, e164: parsed.number, kind });
  reading.notes.push(...notes);
}

/** National digits with a leading 0. */
function toNational(part: string, notes: PhoneNote[]): string {
  const digits = digitsOf(part);
  const international =
    /^\s*\(?\+/.test(part) || /^0084/.test(digits) || (digits.startsWith('84') && digits.length >= 11);
  if (international) {
    notes.push({ code: 'phone.international', params: {} });
    return `0${digits.replace(/^(00)?84/, '').replace(/^0/, '')}`;
  }
  const lost = /^([35789]\d{8}|1[2689]\d{8}|2\d{9})$/.test(digits);
  if (lost) notes.push({ code: 'phone.lostZero', params: {} });
  return lost ? `0${digits}` : digits;
}

function migrate(national: string, notes: PhoneNote[]): string {
  const old = national.slice(0, 4);
  const fresh = newPrefix[old];
  if (national.length !== 11 || fresh === undefined) return national;
  notes.push({ code: 'phone.prefixChanged', params: { from: old, to: fresh } });
  return fresh + national.slice(4);
}

/** '0512 345 678' for +84512345678, '0237 300 0000' for a landline with its area code. */
export function printPhone(e164: string): string {
  const national = `0${e164.replace(/^\+84/, '')}`;
  return `${national.slice(0, 4)} ${national.slice(4, 7)} ${national.slice(7)}`;
}

/** '051•••5678': enough to recognise a number that one knows. */
export function maskPhone(e164: string): string {
  const national = `0${e164.replace(/^\+84/, '')}`;
  return `${national.slice(0, 3)}•••${national.slice(-4)}`;
}
