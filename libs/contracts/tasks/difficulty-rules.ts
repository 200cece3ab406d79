/** What both sides know of difficulties. Free of zod. */

/** A closed difficulty is opened again within so many days. */
export const REOPEN_DAYS = 30;
export const difficultyFilters = ['open', 'mine', 'late', 'above', 'answered', 'all'] as const;
export type DifficultyFilter = (typeof difficultyFilters)[number];
