/**
 * Text typed with the fonts of before Unicode. TCVN3 (.VnTime, .VnTimeH) gives one byte to each lower-case letter and
 * draws capitals by another font; VNI (VNI-Times) writes a base letter and a mark. Both arrive as Western letters
 * ("NguyÔn V¨n §øc", "Leâ Vaên Höõu"), so the cell's font decides, and without one the words themselves: legacy text
 * does not spell Vietnamese syllables until it is converted.
 */
export type LegacyEncoding = 'tcvn3' | 'vni';

export interface DecodedText {
  text: string;
  encoding: LegacyEncoding;
  /** False when the text reads as Vietnamese both ways and only the font speaks for converting. */
  sure: boolean;
}

const tcvn3Rows: readonly [letters: string, codes: string][] = [
  ['áàảãạ', '¸µ¶·¹'],
  ['ăắằẳẵặ', '¨¾»¼½Æ'],
  ['âấầẩẫậ', '©ÊÇÈÉË'],
  ['éèẻẽẹ', 'ÐÌÎÏÑ'],
  ['êếềểễệ', 'ªÕÒÓÔÖ'],
  ['íìỉĩị', 'Ý×ØÜÞ'],
  ['óòỏõọ', 'ãßáâä'],
  ['ôốồổỗộ', '«èåæçé'],
  ['ơớờởỡợ', '¬íêëìî'],
  ['úùủũụ', 'óïñòô'],
  ['ưứừửữự', '\u00adøõö÷ù'],
  ['ýỳỷỹỵ', 'ýúûüþ'],
  ['đ', '®'],
  ['ĂÂÊÔƠƯĐ', '¡¢£¤¥¦§'],
];
const tcvn3 = new Map(
  tcvn3Rows.flatMap(([letters, codes]) => [...codes].map((code, i) => [code, [...letters][i] ?? code] as const)),
);

const vni = buildVni();

/**
 * Null when the text is Unicode (or plain ASCII) already. Never reorders or drops characters that it does not know.
 * @param fontName the cell's font, when the file tells it
 */
export function decodeLegacy(text: string, fontName?: string): DecodedText | null {
  if (!/[^\p{ASCII}]/u.test(text) && !isCapitalFont(fontName)) return null;
  if (/[^\u0000-\u00ff]/.test(text)) return null;
  const fromFont = encodingOfFont(fontName);
  const encoding = fromFont ?? encodingOfWords(text);
  if (encoding === null) return null;
  const converted = convert(text, encoding, fontName);
  if (converted === text) return null;
  return { text: converted, encoding, sure: fromFont === null || !readsAsVietnamese(text) };
}

function encodingOfFont(fontName = ''): LegacyEncoding | null {
  if (/^\.?vn/i.test(fontName) && !/^vni/i.test(fontName)) return 'tcvn3';
  return /^vni/i.test(fontName) ? 'vni' : null;
}

function isCapitalFont(fontName = ''): boolean {
  return /^\.vn.*h$/i.test(fontName);
}

/** The encoding under which every marked word becomes a syllable, when the text as it stands has one that is not. */
function encodingOfWords(text: string): LegacyEncoding | null {
  if (readsAsVietnamese(text)) return null;
  for (const encoding of ['tcvn3', 'vni'] as const) {
    if (readsAsVietnamese(convert(text, encoding))) return encoding;
  }
  return /(?<=\p{L})[¸µ¶·¹¨¾»¼½©«¬®§¡¢£¤¥¦]|[§®¡¢£¤¥¦](?=\p{L})/u.test(text) ? 'tcvn3' : null;
}

function convert(text: string, encoding: LegacyEncoding, fontName?: string): string {
  const read = fromLegacy(text, encoding);
  return isCapitalFont(fontName) ? read.toLocaleUpperCase('vi') : read;
}

/** Every letter as the encoding has it, whatever the words say. */
export function fromLegacy(text: string, encoding: LegacyEncoding): string {
  if (encoding === 'vni') return text.normalize('NFC').replace(vni.pattern, (part) => vni.map.get(part) ?? part);
  return text.normalize('NFC').replace(/\S+/gu, wordFromTcvn3);
}

/** TCVN3 has no marked capitals beyond seven: a word of capitals is drawn by a font, its marked letters are small. */
function wordFromTcvn3(word: string): string {
  const letters = [...word].map((char) => tcvn3.get(char) ?? char).join('');
  return /[A-Z].*[A-Z]/.test(word) && !/[a-z]/.test(word) ? letters.toLocaleUpperCase('vi') : letters;
}

function buildVni(): { map: Map<string, string>; pattern: RegExp } {
  const map = new Map<string, string>();
  const add = (code: string, letter: string) => {
    map.set(code, letter);
    map.set(code.toUpperCase(), letter.toUpperCase());
    if (code.length > 1) map.set(code.charAt(0).toUpperCase() + code.slice(1), letter.toUpperCase());
  };
  const addAll = (base: string, marks: string, letters: string) =>
    [...letters].forEach((letter, i) => add(base + [...marks][i], letter));
  addAll('a', 'ùøûõïâáàåãäêéèúüë', 'áàảãạâấầẩẫậăắằẳẵặ');
  addAll('e', 'ùøûõïâáàåãä', 'éèẻẽẹêếềểễệ');
  addAll('o', 'ùøûõïâáàåãä', 'óòỏõọôốồổỗộ');
  addAll('u', 'ùøûõï', 'úùủũụ');
  addAll('y', 'ùøûõ', 'ýỳỷỹ');
  addAll('ô', 'ùøûõï', 'ớờởỡợ');
  addAll('ö', 'ùøûõï', 'ứừửữự');
  addAll('', 'ôöñíìæóòî', 'ơưđíìỉĩịỵ');
  const codes = [...map.keys()].sort((a, b) => b.length - a.length);
  return { map, pattern: new RegExp(codes.join('|'), 'g') };
}

const onset = '(?:ngh|gh|ng|nh|ch|gi|kh|ph|qu|th|tr|[bcdđghklmnpqrstvx])?';
const nucleus =
  'uyê|uya|yêu|iêu|ươu|ươi|uôi|oai|oay|oao|oeo|uây|ai|ao|au|ay|âu|ây|eo|êu|ia|iê|iu|oa|oă|oe|oi|oo|ôi|ơi|ua|uâ|uê|ui|uô|uơ|uy|ưa|ưi|ươ|ưu|yê|[aăâeêioôơuưy]';
const syllablePattern = new RegExp(`^${onset}(?:${nucleus})(?:ch|ng|nh|[cmnpt])?$`);

/** True when every word that has a letter beyond ASCII is a possible Vietnamese syllable. */
export function readsAsVietnamese(text: string): boolean {
  const words = text
    .normalize('NFC')
    .replace(/[Ðð]/g, 'đ')
    .toLowerCase()
    .split(/[\s\d!-/:-@[-`{-~\u00a0]+/);
  return words.every((word) => !/[^\p{ASCII}]/u.test(word) || isSyllable(word));
}

function isSyllable(word: string): boolean {
  const apart = word.normalize('NFD');
  const tones = apart.match(/[\u0300\u0301\u0303\u0309\u0323]/g) ?? [];
  return (
    tones.length <= 1 && syllablePattern.test(apart.replace(/[\u0300\u0301\u0303\u0309\u0323]/g, '').normalize('NFC'))
  );
}
