import { slipCodeIn, writeSlipCode } from './slip-codes.ts';

describe('the code of a slip', () => {
  it('is read however it is typed', () => {
    for (const text of ['K7M29P', 'k7m 29p', ' K7M-29P ', 'k 7 m 2 9 p']) expect(slipCodeIn(text)).toBe('K7M29P');
    expect(writeSlipCode('K7M29P')).toBe('K7M 29P');
  });

  it('is nothing else', () => {
    for (const text of ['', 'K7M29', 'K7M29PP', 'K7M2OP', 'K7M21P', 'K7M 29Đ'])
      expect(slipCodeIn(text)).toBeUndefined();
  });
});
