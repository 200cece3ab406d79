import { receiptPrefix } from './receipts.ts';

it.each([
  ['Minh Sơn', 'MS'],
  ['Đồng Tiến', 'DT'],
  ['Ấn Nông', 'AN'],
  ['Chân Mây - Lăng Cô', 'CMLC'],
  ['', 'X'],
])('makes the receipts of %s start with %s', (commune, prefix) => {
  expect(receiptPrefix(commune)).toBe(prefix);
});
