/** Months as they are written and counted, '2022-06' each. */

/** '2022-06' as "6/2022". */
export const monthText = (month: string): string => `${Number(month.slice(5, 7))}/${month.slice(0, 4)}`;

/** '2022-01' and -1 give '2021-12'. */
export function monthAfter(month: string, by: number): string {
  const at = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 + by;
  return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`;
}
