/**
 * What people search for, as it is written and said in the north, the centre and the south: Vũ is found by Võ, ngô by bắp,
 * Lý by Lí, and a name of several words also as it sounds there (sinh, xinh; lan, nan, lang). For searching only: what is compared
 * elsewhere are folds. No dependencies: the apps use it too.
 */
import { foldMarks } from './fold.ts';

/** Regional forms of one name or word. A form typed with its marks means that form; without, any that is typed alike. */
const forms: readonly (readonly string[])[] = [
  // Names
  ['vũ', 'võ'],
  ['hoàng', 'huỳnh'],
  ['phúc', 'phước'],
  ['cảnh', 'kiểng'],
  ['chính', 'chánh'],
  ['nhân', 'nhơn'],
  ['nghĩa', 'ngãi'],
  ['sinh', 'sanh'],
  ['tính', 'tánh'],
  ['quý', 'quới'],
  ['nhật', 'nhựt'],
  ['nhất', 'nhứt'],
  ['bảo', 'bửu'],
  ['châu', 'chu'],
  ['hợp', 'hiệp'],
  ['thái', 'thới'],
  ['hoa', 'huê'],
  ['lĩnh', 'lãnh'],
  // Places, as languages of the highlands are written in several ways
  ['đắk', 'đăk', 'đắc'],
  ['lắk', 'lăk', 'lắc'],
  ['plei', 'pley', 'plây'],
  // What grows, is raised and eaten
  ['lợn', 'heo'],
  ['ngô', 'bắp'],
  ['lạc', 'đậu phộng', 'đậu phụng'],
  ['sắn', 'khoai mì', 'củ mì'],
  ['dứa', 'khóm', 'thơm'],
  ['vừng', 'mè'],
  ['chè', 'trà'],
  ['quả', 'trái'],
  ['bánh đa', 'bánh tráng'],
  ['giò lụa', 'chả lụa'],
  ['na', 'mãng cầu'],
  ['quất', 'tắc'],
  ['mướp đắng', 'khổ qua'],
  ['hồng xiêm', 'sa pô chê', 'sapoche'],
  ['ngao', 'nghêu'],
  ['cá quả', 'cá lóc', 'cá tràu'],
  ['bí đỏ', 'bí ngô', 'bí rợ'],
  ['rau mùi', 'ngò'],
  ['hạt', 'hột'],
  // What is done and asked
  ['vào', 'vô'],
  ['không', 'hông', 'khôông'],
  ['làm', 'mần'],
  ['gửi', 'gởi'],
  ['xem', 'coi'],
  ['hỏng', 'hư'],
  ['nhầm', 'lộn'],
  ['thuê', 'mướn'],
  ['ốm', 'bệnh'],
  ['thật', 'thiệt'],
  ['ngân hàng', 'nhà băng'],
  ['bác sĩ', 'bác sỹ'],
];
/** Little words that without their marks could be too many others. */
const markedForms: readonly (readonly string[])[] = [
  ['sao', 'răng'],
  ['vậy', 'rứa', 'thế'],
  ['đâu', 'mô'],
  ['gì', 'chi'],
  ['kia', 'tê'],
  ['lúc nãy', 'hồi nãy', 'khi hồi'],
];

const MOST_WORDS_OF_A_FORM = 3;
const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const join = (words: readonly string[]): string => words.join(' +');

interface Form {
  marked: string;
  /** What it is typed as without marks is it too. */
  unmarked: boolean;
  others: string[];
}
const byFold = new Map<string, Form[]>();
for (const group of [...forms, ...markedForms]) {
  for (const marked of group) {
    const others = group.filter((one) => one !== marked).map(foldMarks);
    const form = { marked: plain(marked), unmarked: forms.includes(group), others };
    byFold.set(foldMarks(marked), [...(byFold.get(foldMarks(marked)) ?? []), form]);
  }
}

/** One spelling of the marks, whatever the keyboard made; blanks as they are compared. */
function plain(text: string): string {
  return text.normalize('NFD').toLowerCase();
}

/** What else the typed words may be written as, folded. */
function othersOf(typed: string): string[] {
  const folded = foldMarks(typed);
  const bare = plain(typed) === folded;
  const found = (byFold.get(folded) ?? []).filter(
    ({ marked, unmarked }) => marked === plain(typed) || (bare && unmarked),
  );
  return [...new Set(found.flatMap(({ others }) => others))];
}

/** i and y at the end of a syllable are one letter after these; k closes as c does. */
const spelled = (word: string): string =>
  escaped(word)
    .replace(/^([hklmstv]|qu)[iy]$/, '$1[iy]')
    .replace(/^(\w*[aeiouy])[ck]$/, '$1[ck]');

const INITIALS = ['l|n', 's|x', 'tr|ch', 'd|gi|r|v'];
const FINALS = ['ng|nh|n', 'ch|c|t'];

/** The syllable as it sounds somewhere in the country; undefined where it sounds alike everywhere. */
function sounded(word: string): string | undefined {
  const [, initial = '', rest = ''] = /^(gi(?=[aeou])|[b-df-hj-np-tv-xz]*)([aeiouy][a-z]*)$/.exec(word) ?? [];
  const from = INITIALS.find((one) => one.split('|').includes(initial));
  const to = FINALS.find((one) => new RegExp(`(?:${one})$`).test(rest));
  if (!from && !to) return undefined;
  return `${from ? `(?:${from})` : initial}${to ? rest.replace(new RegExp(`(?:${to})$`), `(?:${to})`) : rest}`;
}

/** Of typed words that are one form: the words themselves, wherever they stand, or as whole words another form or sound of them. */
function patternOf(typed: readonly string[], { isFirst, isAlone }: { isFirst: boolean; isAlone: boolean }): string {
  const folded = typed.map((word) => foldMarks(word));
  const asTyped = join(folded.map(spelled));
  const others = othersOf(typed.join(' ')).map((other) => join(other.split(' ').map(escaped)));
  const sound = isAlone || folded.length > 1 ? undefined : sounded(folded[0] ?? '');
  const more = [...others, ...(sound ? [sound] : [])];
  if (more.length === 0) return asTyped;
  return `(?:${asTyped}|${isFirst ? '(?:^|[^a-z0-9])' : ''}(?:${more.join('|')})(?![a-z0-9]))`;
}

/** Stands for a hyphen, around which blanks do not count. */
const HYPHEN = '-';

/**
 * A regular expression that JavaScript and PostgreSQL read alike, for text that `foldMarks` or the database's fold() has folded.
 * Sounds count only beside another word: alone they would find too much. Empty for empty words, which everything matches.
 */
export function searchPattern(query: string): string {
  const words = query
    .normalize('NFC')
    .replace(/[-\u2010-\u2015\u2212]/g, ' - ')
    .split(/\s+/)
    .filter(Boolean);
  let pattern = '';
  for (let at = 0, size = 1; at < words.length; at += size) {
    size = sizeOfForm(words.slice(at, at + MOST_WORDS_OF_A_FORM));
    const taken = words.slice(at, at + size);
    const touches = at === 0 || taken[0] === HYPHEN || words[at - 1] === HYPHEN;
    const next = taken[0] === HYPHEN ? ' *- *' : patternOf(taken, { isFirst: at === 0, isAlone: words.length === 1 });
    pattern += `${touches ? '' : ' +'}${next}`;
  }
  return pattern;
}

/** How many of the words are one form together: the most that are. */
function sizeOfForm(words: readonly string[]): number {
  for (let size = words.length; size > 1; size -= 1)
    if (othersOf(words.slice(0, size).join(' ')).length > 0) return size;
  return 1;
}

/** Whether text holds what was searched for: `finds(query)` once, then each text. */
export function finds(query: string): (text: string) => boolean {
  const pattern = new RegExp(searchPattern(query));
  return (text) => pattern.test(foldMarks(text));
}
