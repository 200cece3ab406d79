/** Viet Nam keeps UTC+7 all year; Zalo's hours are local. */
const OFFSET_MS = 7 * 3_600_000;
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** Local hours in which messages are allowed, `from` inclusive and `to` exclusive; 0-24 is always. */
export interface OpenHours {
  from: number;
  to: number;
}

export const always: OpenHours = { from: 0, to: 24 };
/** Template and promotion messages rest from 22:00 to 06:00. */
export const daytime: OpenHours = { from: 6, to: 22 };

const msOfDay = (at: Date): number => (at.getTime() + OFFSET_MS) % DAY_MS;

export function isOpen(at: Date, { from, to }: OpenHours): boolean {
  const hour = msOfDay(at) / HOUR_MS;
  return hour >= from && hour < to;
}

/** Milliseconds until the next time that the local clock shows `hour`:00; a whole day when it shows it now. */
export function msUntilHour(at: Date, hour: number): number {
  return ((hour * HOUR_MS - msOfDay(at) + DAY_MS - 1) % DAY_MS) + 1;
}
