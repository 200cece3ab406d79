/**
 * Names of hamlets as people write them (Thôn1, T1, thôn 01, Thôn Một, KP 3, Phố Giắt), brought to one key and one
 * spelling. A number is compared by its value, a name by its fold. When former communes share a commune, each has its own
 * "Thôn 1": the former commune, if named, is part of the key.
 */
import { foldMarks, foldTone } from '#i18n/fold';
import { withoutTail } from '../layout/tail.ts';

export const hamletTypes = ['thon', 'ban', 'pho', 'khu_pho', 'khu', 'to_dan_pho', 'xom', 'lang', 'tieu_khu'] as const;
export type HamletType = (typeof hamletTypes)[number];

export interface HamletName {
  type: HamletType;
  /** The canonical spelling: 'Thôn 1', 'Khu phố 3', 'Phố Giắt'. */
  name: string;
  /** Equal for all spellings of one hamlet: 'thon:1', 'pho:giắt', 'thon:1@minh sơn'. */
  key: string;
  formerCommune?: string;
}

const typeWords: readonly [type: HamletType, word: string, spellings: string][] = [
  ['to_dan_pho', 'Tổ dân phố', 'tổ dân phố|to dan pho|tdp'],
  ['tieu_khu', 'Tiểu khu', 'tiểu khu|tieu khu|tk'],
  ['khu_pho', 'Khu phố', 'khu phố|khu pho|kp'],
  ['thon', 'Thôn', 'thôn|thon|th|t'],
  ['ban', 'Bản', 'bản|ban'],
  ['pho', 'Phố', 'phố|pho|p'],
  ['xom', 'Xóm', 'xóm|xom|x'],
  ['lang', 'Làng', 'làng|lang'],
  ['khu', 'Khu', 'khu|k'],
];

const teamWords =
  /^(?:tổ|to)\s*(?:(?:công nghệ số|cong nghe so|cns|cnscđ|cnscd)(?:\s*(?:cộng đồng|cong dong|cđ|cd))?)\s*[:–-]?\s*/iu;
const numberWords = [
  'một',
  'hai',
  'ba',
  'bốn',
  'năm',
  'sáu',
  'bảy',
  'tám',
  'chín',
  'mười',
  'mười một',
  'mười hai',
  'mười ba',
  'mười bốn',
  'mười lăm',
  'mười sáu',
  'mười bảy',
  'mười tám',
  'mười chín',
  'hai mươi',
];
const spellings = new Map([
  ...numberWords.map((word, i) => [foldTone(word), i + 1] as const),
  [foldTone('tư'), 4],
  [foldTone('bẩy'), 7],
]);
const romans = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII', 'XIII', 'XIV', 'XV'];

const officeWords =
  /^(?:chi dao|chi huy|chi uy|quan ly|cong tac|to chuc|chap hanh|van dong|dieu hanh|thuong vu|giam sat|thanh tra|quan tri|tuyen giao|dan van|lanh dao|giam hieu|bi thu|chu tich|truong|giam doc)\b/;
const longestName = 120;

/** Null for text that names no hamlet, among it the blank form's "Thôn....". */
export function readHamletName(text: string): HamletName | null {
  // Nothing that long is the name of a place, and what follows looks at it more than once.
  if (text.length > longestName) return null;
  const whole = text.normalize('NFC').replace(/\s+/g, ' ').trim().replace(teamWords, '');
  const { place, formerCommune } = splitFormerCommune(withoutTail(whole, '.:;, '));
  for (const [type, word, pattern] of typeWords) {
    const found = matchType(place, pattern);
    if (found === null) continue;
    const proper = canonicalProper(found);
    if (proper === null) return null;
    return {
      type,
      name: `${word} ${proper}`,
      key: `${type}:${foldTone(proper)}${formerCommune ? `@${foldTone(formerCommune)}` : ''}`,
      ...(formerCommune ? { formerCommune } : {}),
    };
  }
  return null;
}

/** The key under which two spellings of one place meet; other text meets itself, folded. */
export function hamletKey(text: string): string {
  return readHamletName(text)?.key ?? `?:${foldTone(text.replace(teamWords, ''))}`;
}

function matchType(place: string, pattern: string): string | null {
  const match = new RegExp(`^(?:${pattern})(?:[\\s.:-]+(?=\\S)|(?=\\d))(.+)$`, 'iu').exec(place);
  if (!match?.[1] || isOffice(place)) return null;
  const word = place.slice(0, place.length - match[1].length).trim();
  const short = word.replace(/[.:-]/g, '').length <= 2;
  return short && !/^\d|^[IVX]+$/.test(match[1]) ? null : match[1].trim();
}

/**
 * "BAN CHỈ ĐẠO" is a committee and no hamlet of the mountains: "ban" without its mark is "bản" only where the whole name is
 * typed without marks, and then not before the words that committees are called by.
 */
function isOffice(place: string): boolean {
  const [kind = '', ...rest] = place.split(/[\s.:-]+/);
  if (!/^(?:ban|pho)$/i.test(kind)) return false;
  const proper = rest.join(' ');
  return foldMarks(proper) !== proper.toLowerCase() || officeWords.test(foldMarks(proper));
}

/** '01' to '1', 'Một' to '1', 'II' to '2', 'GIẮT' to 'Giắt'; null for dots and other fillers. */
function canonicalProper(text: string): string | null {
  const proper = text.replace(/^(?:số|so)\s+(?=\d)/iu, '').trim();
  if (!/[\p{L}\p{N}]/u.test(proper)) return null;
  const digits = /^0*(\d+)\s*([a-zđ])?$/i.exec(proper);
  if (digits) return `${digits[1]}${(digits[2] ?? '').toUpperCase()}`;
  const spelled = spellings.get(foldTone(proper));
  if (spelled !== undefined) return String(spelled);
  const roman = romans.indexOf(proper);
  if (roman >= 0) return String(roman + 1);
  return capitalised(proper);
}

function capitalised(name: string): string {
  const shouted = name === name.toLocaleUpperCase('vi') && name.length > 2;
  const base = shouted ? name.toLocaleLowerCase('vi') : name;
  return base.replace(
    /(^|[\s-])(\p{Ll})/gu,
    (_, before: string, letter: string) => before + letter.toLocaleUpperCase('vi'),
  );
}

/** 'Thôn 1 (xã Minh Sơn cũ)', 'Thôn 1 - Minh Sơn', 'Thôn 1, xã Minh Sơn'. */
function splitFormerCommune(text: string): { place: string; formerCommune?: string } {
  const match =
    /^(.*?)\s*[([]\s*(?:xã|thị trấn|tt|xa)?\s*([^)\]]+?)(?:\s+cũ)?\s*[)\]]$/iu.exec(text) ??
    /^(.*?\S)\s*(?:,|\s-)\s+(?:(?:xã|thị trấn|tt)\s+)?(\p{Lu}.*?)(?:\s+cũ)?$/u.exec(text) ??
    /^(.*?\S)\s*,?\s+(?:xã|thị trấn)\s+(\p{Lu}.*?)(?:\s+cũ)?$/u.exec(text);
  if (!match?.[1] || !match[2] || /\d/.test(match[2]) || /người/iu.test(match[2]))
    return { place: text.replace(/\s*[([].*$/, '') };
  // Two former communes of one name: '(Minh Sơn cũ, Triệu Sơn)'.
  return { place: match[1], formerCommune: match[2].replace(/\s+cũ(?=\s*,|$)/iu, '').trim() };
}

/** Folded proper name of a commune without its kind: 'minh sơn' for "UBND xã Minh Sơn". */
export function communeKey(text: string): string {
  return withoutTail(foldTone(text), '.… ').replace(unitLabel, '').replace(foldedKinds, '');
}

const unitLabel = new RegExp(`^(?:${['tên đơn vị', 'đơn vị'].map(foldTone).join('|')})\\s*:?\\s*`);
const foldedKinds = new RegExp(
  `^(?:(?:${['ubnd', 'ủy ban nhân dân', 'uy ban nhan dan'].map(foldTone).join('|')})\\s+)?(?:(?:${['xã', 'xa', 'thị trấn', 'thi tran', 'phường', 'phuong', 'tt', 'tt.'].map(foldTone).join('|')})(?:\\s+|$))?`,
);

/** True when the two texts name one commune: tone placement is folded, then marks as a last resort. */
export function sameCommune(a: string, b: string): boolean {
  return communeKey(a) === communeKey(b) || foldMarks(communeKey(a)) === foldMarks(communeKey(b));
}
