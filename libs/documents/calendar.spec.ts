import { type CalendarEvent, foldLine, writeCalendar } from './calendar.ts';

const event: CalendarEvent = {
  uid: 'one@to-so',
  sequence: 3,
  changedAt: new Date('2022-11-20T02:00:00Z'),
  startsAt: new Date('2022-11-22T07:00:00Z'),
  endsAt: new Date('2022-11-22T09:30:00Z'),
  state: 'confirmed',
  summary: 'Dịch vụ công; hỏi, đáp',
  description: 'Mang theo:\n- căn cước\n- điện thoại \\ sạc',
};
const write = (changes: Partial<CalendarEvent> = {}) =>
  writeCalendar({ name: 'Lịch', language: 'vi', events: [{ ...event, ...changes }] }).toString('utf8');
const unfolded = (text: string) => text.replace(/\r\n /g, '').split('\r\n');

it('ends every line with CR LF and leaves none bare', () => {
  const text = write();
  expect(text.replace(/\r\n/g, '')).not.toMatch(/[\r\n]/);
  expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
});

it('escapes what would end a value or a line', () => {
  expect(unfolded(write())).toEqual(
    expect.arrayContaining([
      'SUMMARY;LANGUAGE=vi:Dịch vụ công\\; hỏi\\, đáp',
      'DESCRIPTION;LANGUAGE=vi:Mang theo:\\n- căn cước\\n- điện thoại \\\\ sạc',
    ]),
  );
});

it('does not let a text end the event and begin another', () => {
  const lines = unfolded(
    write({ summary: 'A\r\nEND:VEVENT\r\nBEGIN:VEVENT\u2028\u0007x', url: 'https://a.example/\r\nX:1' }),
  );
  expect(lines.filter((line) => line === 'BEGIN:VEVENT')).toHaveLength(1);
  expect(lines).toContain('SUMMARY;LANGUAGE=vi:A\\nEND:VEVENT\\nBEGIN:VEVENTx');
  expect(lines).toContain('URL:https://a.example/X:1');
});

it('folds after 75 octets and never inside a character', () => {
  const line = `SUMMARY:${'Ổ'.repeat(60)}${'🎓'.repeat(20)}`;
  const folded = foldLine(line);
  for (const part of folded.split('\r\n')) expect(Buffer.byteLength(part)).toBeLessThanOrEqual(75);
  expect(Buffer.from(folded).toString('utf8')).toBe(folded);
  expect(folded.replace(/\r\n /g, '')).toBe(line);
});

it('writes instants in UTC, the version as sequence, and a cancelled event as such, without alarms', () => {
  const lines = unfolded(write({ state: 'cancelled', remindBefore: [60] }));
  expect(lines).toEqual(
    expect.arrayContaining(['DTSTART:20221122T070000Z', 'DTEND:20221122T093000Z', 'SEQUENCE:3', 'STATUS:CANCELLED']),
  );
  expect(lines).not.toContain('BEGIN:VALARM');
  expect(unfolded(write({ remindBefore: [60] }))).toContain('TRIGGER;RELATED=START:-PT60M');
});
