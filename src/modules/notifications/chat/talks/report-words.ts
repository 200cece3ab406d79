/** What the words of a typed report name. Words are compared without marks and case; the longest one that fits decides. */
import type { QuickReportKind } from '#contracts/enums';
import { foldMarks } from '#i18n/fold';

const words: Record<QuickReportKind, readonly string[]> = {
  communication: ['tuyen truyen', 'truyen thong', 'phat loa', 'loa truyen thanh', 'hop thon', 'nguoi nghe', 'to roi'],
  public_services: ['dich vu cong', 'dvc', 'dvctt', 'cong dich vu', 'thu tuc', 'mot cua', 'vneid', 'dinh danh'],
  payment: ['thanh toan', 'khong tien mat', 'vi dien tu', 'chuyen khoan', 'tai khoan ngan hang', 'ma qr', 'tien dien'],
  marketplace: ['len san', 'san thuong mai', 'tmdt', 'thuong mai dien tu', 'ban hang', 'ocop', 'gian hang'],
  health_insurance: ['y te', 'bao hiem', 'bhyt', 'bhxh', 'vssid', 'suc khoe', 'kham benh', 'dat kham'],
};

/** Undefined when no kind is named, or two are named as clearly: beside each other, or as "dịch vụ công và thanh toán". */
export function kindOf(text: string): QuickReportKind | undefined {
  const parts = foldMarks(text).split(/,| va | voi /);
  const named = new Set(parts.map(kindNamed).filter((kind) => kind !== undefined));
  return named.size > 1 ? undefined : kindNamed(text);
}

function kindNamed(text: string): QuickReportKind | undefined {
  const folded = ` ${foldMarks(text)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()} `;
  const found = Object.entries(words).map(([kind, list]) => ({
    kind: kind as QuickReportKind,
    length: Math.max(0, ...list.filter((word) => folded.includes(` ${word} `)).map((word) => word.length)),
  }));
  const [first, second] = found.filter(({ length }) => length > 0).toSorted((a, b) => b.length - a.length);
  return first && first.length !== second?.length ? first.kind : undefined;
}

/** Units that say nothing of the work: "5 lượt" may be anything. */
const plain = new Set(['luot', 'nguoi', 'luot nguoi', 'lan', 'ho', 'buoi', 'cuoc', 'cai', 'viec', 'bai']);

/** True when the words name the unit in which this work is counted: "hồ sơ" for a task of applications. */
export function namesUnit(text: string, unit: string): boolean {
  const folded = foldMarks(unit);
  return !plain.has(folded) && ` ${foldMarks(text)} `.includes(` ${folded} `);
}
