/** Reads a list of officers. */
import { type ListLine, type ListShape, readListTable } from '#documents/list-table';
import { foldMarks } from '#i18n/fold';

export const officerColumns = ['fullName', 'phone', 'email', 'post', 'unit', 'standIn'] as const;
export type OfficerColumn = (typeof officerColumns)[number];
export type OfficerRow = ListLine<OfficerColumn>;

const officers: ListShape<OfficerColumn> = {
  /** As the form of ours has them first, then as others write them. */
  columns: {
    fullName: { heads: ['ho ten', 'ho va ten', 'ho va ten can bo', 'full name', 'name'], longest: 200 },
    phone: { heads: ['so dien thoai', 'dien thoai', 'sdt', 'di dong', 'so di dong', 'phone'], longest: 100 },
    email: {
      heads: ['thu dien tu', 'email', 'e-mail', 'thu cong vu', 'dia chi thu dien tu', 'dia chi thu'],
      longest: 200,
    },
    post: { heads: ['chuc vu', 'vai tro', 'chuc danh', 'post'], longest: 200 },
    unit: {
      heads: [
        'don vi (ma hoac ten)',
        'don vi',
        'ma don vi',
        'ten don vi',
        'ma hoac ten don vi',
        'xa, phuong',
        'xa',
        'unit',
      ],
      longest: 300,
    },
    standIn: {
      heads: [
        'nguoi thay (den het ngay)',
        'nguoi thay',
        'nguoi thay den het ngay',
        'thay den het ngay',
        'stands in until',
      ],
      longest: 60,
    },
  },
  fold: foldMarks,
  begins: ({ fullName, post, unit }) => fullName !== undefined && post !== undefined && unit !== undefined,
  // A row with a number in front and nothing behind it is a form that was not filled in to its end.
  says: (line) => officerColumns.some((column) => line[column] !== ''),
};

/** Undefined when no row has the headings for name, post and unit. */
export const readOfficerTable = (texts: readonly (readonly string[])[]): OfficerRow[] | undefined =>
  readListTable(texts, officers);
