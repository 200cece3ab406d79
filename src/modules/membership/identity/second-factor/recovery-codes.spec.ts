import { hashRecoveryCode, newRecoveryCodes, readRecoveryCode } from './recovery-codes.ts';

it('makes ten codes, no two of them the same, without letters that are mistaken for others', () => {
  const codes = newRecoveryCodes();
  expect(new Set(codes).size).toBe(10);
  for (const code of codes) expect(code).toMatch(/^[2-9A-HJ-NP-Z]{4}(-[2-9A-HJ-NP-Z]{4}){2}$/);
});

it('reads a code however it is typed', () => {
  for (const text of ['K7QX-M2PD-9RWT', ' k7qx m2pd 9rwt ', 'k7qxm2pd9rwt', 'K7QX–M2PD–9RWT'])
    expect(readRecoveryCode(text)).toBe('K7QX-M2PD-9RWT');
});

it('reads nothing out of what is none', () => {
  for (const text of ['', '482913', 'K7QX-M2PD-9RW', 'K7QX-M2PD-9RWTT', 'K7QX-M2PD-9RW0', 'K7QX-M2PD-9RWI'])
    expect(readRecoveryCode(text)).toBeUndefined();
});

it('hashes the same code otherwise for another factor', () => {
  expect(hashRecoveryCode('a', 'K7QX-M2PD-9RWT')).not.toEqual(hashRecoveryCode('b', 'K7QX-M2PD-9RWT'));
});
