/** How long things are kept that hold people's data, between what the law asks and what is needed. Free of zod. */
export const keepingKinds = [
  'keepLog',
  'keepInbox',
  'keepDeliveries',
  'keepPhotos',
  'keepLeavers',
  'keepDrafts',
  'keepLists',
  'keepUploads',
  'keepSessions',
  'keepWebhooks',
  'keepFiles',
  'keepAsked',
] as const;
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
  /** Who was told what, and when it was seen. */
  keepInbox: { unit: 'months', least: 12, most: 60, usual: 24 },
  /** To which address a message went, and what became of it there. */
  keepDeliveries: { unit: 'months', least: 3, most: 24, usual: 12 },
  /** Evidence of results, and sheets of attendance; that there was one stays. */
  keepPhotos: { unit: 'months', least: 12, most: 120, usual: 36 },
  /** Numbers, addresses, accounts and logins of people without any place, since the last one ended. */
  keepLeavers: { unit: 'months', least: 1, most: 36, usual: 6 },
  /** Orders that were begun and not issued, since they were saved last. */
  keepDrafts: { unit: 'days', least: 30, most: 365, usual: 180 },
  /** Lists with numbers that wait to be fetched. */
  keepLists: { unit: 'days', least: 1, most: 30, usual: 7 },
  /** Files of rosters as they were uploaded. */
  keepUploads: { unit: 'days', least: 1, most: 30, usual: 7 },
  /** Sessions, invites and calls for help that are over. */
  keepSessions: { unit: 'days', least: 7, most: 90, usual: 30 },
  /** What platforms told: that it was told is needed while they tell it again. */
  keepWebhooks: { unit: 'days', least: 2, most: 60, usual: 7 },
  /** Files that nothing names any more. */
  keepFiles: { unit: 'days', least: 2, most: 30, usual: 7 },
  /** Who is to be erased by paper, in working days: until then two officers or the person take it back. */
  keepAsked: { unit: 'days', least: 1, most: 10, usual: 2 },
};

export const isKeepingKind = (kind: string): kind is KeepingKind => kind in keepingTerms;
