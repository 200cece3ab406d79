import { understand } from './understand.ts';

it.each([
  ['  NHẬN việc ! ', { kind: 'accept' }],
  ['tu choi: ban mua lua', { kind: 'decline', reason: 'ban mua lua' }],
  ['LIENKET abcDEF_123-4567', { kind: 'link', code: 'abcDEF_123-4567' }],
  ['Liên kết abcDEF_123-4567', { kind: 'link', code: 'abcDEF_123-4567' }],
  ['Hôm nay tổ hướng dẫn 12 hộ', { kind: 'report', text: 'Hôm nay tổ hướng dẫn 12 hộ' }],
  [
    '5 lượt dịch vụ công\n2 sản phẩm lên sàn',
    {
      kind: 'report',
      lines: [
        { quantity: 5, words: 'lượt dịch vụ công' },
        { quantity: 2, words: 'sản phẩm lên sàn' },
      ],
    },
  ],
])('"%s" is understood', (text, intent) => {
  expect(understand(text)).toMatchObject(intent);
});
