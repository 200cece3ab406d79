import { wordsOfMonths } from './words-of-months.ts';

const row = (month: string, key: 'strengths' | 'next_month' | 'organization', text: string) => ({ month, key, text });

it('takes each judgement once, by the month that said it first, and plans as the last month does', () => {
  const drafted = wordsOfMonths([
    row('2026-01', 'strengths', '- Tổ đến từng nhà.\n- Mạng yếu ở Thôn 2.'),
    row('2026-01', 'next_month', 'Tập huấn tổ mới.'),
    row('2026-02', 'strengths', '+ Mạng yếu ở Thôn 2.'),
    row('2026-02', 'next_month', ' '),
  ]);
  expect(drafted).toEqual({
    strengths: '- Tháng 1/2026: Tổ đến từng nhà.\n- Tháng 1/2026: Mạng yếu ở Thôn 2.',
    next_month: 'Tập huấn tổ mới.',
  });
});

it('leaves a month’s figures with the month, and what the figures of the period draft', () => {
  expect(
    wordsOfMonths([
      row('2026-01', 'strengths', 'Đã giúp {{CQ01.now}} lượt.'),
      row('2026-01', 'organization', 'Có 3 Tổ.'),
    ]),
  ).toEqual({});
});
