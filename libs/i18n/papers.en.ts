import type { PaperWords } from './papers.vi.ts';

export const papersEn: PaperWords = {
  'calendar.name': 'Tổ Số training',
  'calendar.trainer': 'Trainer: {trainer} ({provider})',
  'calendar.bring': 'Bring: {bring}',
  'calendar.materials': 'Materials: {materials}',
  'calendar.online': 'Online: {url}',
  'calendar.open': 'In Tổ Số: {url}',
  'calendar.moved': 'Time or place has changed.',
  'calendar.cancelled': 'This session is cancelled. Reason: {reason}',
  'calendar.invited': 'Not answered yet: open Tổ Số to take a seat.',
  'calendar.waiting': 'On the waiting list, no seat yet.',
};
