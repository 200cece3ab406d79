import { type Digest, digestText, soleWork } from './digest-text.ts';

const now = new Date('2022-11-18T09:30:00Z');
const work = {
  taskId: 't',
  title: 'Giúp dân nộp hồ sơ',
  dueOn: '2022-11-20',
  target: 50,
  reported: 38,
  unit: 'hồ sơ',
  unitEn: 'applications',
};
const late = { ...work, taskId: 'u', title: 'Cài VNeID', dueOn: '2022-11-17', target: 2, reported: 0, unit: 'hộ' };
const news = { kind: 'taskAccepted', params: { title: 'Nói về VNeID', team: 'Tổ Thôn 1' } };
const digest = (change: Partial<Digest>): Digest => ({ items: [], due: [], missed: 0, ...change });
const told = (change: Partial<Digest>, listens = true, language: 'vi' | 'en' = 'vi') => {
  const { title, paragraphs } = digestText(digest(change), language, now, listens);
  return [title, ...paragraphs].map((text) => text.replace(/\u00a0/g, ' '));
};

it('says of one piece of work what is left of it, and how to answer where a number is listened to', () => {
  expect(told({ due: [work] })).toEqual([
    'Còn 2 ngày: Giúp dân nộp hồ sơ 38 / 50, còn 12',
    'Nhắn số, ví dụ “12”, hoặc “hôm qua 5”.',
  ]);
  expect(told({ due: [work] }, false)).toEqual(['Còn 2 ngày: Giúp dân nộp hồ sơ 38 / 50, còn 12']);
  expect(soleWork(digest({ due: [work] }))?.taskId).toBe('t');
});

it('puts what is due before what is new, and what was missed last', () => {
  expect(told({ due: [late, work], items: [news], missed: 3 })).toEqual([
    '2 việc đến hạn, 1 tin mới',
    '- Quá hạn 1 ngày: Cài VNeID 0 / 2, còn 2\n- Còn 2 ngày: Giúp dân nộp hồ sơ 38 / 50, còn 12',
    'Nhắn số, ví dụ “2 hộ”, hoặc “hôm qua 2 hộ”.',
    '- Tổ Thôn 1 đã nhận việc: Nói về VNeID',
    'Có 3 tin bị lỡ, nay đã cũ. Xem lại trong Hộp thư.',
  ]);
  expect(soleWork(digest({ due: [work], items: [news] }))).toBeUndefined();
});

it('has a head for each of its parts alone', () => {
  expect(told({ items: [news] })).toEqual(['1 tin mới hôm nay', '- Tổ Thôn 1 đã nhận việc: Nói về VNeID']);
  expect(told({ missed: 4 })[0]).toBe('Có 4 tin bị lỡ');
  expect(told({ due: [work, late] }, false, 'en')[0]).toBe('Work due: 2');
});
