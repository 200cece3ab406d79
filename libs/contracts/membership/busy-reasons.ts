/**
 * Why a volunteer cannot work for some days; stored data. None tells of health or belief: what is more private is "other".
 * Free of zod.
 */
export const busyReasons = ['harvest', 'family', 'job', 'away', 'other'] as const;
export type BusyReason = (typeof busyReasons)[number];

/** Days ahead: who cannot for longer is replaced for a while, by the commune. */
export const LONGEST_BUSY_DAYS = 31;
