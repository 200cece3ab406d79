import { base32, codeOf, enrolmentLink, newSecret, stepAt, stepOf } from './totp.ts';

const secret = Buffer.from('12345678901234567890');
const at = (seconds: number) => new Date(seconds * 1_000);

// RFC 6238, appendix B, cut to six digits.
it.each([
  [59, '287082'],
  [1_111_111_109, '081804'],
  [1_111_111_111, '050471'],
  [1_234_567_890, '005924'],
  [2_000_000_000, '279037'],
  [20_000_000_000, '353130'],
])('gives at second %d of the epoch what the standard gives: %s', (seconds, code) => {
  expect(codeOf(secret, stepAt(at(seconds)))).toBe(code);
});

it('takes the code of the step before and of the one after, none farther away', () => {
  const now = at(1_234_567_890);
  const here = stepAt(now);
  const taken = [-2, -1, 0, 1, 2].map((off) => stepOf(secret, codeOf(secret, here + off), now, null));
  expect(taken).toEqual([undefined, here - 1, here, here + 1, undefined]);
});

it('takes no code twice, and none of a step before the last one that was used', () => {
  const now = at(1_234_567_890);
  const here = stepAt(now);
  expect(stepOf(secret, codeOf(secret, here), now, here)).toBeUndefined();
  expect(stepOf(secret, codeOf(secret, here - 1), now, here)).toBeUndefined();
  expect(stepOf(secret, codeOf(secret, here + 1), now, here)).toBe(here + 1);
});

it('takes nothing of another length', () => {
  const now = at(59);
  for (const text of ['', '28708', '2870822', '287 082']) expect(stepOf(secret, text, now, null)).toBeUndefined();
});

it('writes a secret as authenticators read it, and makes each one new', () => {
  // RFC 4648, section 10.
  expect(base32(Buffer.from('foobar'))).toBe('MZXW6YTBOI');
  expect(base32(Buffer.from('fooba'))).toBe('MZXW6YTB');
  expect(newSecret()).toHaveLength(20);
  expect(newSecret()).not.toEqual(newSecret());
});

it('names the line of the authenticator after the product and the person', () => {
  const link = new URL(enrolmentLink(secret, 'Lê Thanh Sơn'));
  expect(decodeURIComponent(link.pathname)).toMatch(/Tổ Số:Lê Thanh Sơn$/);
  expect(Object.fromEntries(link.searchParams)).toEqual({ secret: base32(secret), issuer: 'Tổ Số' });
});
