/** How an order's list of teams is filtered and sorted. Free of zod. */

/** Which teams a list of them shows; "silent" have heard and not answered, "undelivered" have not heard. */
export const progressFilters = ['undelivered', 'silent', 'declined', 'doing', 'submitted', 'returned', 'done'] as const;
export type ProgressFilter = (typeof progressFilters)[number];
/** `state`: longest silence first, then what waits for the commune, then work under way, then what is done. */
export const progressSorts = ['state', 'team', 'commune', 'result', 'target'] as const;
export type ProgressSort = (typeof progressSorts)[number];
