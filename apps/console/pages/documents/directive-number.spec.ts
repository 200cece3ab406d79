import { kindOfNumber } from './directive-number.ts';

it.each([
  ['31/KH-UBND', 'plan'],
  ['1686/NQ-UBTVQH15', 'resolution'],
  ['01/2023/QĐ-UBND', 'decision'],
  ['12/qđ-ubnd', 'decision'],
  ['793/HD-BTTTT', 'guidance'],
  ['1029/UBND-VHTT', 'official_letter'],
  ['793/BTTTT-THH', 'official_letter'],
  ['30/2020/NĐ-CP', undefined],
  ['31', undefined],
  ['31/', undefined],
  ['31/K', undefined],
])('reads %s as %s', (number, kind) => {
  expect(kindOfNumber(number)).toBe(kind);
});
