import { markLine } from './mark-line.ts';

const at = new Date('2026-11-23T09:42:00Z');
const by = { fullName: 'Phạm Thị Thu Hà', language: 'vi' } as const;

it('says who took the list, when, what for and with how many people', () => {
  expect(markLine('TS-7F3K-22', { by, at, purpose: 'report', people: 168 })).toBe(
    'TS-7F3K-22 · Phạm Thị Thu Hà · 23/11/2026 16:42 · Nộp báo cáo · 168 người',
  );
});

it('leaves out what is not known, and speaks the reader’s language', () => {
  expect(markLine('TS-7F3K-22', { by, at })).toBe('TS-7F3K-22 · Phạm Thị Thu Hà · 23/11/2026 16:42');
  expect(markLine('TS-7F3K-22', { by: { ...by, language: 'en' }, at, purpose: 'audit', people: 0 })).toMatch(
    / · 0 people$/,
  );
});
