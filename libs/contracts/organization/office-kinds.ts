/** What is in doubt of an office's contact card, and how cards are filtered. Free of zod: screens read it. */
export const officeDoubts = ['noPhone', 'unanswered', 'personal', 'shared', 'unchecked'] as const;
/** `none`: without a number; `look`: with one that is in doubt. */
export const officeFilters = ['all', 'none', 'look'] as const;
