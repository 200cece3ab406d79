import { readLogin } from './logins.ts';

describe('a login', () => {
  it.each([
    '0512345678',
    ' 0512 345 678 ',
    '+84 512 345 678',
    '84512345678',
    '0512.345.678',
    '(0512) 345-678',
    '０５１２３４５６７８',
  ])('is one number however it is written: %j', (text) => {
    expect(readLogin(text)).toEqual({ kind: 'phone', value: '+84512345678' });
  });

  it('is an address in any case', () => {
    expect(readLogin(' Dau-Moi@Xa.example')).toEqual({ kind: 'email', value: 'dau-moi@xa.example' });
  });

  it.each([
    'zz 0512345678',
    '0512345678a',
    'x0512345678',
    '0512345678 / 0512345679',
    '0512345678, 1',
    'o512345678',
    'abc',
    'a@b',
    '@',
    '',
  ])('is nothing else: %j', (text) => {
    expect(readLogin(text)).toBeUndefined();
  });
});
