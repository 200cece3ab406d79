/** Work that is advice: whoever gave it may name a day on which to ask how it went. Free of zod. */

/** "Hộ, DN ứng dụng công nghệ số": advice on choosing technology for production. */
export const adviceIndicators: readonly string[] = ['KT09'];

export const countsAdvice = (indicatorCode: string): boolean => adviceIndicators.includes(indicatorCode);

/** Days from today. */
export const LONGEST_FOLLOW_UP_DAYS = 365;
