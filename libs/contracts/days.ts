/** Days as text. Free of zod: phones and screens ask it at every letter. */

/** YYYY-MM-DD, and a day that the calendar has. */
export function isDay(text: string): boolean {
  if (!/^(19|20|21)\d\d-\d\d-\d\d$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}
