/** Six figures by guessing: five times in a million is nobody. */
export const MOST_TRIES = 5;
/** An office reads its mail within days; what is older may be read by somebody else. */
export const CODE_HOLDS_MS = 7 * 86_400_000;
/** Mails with codes that a unit may have sent within an hour. */
export const MOST_TESTS = 10;
export const HOUR_MS = 3_600_000;
