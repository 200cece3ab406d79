import { trainingVi } from '#i18n/console/training/training.vi';
import { render, type Translate } from '../../i18n/i18n.tsx';
import type { SessionRow } from './looks.ts';
import { placeText, seatsText, whenText } from './words.ts';

const t: Translate = (id, values) => render((trainingVi as Record<string, string>)[id] ?? id, values ?? {}, 'vi');
const session = {
  state: 'published',
  startsAt: '2022-06-24T07:00:00Z',
  endsAt: '2022-06-24T09:30:00Z',
  taken: 23,
  attended: 0,
  capacity: 30,
  waiting: 0,
  place: 'Nhà văn hóa Thôn 6',
  commune: { name: 'Minh Sơn' },
} as SessionRow;

it('writes seats as the calendar has room for', () => {
  expect(seatsText(t, session)).toBe('14:00 · 23/30');
  expect(seatsText(t, { ...session, taken: 30, waiting: 4 })).toBe('14:00 · 30/30 +4');
});

it('counts who was there once a session is done', () => {
  expect(seatsText(t, { ...session, state: 'done', attended: 28, waiting: 4 })).toBe('14:00 · 28/30');
});

it('names the day, the hours and the place', () => {
  expect(whenText(t, 'vi', session)).toBe('T6 24/6, 14:00–16:30');
  expect(placeText(t, session, true)).toBe('Minh Sơn, Nhà văn hóa Thôn 6');
  expect(placeText(t, { ...session, place: null }, false)).toBe('Học trực tuyến');
});
