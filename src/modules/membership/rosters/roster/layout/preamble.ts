/** What stands above a table and below it: whose list it is, the letter that it answers, the totals that it states. */
import { foldMarks } from '#i18n/fold';
import type { RosterContext } from '../roster-context.ts';
import { withoutTail } from './tail.ts';
import { readHamletName, type HamletName } from '../cells/unit-names.ts';

interface Figure {
  value: number;
  row: number;
  column: number;
}

/** A commune that the sheet names outside its rows of people. */
export interface UnitMention {
  name: string;
  row: number;
  column: number;
}

export interface Preamble {
  unitName: string | null;
  directive: string | null;
  declaredTeams: Figure | null;
  declaredMembers: Figure | null;
  mentions: UnitMention[];
  /** "Danh sách Tổ công nghệ số Thôn 2" above a table that names no teams. */
  hamlet: { text: string; row: number; column: number } | null;
}

export function emptyPreamble(): Preamble {
  return { unitName: null, directive: null, declaredTeams: null, declaredMembers: null, mentions: [], hamlet: null };
}

/** A figure may stand in the label's cell or to its right. */
export function readPreambleRow(context: RosterContext, row: number, preamble: Preamble): void {
  const cells = (context.sheet.rows[row] ?? []).map((_, column) => context.glance({ row, column }).slice(0, 400));
  cells.forEach((text, column) => {
    if (text !== '') readLabel(preamble, text, cells.slice(column + 1).find(Boolean) ?? '', { row, column });
  });
}

function readLabel(preamble: Preamble, text: string, beside: string, at: { row: number; column: number }): void {
  const folded = foldMarks(text);
  const name = mentionedCommune(text);
  if (name !== null) {
    preamble.unitName ??= name;
    preamble.mentions.push({ name, ...at });
  }
  const hamlet = hamletOfTitle(text);
  if (hamlet !== null) preamble.hamlet = { text: hamlet.name, ...at };
  const letter =
    /công văn số ?:? ?([^·;]*)/iu.exec(text)?.[1]?.trim() || (/cong van so ?:?$/.test(folded) ? beside : '');
  if (letter && preamble.directive === null) preamble.directive = withoutTail(letter, ' .');
  const figure = (pattern: RegExp): Figure | null => {
    const inside = pattern.exec(folded);
    if (inside === null) return null;
    const value = Number(inside[1] ?? /\d{1,9}/.exec(beside)?.[0]);
    return Number.isInteger(value) && value > 0 ? { value, ...at } : null;
  };
  preamble.declaredTeams ??= figure(/tong so to\b[^:·\d]*:? ?(\d{1,9})?/);
  preamble.declaredMembers ??= figure(/tong so thanh vien[^:·\d]*:? ?(\d{1,9})?/);
}

const authority =
  /(?:^|[\s.:(])((?:UBND|Ủy ban nhân dân|Uỷ ban nhân dân|Uy ban nhan dan) (?:xã|xa|thị trấn|thi tran|phường|phuong) [^.…\s].*)$/iu;
const alone = /^((?:xã|thị trấn|phường) [^.…\s].{0,40})$/iu;
const inTitle = /^(?:danh sách|báo cáo|biểu|tổng hợp) .{0,120} ((?:xã|thị trấn|phường) \p{L}.{0,40})$/iu;

/** 'UBND xã Minh Sơn' of a letterhead, a title or a signature; null for text that names no commune. */
export function mentionedCommune(text: string): string | null {
  const named = authority.exec(text)?.[1] ?? alone.exec(text)?.[1] ?? inTitle.exec(text)?.[1];
  if (named === undefined) return null;
  const end = named.search(/ (?:[-–—(]|huyện |huyen |tỉnh |thị xã |thành phố |năm |ngày |gửi )|[,;(]/iu);
  const name = withoutTail(end > 0 ? named.slice(0, end) : named, ' .');
  // "Ủy ban nhân dân xã ký", "xã phụ trách" name nobody; a name begins with a capital.
  const proper = /(?:xã|xa|thị trấn|thi tran|phường|phuong) (.+)$/iu.exec(name)?.[1] ?? '';
  return /^\p{Lu}/u.test(proper) && proper.split(' ').length <= 5 ? name : null;
}

/** The hamlet of "DANH SÁCH TỔ CÔNG NGHỆ SỐ CỘNG ĐỒNG THÔN 2"; null for other titles. */
export function hamletOfTitle(text: string): HamletName | null {
  const bare = text.replace(/^(?:danh sách|báo cáo)(?: bổ sung)?(?: các)?(?: thành viên)? */iu, '');
  return bare === text && !/^tổ /iu.test(text) ? null : readHamletName(bare.slice(0, 120));
}
