/** Reads a list of offices. */
import { type ListLine, type ListShape, readListTable } from '#documents/list-table';
import { foldMarks } from '#i18n/fold';

export type OfficeColumn = 'office' | 'phone' | 'email' | 'hours' | 'address';
export type OfficeRow = ListLine<OfficeColumn>;

const longest = 300;
const offices: ListShape<OfficeColumn> = {
  columns: {
    phone: { heads: /dien thoai|\bs ?d ?t\b|so dt|phone/, longest },
    email: { heads: /thu dien tu|e-?mail|hom thu/, longest },
    hours: { heads: /^gio\b/, longest },
    address: { heads: /dia chi|tru so/, longest },
    office: { heads: /co quan|don vi|^xa\b|^phuong\b|ubnd|ten xa/, longest },
  },
  fold: foldMarks,
  begins: ({ office, phone }) => office !== undefined && phone !== undefined,
  says: ({ office }) => office !== '',
};

/** Undefined when no row has headings for the office and its number. */
export const readOfficeTable = (texts: readonly (readonly string[])[]): OfficeRow[] | undefined =>
  readListTable(texts, offices);
