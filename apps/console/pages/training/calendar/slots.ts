/** The keyboard of the calendar: a cursor over half-hour slots that can be lengthened. Pure. */
import { addDays, type PlainDate } from '#i18n';

export const slotMinutes = 30;

export interface Cursor {
  day: PlainDate;
  from: number;
  /** Minutes; a whole number of slots. */
  length: number;
}

export interface Hours {
  /** Minutes after midnight that the calendar shows. */
  from: number;
  to: number;
}

/** Where the key leads, or null when it is none of the calendar's. The day may lie outside of what is shown. */
export function moveCursor(cursor: Cursor, key: string, shift: boolean, { from, to }: Hours): Cursor | null {
  const clamp = (minutes: number) => Math.min(Math.max(minutes, from), to - slotMinutes);
  const at = (next: Partial<Cursor>): Cursor => ({ ...cursor, length: slotMinutes, ...next });
  if (shift && (key === 'ArrowDown' || key === 'ArrowUp')) {
    const longer = cursor.length + (key === 'ArrowDown' ? slotMinutes : -slotMinutes);
    return { ...cursor, length: Math.min(Math.max(longer, slotMinutes), to - cursor.from) };
  }
  switch (key) {
    case 'ArrowDown':
      return at({ from: clamp(cursor.from + slotMinutes) });
    case 'ArrowUp':
      return at({ from: clamp(cursor.from - slotMinutes) });
    case 'ArrowRight':
      return at({ day: addDays(cursor.day, 1) });
    case 'ArrowLeft':
      return at({ day: addDays(cursor.day, -1) });
    case 'PageDown':
      return at({ day: addDays(cursor.day, 7) });
    case 'PageUp':
      return at({ day: addDays(cursor.day, -7) });
    case 'Home':
      return at({ from });
    case 'End':
      return at({ from: to - slotMinutes });
    default:
      return null;
  }
}

/** Nobody plans outside of them: one hour that was typed wrong must not make all days of the week begin at night. */
const EARLIEST = 5 * 60;
const LATEST = 23 * 60;

/** The hours to show: the working day, and some more where a session lies outside of it. */
export function shownHours(spans: readonly { from: number; to: number }[]): Hours {
  const from = Math.min(7 * 60, ...spans.map((span) => Math.max(EARLIEST, Math.floor(span.from / 60) * 60)));
  const to = Math.max(21 * 60, ...spans.map((span) => Math.min(LATEST, Math.ceil(span.to / 60) * 60)));
  return { from, to };
}

/** What lies outside of the shown hours stands at their edge; its own words say when it is. */
export function withinHours(span: { from: number; to: number }, hours: Hours): { from: number; to: number } {
  const from = Math.min(Math.max(span.from, hours.from), hours.to - slotMinutes);
  return { from, to: Math.max(Math.min(span.to, hours.to), from + slotMinutes) };
}

/** A moved or lengthened block snaps to a quarter of an hour and stays inside the shown day. */
export function snapped(minutes: number, length: number, { from, to }: Hours): number {
  const quarter = Math.round(minutes / 15) * 15;
  return Math.max(from, Math.min(quarter, to - length));
}
