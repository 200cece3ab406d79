/**
 * Refuses what a guesser tries first: the common passwords of zxcvbn's list and their variants (capitals, figures for
 * letters, a year behind), rows of keys, and what anybody knows of the person. Vietnamese favourites that the list does not
 * have are added.
 */
import type { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { foldMarks } from '#i18n/fold';

/** Of zxcvbn's 0 to 4: below this a hundred million guesses are enough. */
const LEAST_SCORE = 3;
/** Longer ones are judged by their beginning: the work grows with the length. */
const MOST_JUDGED = 40;
const favourites = [
  'matkhau',
  'khongbiet',
  'khongco',
  'anhyeuem',
  'emyeuanh',
  'yeuem',
  'vietnam',
  'chuyendoiso',
  'toso',
  'congnghe',
  'canbo',
  'thanhhoa',
  'xinchao',
  'nguyen',
  'admin',
];

let judge: Promise<ZxcvbnFactory> | undefined;

/** The lists of words are loaded with the first password that is set. */
async function makeJudge(): Promise<ZxcvbnFactory> {
  const [{ ZxcvbnFactory }, { adjacencyGraphs, dictionary }] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
  ]);
  return new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs, maxLength: MOST_JUDGED, l33tMaxSubstitutions: 5 });
}

export interface KnownOfPerson {
  fullName: string;
  /** E.164. */
  phones: readonly string[];
  emails: readonly string[];
}

export async function isEasyToGuess(password: string, person: KnownOfPerson): Promise<boolean> {
  judge ??= makeJudge();
  const known = await judge;
  const plain = foldMarks(password.normalize('NFKC')).slice(0, MOST_JUDGED);
  const words = [...favourites, ...wordsOf(person)];
  // "mat khau 123" is no harder to guess than "matkhau123".
  const forms = new Set([plain, plain.replace(/\s/g, '')]);
  return [...forms].some((form) => known.check(form, words).score < LEAST_SCORE);
}

/** Name parts, the name run together, the number with and without its 0, the address before the @. */
function wordsOf({ fullName, phones, emails }: KnownOfPerson): string[] {
  const parts = foldMarks(fullName).split(/\s+/).filter(Boolean);
  const numbers = phones.map((e164) => e164.replace(/^\+84/, ''));
  return [
    ...parts,
    parts.join(''),
    parts.map((part) => part[0]).join(''),
    ...numbers.flatMap((digits) => [digits, `0${digits}`, `84${digits}`]),
    ...emails.flatMap((address) => [address, ...address.split('@')]),
  ].filter((word) => word.length > 1);
}
