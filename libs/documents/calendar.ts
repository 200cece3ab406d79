/**
 * iCalendar files (RFC 5545). Times are UTC instants: every calendar shows them in its own zone, Viet Nam has no daylight
 * saving, and no reader has to understand a VTIMEZONE.
 */
export interface CalendarEvent {
  /** The same for all versions of the event, on every server. */
  uid: string;
  /** Grows with each change; a calendar keeps the highest. */
  sequence: number;
  changedAt: Date;
  startsAt: Date;
  endsAt: Date;
  /** `tentative`: not agreed yet. */
  state: 'confirmed' | 'tentative' | 'cancelled';
  summary: string;
  description: string;
  location?: string;
  url?: string;
  /** Minutes before the start at which the calendar reminds. */
  remindBefore?: readonly number[];
}

export interface Calendar {
  name: string;
  /** BCP 47, for the texts. */
  language: string;
  events: readonly CalendarEvent[];
  /** A subscribed calendar asks again after so many minutes. */
  refreshMinutes?: number;
}

const FOLD_OCTETS = 75;

/** Bytes ready to be served as `text/calendar; charset=utf-8`. */
export function writeCalendar({ name, language, events, refreshMinutes }: Calendar): Buffer {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//To So//Training//VI',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    property(`NAME;LANGUAGE=${language}`, name),
    property('X-WR-CALNAME', name),
    'X-WR-TIMEZONE:Asia/Ho_Chi_Minh',
    ...(refreshMinutes
      ? [`REFRESH-INTERVAL;VALUE=DURATION:PT${refreshMinutes}M`, `X-PUBLISHED-TTL:PT${refreshMinutes}M`]
      : []),
    ...events.flatMap((event) => eventLines(event, language)),
    'END:VCALENDAR',
  ];
  return Buffer.from(lines.map((line) => `${foldLine(line)}\r\n`).join(''), 'utf8');
}

function eventLines(event: CalendarEvent, language: string): string[] {
  return [
    'BEGIN:VEVENT',
    property('UID', event.uid),
    `DTSTAMP:${utc(event.changedAt)}`,
    `LAST-MODIFIED:${utc(event.changedAt)}`,
    `SEQUENCE:${event.sequence}`,
    `DTSTART:${utc(event.startsAt)}`,
    `DTEND:${utc(event.endsAt)}`,
    `STATUS:${event.state.toUpperCase()}`,
    `TRANSP:${event.state === 'confirmed' ? 'OPAQUE' : 'TRANSPARENT'}`,
    property(`SUMMARY;LANGUAGE=${language}`, event.summary),
    ...(event.description ? [property(`DESCRIPTION;LANGUAGE=${language}`, event.description)] : []),
    ...(event.location ? [property(`LOCATION;LANGUAGE=${language}`, event.location)] : []),
    ...(event.url ? [`URL:${event.url.replace(CONTROLS, '')}`] : []),
    ...(event.state === 'confirmed' ? (event.remindBefore ?? []) : []).flatMap((minutes) =>
      alarm(minutes, event.summary),
    ),
    'END:VEVENT',
  ];
}

function alarm(minutes: number, summary: string): string[] {
  return [
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    property('DESCRIPTION', summary),
    `TRIGGER;RELATED=START:-PT${minutes}M`,
    'END:VALARM',
  ];
}

// oxlint-disable-next-line no-control-regex -- what a text value must not hold
const CONTROLS = /[\u0000-\u001f\u007f\u2028\u2029]/g;

/** A text value: what would end the value or the line is escaped, other control characters are dropped. */
function property(name: string, value: string): string {
  const text = value
    .replace(/\\/g, '\\\\')
    .replace(/;/g, '\\;')
    .replace(/,/g, '\\,')
    .replace(/\r\n|\r|\n/g, '\\n')
    .replace(CONTROLS, '');
  return `${name}:${text}`;
}

/** "20221124T010000Z" */
function utc(at: Date): string {
  return at.toISOString().replace(/[-:]|\.\d{3}/g, '');
}

/** At most 75 octets a line; the next begins with a space. A character is never cut. */
export function foldLine(line: string): string {
  const parts: string[] = [];
  let [part, octets] = ['', 0];
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (octets + size > FOLD_OCTETS) {
      parts.push(part);
      [part, octets] = ['', 1];
    }
    part += character;
    octets += size;
  }
  return [...parts, part].join('\r\n ');
}
