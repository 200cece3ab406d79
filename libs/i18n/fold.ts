/**
 * Comparing Vietnamese text: one fold that keeps tones and one that drops every mark, and the order of people's names.
 * Folds are for comparing and searching only; what is printed is always the stored spelling. No dependencies: the apps use it too.
 */
const tones = '\u0300\u0301\u0303\u0309\u0323';
const syllable = new RegExp(`\\p{L}[\\p{L}\\p{M}]*`, 'gu');
const toneMark = new RegExp(`[${tones}]`, 'g');

/**
 * Equal for spellings that differ only in tone placement (Hòa, Hoà), letter case, normal form, Đ typed as Ð,
 * blanks, blanks around hyphens, kinds of hyphen and apostrophe. Tones are kept: Hòa is not Hóa, Lý is not Lí.
 */
export function foldTone(text: string): string {
  return tidy(text).replace(syllable, (word) => {
    const plain = word.normalize('NFD');
    return (plain.replace(toneMark, '') + (plain.match(toneMark) ?? []).join('')).normalize('NFC');
  });
}

/** Lower case without any mark, đ as d: what a person types who does not type marks. */
export function foldMarks(text: string): string {
  return tidy(text).normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd');
}

/** As `foldMarks`, and one letter stays one letter: places in the folded text are places in the written one (NFC). */
export function foldLetters(text: string): string {
  return [...text]
    .map((letter) =>
      letter
        .normalize('NFD')
        .replace(/\p{M}/gu, '')
        .replace(/[đĐÐð]/g, 'd')
        .toLowerCase(),
    )
    .join('');
}

function tidy(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\u00ad\u200b-\u200d\u2060\ufeff]/g, '')
    .replace(/[ÐĐð]/g, 'đ')
    .toLowerCase()
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/[\u2018\u2019\u02bc`´]/g, "'")
    .replace(/\s*-\s*/g, '-')
    .replace(/\s+/g, ' ')
    .trim();
}

const collator = new Intl.Collator('vi', { numeric: true });

/** Vietnamese order of people: by given name, which is the last word, then by the rest. */
export function compareNames(a: string, b: string): number {
  const [givenA, restA] = splitName(a);
  const [givenB, restB] = splitName(b);
  return collator.compare(givenA, givenB) || collator.compare(restA, restB);
}

/** Vietnamese order of places, numbers by value: Thôn 2 before Thôn 10. */
export function comparePlaces(a: string, b: string): number {
  return collator.compare(a.normalize('NFC'), b.normalize('NFC'));
}

/** Given name and the rest: ['Hợi', 'Lê Thị'] for 'Lê Thị Hợi'. */
export function splitName(name: string): [given: string, rest: string] {
  const words = name.normalize('NFC').trim().split(/\s+/);
  return [words.at(-1) ?? '', words.slice(0, -1).join(' ')];
}

/** 'lê thị HỢI' to 'Lê Thị Hợi'. */
export function titleCaseName(name: string): string {
  return name
    .normalize('NFC')
    .toLocaleLowerCase('vi')
    .replace(/(^|[\s'’-])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toLocaleUpperCase('vi'));
}
