/** What stands in drafts of units that ended. Free of zod: screens and entities read it. */

/** What somebody did to a report while it was a draft. */
export const leftDraftMarkKinds = ['wrote', 'looked', 'asked', 'approved', 'refused', 'dropped'] as const;
export type LeftDraftMarkKind = (typeof leftDraftMarkKinds)[number];
