/** What is in doubt of an office's card. Pure. */

/** "Còn đúng không?" is asked twice a year. */
export const CHECKED_DAYS = 183;

export const digitsOf = (phone: string): string => phone.replace(/\D/g, '');
