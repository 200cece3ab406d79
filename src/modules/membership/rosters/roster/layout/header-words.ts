/**
 * Which column a header text stands for. A list has shared columns (number, team, count) and one or more people to a row:
 * "Tổ trưởng, điện thoại, Tổ phó, điện thoại" are two people, "Họ và tên" over two columns is one name in two parts.
 */
import { foldMarks } from '#i18n/fold';
import type { TeamRole } from '#contracts/enums';
import type { ColumnMap, MappedColumn, PersonColumns, RosterColumn, RosterField } from '../roster.types.ts';

const nameAndPhone = /^(?:ten|ho (?:va |, ?)?ten)\b.*(?:dien thoai|\bs ?\.?d ?\.?t\b|so dt)/;
/** In this order: "Số điện thoại" must not count as a number of members. */
const headerWords: readonly [column: RosterField, pattern: RegExp][] = [
  ['name', nameAndPhone],
  ['phone', /dien thoai|\bs ?\.?d ?\.?t\b|^d\.?t\b|di dong|so dt|\bphone\b/],
  ['note', /^ghi chu/],
  ['gender', /^gioi tinh|^nam ?\/ ?nu\b|^phai$/],
  ['name', /ho (?:va |, ?)?ten|^ten thanh vien|^ten nguoi|^ho(?: va)?(?: ten)? (?:dem|lot)/],
  ['given', /^ten(?: goi| rieng)?$|^(?:(?:ten|chu) )?(?:dem|lot)$/],
  ['count', /so luong|^sl\b|so tv\b|so nguoi|^so thanh vien/],
  ['role', /vai tro|(?:nhiem vu|chuc vu|chuc danh) (?:trong|cua|tai|o) to\b|^chuc vu to\b/],
  ['position', /chuc vu|chuc danh/],
  ['name', /^(?:to truong|to pho|pho to truong)\b|^(?:thanh vien|uy vien)(?: (?:so |thu )?\d+)?$/],
  ['team', /ten to\b|to cong nghe|to cns|^thon\b|^to$|ten thon|ten ban|khu dan cu/],
  ['stt', /^(?:stt|tt|so tt|so thu tu)\b/],
];
const sensitiveWords =
  /cccd|cmnd|can cuoc|chung minh|\bsinh\b|tai khoan|\bstk\b|so tk|ngan hang|dia chi|dan toc|ton giao|email|thu dien tu|bhxh|bhyt/;
const shared: readonly RosterField[] = ['stt', 'team', 'count'];
/** "ĐT 0512 345 678" and "Thôn 1" are what stands below a head, never one. */
export const phoneDigits = /(?:\+?84|0)(?:[ .-]?\d){8,}|(?<!\d)[35789](?:[ .-]?\d){8}/;
const numberedPlace = /^(?:thon|ban|xom|lang|khu(?: pho)?|pho|to dan pho|tieu khu) ?\d/;

export interface HeaderRow {
  texts: readonly string[];
  /** The header level above, where there is one. */
  above: readonly string[];
  /** True when the cell is the continuation of a merged cell that begins to its left. */
  continues: (column: number) => boolean;
  /** True when the cells below the header hold words: a column "Thành viên" of figures holds no names. */
  hasWords: (column: number) => boolean;
}

function foldHeader(header: string): string {
  return foldMarks(header)
    .replace(/[*:()]/g, ' ')
    .replace(/ +/g, ' ')
    .trim();
}

/** "Họ tên, số điện thoại" over one column. */
export function saysPhoneToo(header: string): boolean {
  return nameAndPhone.test(foldHeader(header));
}

export function isSensitive(header: string): boolean {
  return sensitiveWords.test(foldMarks(header));
}

/** Undefined for anything beyond the form. Every cell of a long list is asked for once: numbers are no head. */
export function fieldOf(header: string): RosterField | undefined {
  if (!/\p{L}/u.test(header) || phoneDigits.test(header)) return undefined;
  const folded = foldHeader(header);
  if (numberedPlace.test(folded)) return undefined;
  if (folded === '' || folded.length > 80 || sensitiveWords.test(folded)) return undefined;
  // "Họ" is a family name, "Hộ" a household.
  if (folded === 'ho') return /họ|ho$/iu.test(header.normalize('NFC')) ? 'name' : undefined;
  return headerWords.find(([, pattern]) => pattern.test(folded))?.[0];
}

function roleOf(...headers: string[]): TeamRole | null {
  for (const header of headers) {
    const folded = foldHeader(header);
    if (/to pho|pho to/.test(folded)) return 'deputy';
    if (/to truong/.test(folded)) return 'leader';
    if (/^(?:cac )?thanh vien|^uy vien/.test(folded)) return 'member';
  }
  return null;
}

/**
 * Every column that the form has, each with the person of the row whom it tells of. A number or a team that is headed again
 * after somebody's name begins the list beside: it is that person's own.
 */
export function assignColumns(row: HeaderRow): MappedColumn[] {
  const found: MappedColumn[] = [];
  let person = -1;
  let list = 0;
  const has = (field: RosterField, of = person) => found.some((one) => one.field === field && one.person === of);
  row.texts.forEach((text, column) => {
    const field = fieldOf(text);
    if (field === undefined) return;
    if (shared.includes(field)) {
      if (has(field, list) && person >= list && !row.continues(column)) list = person + 1;
      if (!has(field, list)) found.push({ column, field, person: list });
      return;
    }
    if (field === 'name' || field === 'given') {
      if (continuesName(found.at(-1), column, person) && (field === 'given' || row.continues(column))) {
        found.push({ column, field: 'given', person });
        return;
      }
      if (field === 'given' ? person >= 0 : person >= 0 && row.continues(column)) return;
      if (roleOf(text) !== null && !row.hasWords(column)) return;
      person++;
      found.push({ column, field: 'name', person });
      return;
    }
    const owner = Math.max(0, person);
    const next = has(field, owner) ? secondOf(field, row.continues(column)) : field;
    if (next !== undefined && !has(next, owner)) found.push({ column, field: next, person: owner });
  });
  return found.filter(({ field, person: of }) => of === 0 || !shared.includes(field) || has('name', of));
}

function continuesName(left: MappedColumn | undefined, column: number, person: number): boolean {
  const isName = left?.field === 'name' || left?.field === 'given';
  return isName && left.column === column - 1 && left.person === person;
}

/** A second number is kept behind the first, a second post beside the first. */
function secondOf(field: RosterField, continues: boolean): RosterField | undefined {
  if (continues) return undefined;
  if (field === 'phone') return 'phone2';
  if (field === 'position') return 'role';
  return field === 'role' ? 'position' : undefined;
}

/** People of one row, each with the columns that they share too. A table read by hand may give a person no role word. */
export function peopleOf(
  columns: readonly MappedColumn[],
  headers: readonly string[],
  above: readonly string[] = [],
): PersonColumns[] {
  const common = columns.filter(({ field }) => shared.includes(field));
  const numbers = [...new Set(columns.filter(({ field }) => field === 'name').map(({ person }) => person))];
  return numbers.map((person) => {
    const own = columns.filter((one) => one.person === person && !shared.includes(one.field));
    const name = own.find(({ field }) => field === 'name')?.column ?? 0;
    const heads = [headers[name] ?? '', above[name] ?? ''];
    const list = listOf(common, person);
    return {
      columns: mapOf([...common.filter((one) => one.person === list), ...common, ...own]),
      role: numbers.length > 1 || isRoleHead(heads) ? roleOf(...heads) : null,
      list,
    };
  });
}

/** The person with whom the list begins that this one stands in: the last before them who has a number or a team of their own. */
function listOf(common: readonly MappedColumn[], person: number): number {
  return Math.max(0, ...common.map((one) => one.person).filter((first) => first <= person));
}

/** "Tổ trưởng" as the head of a column of names says the role of all of them, "Tên thành viên" does not. */
function isRoleHead(heads: readonly string[]): boolean {
  return heads.some((head) => /^(?:ho (?:va )?ten |ten )?(?:to truong|to pho|pho to truong)/.test(foldHeader(head)));
}

function mapOf(columns: readonly MappedColumn[]): ColumnMap {
  const map: ColumnMap = {};
  for (const { field, column } of columns) {
    if (!isRead(field)) continue;
    if (field === 'given' && map.given !== undefined) {
      map.middle ??= map.given;
      map.given = column;
    } else map[field] ??= column;
  }
  return map;
}

/** Gender and notes are known heads, and no part of the register. */
function isRead(field: RosterField): field is RosterColumn {
  return field !== 'gender' && field !== 'note' && field !== 'skip';
}
