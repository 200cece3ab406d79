/**
 * "Chức vụ" of Appendix 1 mixes two facts: the role in the team (Tổ trưởng, Tổ phó, Thành viên) and the person's post,
 * often abbreviated. Both are kept; the post's abbreviations are spelled out, and unknown text stays as it is.
 */
import { foldMarks } from '#i18n/fold';
import { withoutTail } from '../layout/tail.ts';
import type { Affiliation, TeamRole } from '#contracts/enums';

export interface PositionReading {
  role: TeamRole | null;
  /** Posts spelled out, joined by ' - '; null when the cell names only a role. */
  position: string | null;
  /** Of all posts, the one that composition rules ask for first comes first. */
  affiliations: Affiliation[];
  /** Abbreviation and meaning, in the order of the cell. */
  aliases: { from: string; to: string }[];
  /** Parts that the dictionary does not know. */
  unknown: string[];
  /** 'TT' alone may be Tổ trưởng or Trưởng thôn. */
  ambiguous: boolean;
}

const roles: readonly [role: TeamRole, spellings: string][] = [
  ['leader', 'to truong|t.truong|t truong|to truong to cns|truong to'],
  ['deputy', 'to pho|t.pho|t pho|pho to|pho to truong|to truong pho'],
  ['member', 'thanh vien|tv|t.vien|t vien|to vien|uv|uy vien'],
];

/** Full words, the affiliation, then folded spellings. */
const posts: readonly [full: string, affiliation: Affiliation, spellings: string][] = [
  ['Trưởng thôn', 'hamlet_head', 'truong thon|tr.thon|tr thon|tthon|t.thon|ttr'],
  ['Phó thôn', 'other', 'pho thon|pho truong thon|pt|p.thon'],
  ['Trưởng bản', 'hamlet_head', 'truong ban|truong ban lang'],
  ['Trưởng khu phố', 'hamlet_head', 'truong khu pho|truong kp|tkp'],
  ['Trưởng phố', 'hamlet_head', 'truong pho'],
  ['Tổ trưởng tổ dân phố', 'hamlet_head', 'to truong to dan pho|to truong tdp|tttdp'],
  ['Bí thư chi bộ', 'party_cell', 'bi thu chi bo|bt chi bo|btcb|bt cb|bi thu cb|bt|bi thu|bi thu chi bo thon'],
  ['Phó Bí thư chi bộ', 'party_cell', 'pho bi thu chi bo|pbt chi bo|pbtcb|pbt|pho bi thu|pho bt chi bo'],
  [
    'Bí thư Đoàn',
    'youth_union',
    'bi thu doan|btd|bt doan|bi thu doan tn|bi thu doan thanh nien|bi thu doan xa|bt doan xa|btdtn|bt dtn',
  ],
  [
    'Bí thư Chi đoàn',
    'youth_union',
    'bi thu chi doan|bt chi doan|btcd|bt cd|bi thu chi doan thanh nien|bi thu chi doan thon',
  ],
  ['Phó Bí thư Chi đoàn', 'youth_union', 'pho bi thu chi doan|pbt chi doan|pbtcd'],
  ['Đoàn viên', 'youth_union', 'doan vien|dv doan|doan vien thanh nien|dvtn|doan thanh nien|doan tn|dtn|can bo doan'],
  [
    'Chi hội trưởng Phụ nữ',
    'women_union',
    'chi hoi truong phu nu|cht pn|cht phu nu|chtpn|chi hoi truong pn|chi hoi phu nu|hoi phu nu|ch pn|hoi pn|hoi truong phu nu',
  ],
  ['Chi hội phó Phụ nữ', 'women_union', 'chi hoi pho phu nu|chp pn|chi hoi pho pn'],
  [
    'Chi hội trưởng Cựu chiến binh',
    'veterans',
    'chi hoi truong cuu chien binh|cht ccb|chtccb|chi hoi truong ccb|chi hoi ccb|ccb|hoi ccb|hoi cuu chien binh|cuu chien binh',
  ],
  [
    'Chi hội trưởng Nông dân',
    'farmers_union',
    'chi hoi truong nong dan|cht nd|chtnd|chi hoi truong nd|chi hoi nd|hoi nd|hoi nong dan|chi hoi nong dan',
  ],
  ['Chi hội trưởng Người cao tuổi', 'other', 'chi hoi truong nguoi cao tuoi|cht nct|chtnct|chi hoi nct'],
  [
    'Trưởng ban Công tác Mặt trận',
    'front',
    'truong ban cong tac mat tran|tb ctmt|tbctmt|truong ban ctmt|tb mt|tbmt|truong ban mat tran|mat tran|mttq|ct mttq|can bo mttq',
  ],
  ['Phó ban Công tác Mặt trận', 'front', 'pho ban cong tac mat tran|pb ctmt|pho ban ctmt'],
  ['Công an viên', 'police', 'cong an vien|cav|ca vien|ca thon|cong an thon|cong an|to bao ve an ninh'],
  ['Thôn đội trưởng', 'other', 'thon doi truong|tdt|thon doi'],
  ['Giáo viên', 'teacher', 'giao vien|gv|can bo giao vien'],
  ['Y tế thôn', 'health_worker', 'y te thon|ytt|yt thon|yte thon|nhan vien y te|nhan vien y te thon|y te'],
  ['Chủ tịch UBND xã', 'commune_chair', 'chu tich ubnd|chu tich ubnd xa|ct ubnd|ct ubnd xa'],
  [
    'Công chức Văn hóa – Xã hội',
    'commune_officer',
    'cong chuc van hoa - xa hoi|cong chuc van hoa|cc vhxh|vhxh|cb vhxh|cong chuc vh-xh|cong chuc van hoa-xa hoi',
  ],
  ['Cán bộ xã', 'commune_officer', 'can bo xa|cong chuc xa|cc xa|cb xa'],
  ['Kế toán thôn', 'other', 'ke toan thon|kt thon'],
];

const priority: readonly Affiliation[] = [
  'hamlet_head',
  'youth_union',
  'commune_chair',
  'party_cell',
  'front',
  'women_union',
  'veterans',
  'farmers_union',
  'police',
  'teacher',
  'health_worker',
  'commune_officer',
  'other',
];

const roleBySpelling = new Map(
  roles.flatMap(([role, spellings]) => spellings.split('|').map((one) => [one, role] as const)),
);
const postBySpelling = new Map(
  posts.flatMap(([full, affiliation, spellings]) =>
    spellings.split('|').map((one) => [one, { full, affiliation }] as const),
  ),
);
const roleWords: Record<TeamRole, string> = { leader: 'Tổ trưởng', deputy: 'Tổ phó', member: 'Thành viên' };

/** @param text the cell; 'Tổ phó - BTĐ' gives deputy and 'Bí thư Đoàn' */
export function readPosition(text: string): PositionReading {
  const reading: PositionReading = {
    role: null,
    position: null,
    affiliations: [],
    aliases: [],
    unknown: [],
    ambiguous: false,
  };
  const names: string[] = [];
  const parts = splitParts(text);
  for (const part of parts) readPart(part, parts.length, reading, names);
  if (names.length > 0) reading.position = [...new Set(names)].join(' - ');
  reading.affiliations = priority.filter((one) => reading.affiliations.includes(one));
  return reading;
}

/** What Appendix 1 prints: 'Tổ trưởng - Trưởng thôn'. */
export function printPosition(role: TeamRole, position: string | null): string {
  return position === null ? roleWords[role] : `${roleWords[role]} - ${position}`;
}

/** True when the text is a role or a known post: how a post beside a name is recognised. */
export function isPosition(text: string): boolean {
  const reading = readPosition(text);
  return reading.unknown.length === 0 && (reading.role !== null || reading.position !== null || reading.ambiguous);
}

function splitParts(text: string): string[] {
  return text
    .normalize('NFC')
    .split(/\s+[-–—]\s+|[-–—](?=\s)|\s[-–—]|[,;+\n()]|\s*\/\s*(?!c\b)|\s+kiêm\s+|\s+và\s+/iu)
    .map((part) => withoutTail(part.trim(), ' .'))
    .filter(Boolean);
}

function readPart(part: string, count: number, reading: PositionReading, names: string[]): void {
  const folded = foldMarks(part);
  const role = roleBySpelling.get(folded);
  if (role !== undefined && reading.role === null) {
    reading.role = role;
    if (folded.length <= 4) reading.aliases.push({ from: part, to: roleWords[role] });
    return;
  }
  if (folded === 'tt') return readTt(part, count, reading, names);
  if (folded === 'tp' && reading.role === null) {
    reading.role = 'deputy';
    reading.aliases.push({ from: part, to: roleWords.deputy });
    return;
  }
  const post =
    postBySpelling.get(folded) ?? postBySpelling.get(folded.replace(/ (?:thon|ban|pho|khu pho)(?: \d+)?$/, ''));
  names.push(post?.full ?? part);
  if (post) reading.affiliations.push(post.affiliation);
  else reading.unknown.push(part);
  if (post && foldMarks(post.full) !== folded && folded.length < post.full.length)
    reading.aliases.push({ from: part, to: post.full });
}

/** Beside a role or another post it is Trưởng thôn; alone it can be either. */
function readTt(part: string, count: number, reading: PositionReading, names: string[]): void {
  if (count === 1) {
    reading.ambiguous = true;
    return;
  }
  names.push('Trưởng thôn');
  reading.affiliations.push('hamlet_head');
  reading.aliases.push({ from: part, to: 'Trưởng thôn' });
}

const honorific = /^(?:(ông|bà|anh|chị|đồng chí|đ\/c|đc|đ\/chí|d\/c)(?=[\s.:])|(ô|b|ô\.b)(?=\.))\s*[.:]?\s*/iu;

/** 'Đ/c Lê Hồng Phượng' to its honorific and the name; more than one is taken off. */
export function splitHonorific(name: string): { honorific: string | null; rest: string } {
  let rest = name.trim();
  let found: string | null = null;
  for (let match = honorific.exec(rest); match; match = honorific.exec(rest)) {
    found ??= match[0].trim().replace(/[.:]+$/, '');
    rest = rest.slice(match[0].length).trim();
  }
  return { honorific: found, rest };
}
