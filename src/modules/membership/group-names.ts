/**
 * Names of the teams' chat groups, from a template that a directive gives for a time: `CNS-{hamlet}-{commune}-{district}`
 * in the district's guidance of 2022, without the district's part since 1/7/2025. People type blanks around hyphens and
 * any case, as the guidance's own example does; that counts as right, and one canonical form is offered for copying.
 */
import { foldTone } from '#i18n/fold';

export interface GroupNameParts {
  /** 'Thôn 1' */
  hamlet: string;
  /** With its kind: 'xã Minh Sơn'. */
  commune: string;
  /** With its kind: 'huyện Triệu Sơn'; absent where no district exists. */
  district?: string;
}

export const guidanceTemplate = 'CNS-{hamlet}-{commune}-{district}';
export const templateWithoutDistrict = 'CNS-{hamlet}-{commune}';

/** 'CNS-Thôn 1-Xã Minh Sơn-huyện Triệu Sơn'. A part that the template or the data lacks leaves no hyphen behind. */
export function groupName(template: string, parts: GroupNameParts): string {
  const values: Record<string, string> = {
    hamlet: startUpper(clean(parts.hamlet)),
    commune: startUpper(clean(parts.commune)),
    district: clean(parts.district ?? ''),
  };
  return template
    .split('-')
    .map((segment) => segment.trim().replace(/\{(\w+)\}/g, (_, key: string) => values[key] ?? ''))
    .filter(Boolean)
    .join('-');
}

export interface GroupNameCheck {
  /** 'right' also for another case, blanks around hyphens or tone placement. */
  verdict: 'right' | 'wrong';
  /** True when the name is the canonical form to the letter. */
  exact: boolean;
  canonical: string;
}

export function checkGroupName(name: string, template: string, parts: GroupNameParts): GroupNameCheck {
  const canonical = groupName(template, parts);
  return {
    verdict: foldTone(name) === foldTone(canonical) ? 'right' : 'wrong',
    exact: clean(name) === canonical,
    canonical,
  };
}

const kindShort: readonly [kind: RegExp, short: string][] = [
  [/^Xã /u, 'X.'],
  [/^Thị trấn /u, 'TT.'],
  [/^Phường /u, 'P.'],
  [/^Đặc khu /u, 'ĐK.'],
];
const hamletShort: readonly [kind: RegExp, short: string][] = [
  [/^Tổ dân phố /u, 'TDP '],
  [/^Tiểu khu /u, 'TK '],
  [/^Khu phố /u, 'KP '],
  [/^Thôn /u, 'T.'],
];

/**
 * The longest of a fixed row of forms that has at most `nameMax` characters (NFC): whole, without the district,
 * with the commune's kind shortened, with the hamlet's kind shortened. Equal input always gives the equal name.
 * @returns null when no form fits: nothing is cut inside a name, since two places could then look alike
 */
export function shortGroupName(template: string, parts: GroupNameParts, nameMax: number): string | null {
  const { district: _district, ...local } = parts;
  const commune = shorten(startUpper(clean(parts.commune)), kindShort);
  const hamlet = shorten(startUpper(clean(parts.hamlet)), hamletShort);
  const forms = [parts, local, { ...local, commune }, { ...local, commune, hamlet }];
  return forms.map((form) => groupName(template, form)).find((name) => [...name].length <= nameMax) ?? null;
}

/** Names that stand for more than one team, compared as people read them: the ids by the folded name. */
export function groupNameCollisions(names: readonly { id: string; name: string }[]): { name: string; ids: string[] }[] {
  const byFold = new Map<string, { name: string; ids: string[] }>();
  for (const { id, name } of names) {
    const entry = byFold.get(foldTone(name)) ?? { name, ids: [] };
    entry.ids.push(id);
    byFold.set(foldTone(name), entry);
  }
  return [...byFold.values()].filter((entry) => entry.ids.length > 1);
}

function shorten(text: string, kinds: readonly [kind: RegExp, short: string][]): string {
  for (const [kind, short] of kinds) if (kind.test(text)) return text.replace(kind, short);
  return text;
}

function clean(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, ' ').trim();
}

function startUpper(text: string): string {
  return text.charAt(0).toLocaleUpperCase('vi') + text.slice(1);
}
