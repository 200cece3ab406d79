/** What a row below a header is: people, the name of a group, or furniture of the sheet. A name is never furniture. */
import { foldMarks } from '#i18n/fold';
import type { FoundTable } from './find-table.ts';
import { fieldOf } from './header-words.ts';
import { hamletOfTitle } from './preamble.ts';
import type { Place, RosterContext } from '../roster-context.ts';
import { isPosition } from '../cells/positions.ts';
import { readHamletName } from '../cells/unit-names.ts';

export type RowKind =
  | 'blank'
  | 'header'
  | 'title'
  | 'total'
  | 'signature'
  | 'note'
  | 'hidden'
  | 'struck'
  | 'heading'
  | 'member';

/** Words that open the row, with their marks and, for those who type none, without. "Tống" and "Công" are surnames. */
interface Opening {
  marked: RegExp;
  plain: RegExp;
}

const totals: Opening = {
  marked: /^(?:tổng cộng|tổng số|tổng|cộng)(?=$|[\s:.,(])/u,
  plain: /^(?:tong cong|tong so|tong|cong)(?=$|[:.,(]|\s*\d| to | cac )/,
};
const signatures: Opening = {
  marked:
    /^(?:nơi nhận|tm\.|tm ubnd|kt\.|tl\.|tuq\.|người lập|người tổng hợp|lập biểu|hiệu trưởng|giám đốc|chủ tịch|phó chủ tịch|xác nhận|thủ trưởng|.{0,30}, ngày [.…]{0,10} ?\d{0,2} ?[.…]{0,10}tháng)/u,
  plain:
    /^(?:noi nhan|tm\.|tm ubnd|kt\.|tl\.|tuq\.|nguoi lap|nguoi tong hop|lap bieu|hieu truong|giam doc|chu tich (?:ubnd|uy ban)|chu tich$|pho chu tich|xac nhan|thu truong|.{0,30}, ngay \.{0,10} ?\d{0,2} ?\.{0,10}thang)/,
};
const titles: Opening = {
  marked:
    /^(?:danh sách|phụ lục|báo cáo|biểu mẫu|biểu số|mẫu số|ubnd|ủy ban nhân dân|uỷ ban nhân dân|cộng hòa|cộng hoà|độc lập|kính gửi|thực hiện công văn|tên đơn vị|đơn vị:|tổng số tổ|tổng số thành viên)/u,
  plain:
    /^(?:danh sach|phu luc|bao cao|ubnd|uy ban nhan dan|cong hoa xa hoi|doc lap|kinh gui|thuc hien cong van|ten don vi)/,
};
const notes: Opening = {
  marked: /^(?:ghi chú|lưu ý|chú thích|nguồn:|\*)/u,
  plain: /^(?:ghi chu|luu y|chu thich|nguon:|\*)/,
};
const longText = 90;

function opens(text: string, { marked, plain }: Opening): boolean {
  const lower = text.normalize('NFC').toLowerCase();
  const folded = foldMarks(text);
  return marked.test(lower) || (lower.replace(/\s*-\s*/g, '-') === folded && plain.test(folded));
}

/** True for the title of somebody who signs or makes the list. */
export function isSigner(text: string): boolean {
  return opens(text, signatures);
}

/** What has been seen on the way: after a signature or a title only what looks like a list is one again. */
export type Closed = 'signature' | 'title' | null;

export class RowKinds {
  private readonly hidden: ReadonlySet<number>;

  constructor(private readonly context: RosterContext) {
    this.hidden = new Set(context.sheet.hiddenRows);
  }

  of(row: number, table: FoundTable, closed: Closed): RowKind {
    const { context } = this;
    const texts = (context.sheet.rows[row] ?? []).map((_, column) => context.glance({ row, column }));
    const filled = texts.filter(Boolean);
    const isBroken = this.isBroken(row, table);
    if (filled.length === 0 && !isBroken) return this.isStruck(row, table) ? 'struck' : 'blank';
    if (context.isTakenBack(row)) return 'member';
    if (this.hidden.has(row)) return 'hidden';
    if (this.isStruck(row, table)) return 'struck';
    const names = table.people.map(({ columns }) => context.glance({ row, column: columns.name ?? 0 }));
    if (this.hasPhone(row, table)) return this.withPhone(row, texts, names, table);
    const furniture = this.furniture(row, texts, filled, names, table);
    if (furniture !== null) return furniture;
    if (closed !== null) return this.afterTheEnd(row, table, names, filled, closed);
    if (names.every((name) => name === '') && this.noPhoneText(row, table))
      return this.headingOrMember(row, table, filled);
    return filled.length <= 2 && names.some((name) => readHamletName(name)) ? 'heading' : 'member';
  }

  private hasPhone(row: number, { people }: FoundTable): boolean {
    return people.some(
      ({ columns }) =>
        this.context.phones(this.context.glance({ row, column: columns.phone ?? columns.name ?? 0 })).phones.length > 0,
    );
  }

  /** A number does not make the compiler of the list, or its total, one of its people. */
  private withPhone(row: number, texts: readonly string[], names: readonly string[], table: FoundTable): RowKind {
    if (this.isSigned(row, texts, names, table)) return 'signature';
    return !this.isNumbered(row, table) && names.some((name) => opens(name, totals)) ? 'total' : 'member';
  }

  private noPhoneText(row: number, { people }: FoundTable): boolean {
    return people.every(({ columns }) => this.context.cell({ row, column: columns.phone ?? 0 }) === null);
  }

  private isBroken(row: number, { people }: FoundTable): boolean {
    return people.some(
      ({ columns }) => this.context.cell({ row, column: columns.name ?? 0 })?.hasCachedResult === false,
    );
  }

  /** The line through the name, or through all names that the row has. */
  private isStruck(row: number, { people }: FoundTable): boolean {
    const names = people
      .map(({ columns }): Place => ({ row, column: columns.name ?? 0 }))
      .filter((at) => (this.context.sheet.rows[row]?.[at.column]?.text ?? '').trim() !== '');
    return names.length > 0 && names.every((at) => this.context.isStruck(at));
  }

  private furniture(
    row: number,
    texts: readonly string[],
    filled: readonly string[],
    names: readonly string[],
    table: FoundTable,
  ): RowKind | null {
    const isHead = new Set(texts.map(fieldOf).filter(Boolean)).size >= 3;
    if (isHead && names.every((name) => name === '' || fieldOf(name) !== undefined)) return 'header';
    if (filled.length >= 3 && filled.every((text, i) => text.replace(/[()]/g, '') === String(i + 1))) return 'header';
    if (this.isNumbered(row, table) && names.some(Boolean)) return null;
    const first = filled[0] ?? '';
    if (opens(first, titles) && filled.length <= 3) return 'title';
    if (opens(first, totals) || names.some((name) => opens(name, totals))) return 'total';
    if (this.isSigned(row, texts, names, table)) return 'signature';
    return opens(first, notes) || (filled.length === 1 && first.length > longText) ? 'note' : null;
  }

  private isNumbered(row: number, { columns: { stt } }: FoundTable): boolean {
    return stt !== undefined && /^\d{1,4}\.?$/.test(this.context.glance({ row, column: stt }));
  }

  /** "Người lập: ...", "Hiệu trưởng", "TỔ TRƯỞNG" beside "CHỦ TỊCH". The same words in the column of posts are somebody's post. */
  private isSigned(row: number, texts: readonly string[], names: readonly string[], table: FoundTable): boolean {
    if (this.isNumbered(row, table)) return false;
    const posts = table.people.flatMap(({ columns: { position, role } }) => [position, role]);
    const first = texts.findIndex(Boolean);
    const opening = posts.includes(first) && names.some(Boolean) ? '' : (texts[first] ?? '');
    if ([opening, ...names].some((text) => opens(text, signatures))) return true;
    return names.some(Boolean) && texts.every((text) => text === '' || isPosition(text) || opens(text, signatures));
  }

  private afterTheEnd(
    row: number,
    table: FoundTable,
    names: readonly string[],
    filled: readonly string[],
    closed: Closed,
  ): RowKind {
    const hamlet =
      filled.length <= 2 && filled.some((text) => readHamletName(withoutNumber(text)) ?? hamletOfTitle(text));
    if (hamlet && names.filter(Boolean).length <= 1) return 'heading';
    const columns = new Set(table.people.flatMap(({ columns: map }) => Object.values(map)));
    const known = [...columns].filter((column) => this.context.glance({ row, column }) !== '').length;
    const enough = closed === 'signature' ? 3 : 2;
    return names.some(Boolean) && known >= enough ? 'member' : (closed ?? 'title');
  }

  /** A row with a formula where the name should be, or with a post, is a person whose name must be given. */
  private headingOrMember(row: number, table: FoundTable, filled: readonly string[]): RowKind {
    const posts = table.people.flatMap(({ columns }) => columns.position ?? columns.role ?? []);
    if (this.isBroken(row, table)) return 'member';
    if (posts.some((column) => this.context.glance({ row, column }) !== '')) return 'member';
    return filled.length === 0 ? 'blank' : 'heading';
  }
}

/** "II. Thôn 3" to "Thôn 3". */
export function withoutNumber(text: string): string {
  return text.replace(/^(?:[IVXLC]{1,6}|[A-ZĐ]|\d{1,3})[.)]\s*/u, '');
}
