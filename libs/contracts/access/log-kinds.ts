/** What the log of an installation is told apart by. Free of zod: the console's filters are made of it. */

/** Acts that change nothing; stored data. */
export const actKinds = ['look', 'export', 'sign_in', 'refused'] as const;
export type ActKind = (typeof actKinds)[number];

/** `change`: what the audit trail of events tells. */
export const logKinds = ['look', 'export', 'change', 'sign_in', 'refused'] as const;
export type LogKind = (typeof logKinds)[number];

/** What a list with people's names or numbers is taken away for; stored data. */
export const exportPurposes = ['report', 'check_roster', 'call_about_task', 'audit', 'other'] as const;
export type ExportPurpose = (typeof exportPurposes)[number];
/**
 * Of papers that can be for one thing only: a decision to sign, a sheet to sign at the door, pay for days, a person's own data
 * for that person. Nobody is asked.
 */
export const paperPurposes = ['decision', 'attendance', 'pay', 'own_data'] as const;
export type PaperPurpose = (typeof paperPurposes)[number];

/** What a use of the log may be called out for. */
export const unusualUses = ['many', 'night', 'elsewhere', 'exports', 'refusals'] as const;
export type UnusualUse = (typeof unusualUses)[number];

/** Letters of the answer to "why". */
export const MOST_OF_ANSWER = 500;

/** A sheet of more rows is read by nobody, and waited for too long. */
export const MOST_LOG_ROWS = 5_000;
