/** Proposals for hamlets' names by a pattern: it only suggests, the council decides. */
import type { Schemas } from '../../../api/client.ts';
import type { Edit } from '../lines/use-lines.ts';

export type Hamlet = Schemas['ReformNamedHamlet'];
export const patterns = ['former', 'numbers', 'own'] as const;
export type Pattern = (typeof patterns)[number];

/** "1" of "Thôn 1", "Tân Phong" of "Tổ dân phố Tân Phong". */
export const bareName = ({ type, name }: Pick<Hamlet, 'type' | 'name'>): string =>
  name.toLocaleLowerCase('vi').startsWith(`${type.toLocaleLowerCase('vi')} `) ? name.slice(type.length + 1) : name;

/** "Minh Sơn" of "Xã Minh Sơn", "Triệu Sơn" of "Thị trấn Triệu Sơn": kinds begin with a capital and go on in small letters. */
export const bareUnit = (fullName: string): string => fullName.replace(/^(?:Xã|Phường|Thị trấn|Đặc khu) /u, '');

export const withType = ({ type }: Pick<Hamlet, 'type'>, name: string): string =>
  `${type.charAt(0).toLocaleUpperCase('vi')}${type.slice(1)} ${name}`;

const isNumber = (hamlet: Hamlet): boolean => /^\d+$/.test(bareName(hamlet));
const inOrder = (a: Hamlet, b: Hamlet): number =>
  a.from.localeCompare(b.from, 'vi') || Number(bareName(a)) - Number(bareName(b)) || (a.id < b.id ? -1 : 1);

/**
 * Of the hamlets whose name another one has, by their former commune and own name; or all that are called by a number, counted
 * through. What the council has decided stays.
 */
export function namesBy(pattern: Pattern, hamlets: readonly Hamlet[]): Edit[] {
  const open = hamlets.filter(({ state }) => state !== 'decided');
  const named = (hamlet: Hamlet, name: string): Edit => ({ do: 'name', unitId: hamlet.id, type: hamlet.type, name });
  if (pattern === 'former')
    return open.flatMap((hamlet) =>
      hamlet.alike > 1 ? [named(hamlet, `${bareUnit(hamlet.from)} ${bareName(hamlet)}`)] : [],
    );
  if (pattern === 'numbers')
    return open
      .filter(isNumber)
      .sort(inOrder)
      .map((hamlet, at) => named(hamlet, String(at + 1)));
  return [];
}

/** What is typed into a row: with or without the word for its kind. */
export function typedName({ type }: Pick<Hamlet, 'type'>, text: string): string {
  const name = text.normalize('NFC').replace(/\s+/g, ' ').trim();
  return name.toLocaleLowerCase('vi') === type.toLocaleLowerCase('vi') ? '' : bareName({ type, name });
}
