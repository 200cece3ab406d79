/** Days as documents write them by decree 30/2020: one function for reports, appendices and certificates. No dependencies. */

/** Numbers below 10 get a 0 before them. */
export const twoDigits = (number: number): string => String(number).padStart(2, '0');

/**
 * "ngày 05 tháng 01 năm 2022": a day below 10 gets a 0, and of the months only the first two do.
 * @param on 'YYYY-MM-DD', or 'YYYY-MM' with the day left open for the registry
 */
export function dayOfDocument(on: string): string {
  const [year = 0, month = 1, day] = on.split('-').map(Number);
  const days = day === undefined ? '      ' : twoDigits(day);
  return `ngày ${days} tháng ${month < 3 ? twoDigits(month) : month} năm ${year}`;
}

/** "Minh Sơn, ngày 05 tháng 01 năm 2022" */
export const placeAndDate = (place: string, on: string): string => `${place}, ${dayOfDocument(on)}`;
