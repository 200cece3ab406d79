/**
 * Names that no keyboard for Vietnamese writes: what is left when old bytes were read with the wrong table. Spellings of
 * the peoples of the highlands (Blốk, K'Brơi, H'Ngọc) are names; "NguyÔn", "V¨n", "Leâ", "Nguy?n" are not.
 */
import { readsAsVietnamese } from '#documents';

const letters = /^[A-Za-zÀ-ÃÈ-ÊÌÍÒ-ÕÙÚÝà-ãè-êìíò-õùúýĂăĐđĨĩŨũƠơƯưẠ-ỹ\u0300-\u0303\u0306\u0309\u031b\u0323]*$/u;
const vowels = /[aeiouyăâêôơư]+/g;
const nuclei = new Set(
  'a ă â e ê i o ô ơ u ư y ai ao au ay âu ây eo êu eu ia iê iêu iu oa oai oao oay oă oe oeo oi oo ôi ôô ơi ua uâ uây uê ui uô uôi uơ uy uya uyê uyu ưa ưi ươ ươi ươu ưu yê yêu ya ie ue io'.split(
    ' ',
  ),
);

export function isGarbled(name: string): boolean {
  return name
    .normalize('NFC')
    .split(/[\s.,;:()'’"/\d&+–—-]+/)
    .some((word) => word !== '' && isGarbledWord(word));
}

function isGarbledWord(word: string): boolean {
  if (!letters.test(word)) return true;
  if (/\p{Ll}\p{Lu}/u.test(word)) return true;
  return !readsAsVietnamese(word) && hasOddVowels(word);
}

/** A group of vowels that no syllable has, or more than one tone in a word without a hyphen. */
function hasOddVowels(word: string): boolean {
  const apart = word.toLowerCase().normalize('NFD');
  const tones = apart.match(/[\u0300\u0301\u0303\u0309\u0323]/g) ?? [];
  const plain = apart.replace(/[\u0300\u0301\u0303\u0309\u0323]/g, '').normalize('NFC');
  return tones.length > 1 || (plain.match(vowels) ?? []).some((group) => !nuclei.has(group));
}
