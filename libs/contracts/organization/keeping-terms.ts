/** How long things are kept that hold people's data, between what the law asks and what is needed. Free of zod. */
export const keepingKinds = ['keepLog', 'keepLists', 'keepUploads', 'keepSessions'] as const;
export type KeepingKind = (typeof keepingKinds)[number];

export interface KeepingTerm {
  unit: 'months' | 'days';
  least: number;
  most: number;
  /** Where nobody has set one. */
  usual: number;
}

export const keepingTerms: Readonly<Record<KeepingKind, KeepingTerm>> = {
  /** Decree 53/2022 asks for 24 months; the database refuses to forget sooner. */
  keepLog: { unit: 'months', least: 24, most: 60, usual: 24 },
  /** Lists with numbers that wait to be fetched. */
  keepLists: { unit: 'days', least: 1, most: 30, usual: 7 },
  /** Files of rosters as they were uploaded. */
  keepUploads: { unit: 'days', least: 1, most: 30, usual: 7 },
  /** Sessions, invites and calls for help that are over. */
  keepSessions: { unit: 'days', least: 7, most: 90, usual: 30 },
};

export const isKeepingKind = (kind: string): kind is KeepingKind => kind in keepingTerms;
