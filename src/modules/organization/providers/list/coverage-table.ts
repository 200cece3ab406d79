/** Reads a list of places that a provider serves. */
import { type ListLine, type ListShape, readListTable } from '#documents/list-table';
import { foldMarks } from '#i18n/fold';

export type CoverageColumn = 'commune' | 'hamlet' | 'from' | 'till';
export type CoverageRow = ListLine<CoverageColumn>;

const coverage: ListShape<CoverageColumn> = {
  columns: {
    commune: {
      heads: ['xa, phuong', 'xa', 'phuong', 'xa/phuong', 'ma xa', 'ten xa', 'xa, phuong (ma hoac ten)', 'commune'],
      longest: 300,
    },
    hamlet: {
      heads: ['thon, khu pho', 'thon', 'thon/khu pho', 'ma thon', 'ten thon', 'thon, khu pho (ma hoac ten)', 'hamlet'],
      longest: 300,
    },
    from: { heads: ['tu ngay', 'ngay bat dau', 'from'], longest: 60 },
    till: { heads: ['den het ngay', 'den ngay', 'ngay ket thuc', 'till', 'until'], longest: 60 },
  },
  fold: foldMarks,
  begins: ({ commune, hamlet }) => commune !== undefined || hamlet !== undefined,
  says: ({ commune, hamlet }) => commune !== '' || hamlet !== '',
};

/** Undefined when no row has a heading for the commune or the hamlet. */
export const readCoverageTable = (texts: readonly (readonly string[])[]): CoverageRow[] | undefined =>
  readListTable(texts, coverage);
