import { webcrypto } from 'node:crypto';
import { TextEncoder } from 'node:util';
import { memberCode, sessionCode, WINDOW_MS } from '#contracts/training/check-in-codes';
import { refusalOfSessionCode } from './scanned-code.ts';

Object.assign(globalThis, { TextEncoder });
Object.defineProperty(globalThis, 'crypto', { value: webcrypto, configurable: true });

const SESSION = '0192aaaa-0000-7000-8000-000000000001';
const OTHER = '0192aaaa-0000-7000-8000-000000000002';
const secret = Buffer.alloc(32, 7).toString('base64url');
const at = Date.parse('2022-11-22T07:00:30.000Z');

it('takes the code that stands on the screen now, a minute early or late', async () => {
  const code = await sessionCode(secret, SESSION, new Date(at));
  for (const minutes of [-1, 0, 1])
    expect(refusalOfSessionCode(code, SESSION.toUpperCase(), at + minutes * WINDOW_MS)).toBeUndefined();
  expect(refusalOfSessionCode(code, SESSION, at + 2 * WINDOW_MS)).toBe('stale');
  expect(refusalOfSessionCode(code, SESSION, at - 2 * WINDOW_MS)).toBe('stale');
});

it("refuses another session's code, a member's own code and anything else", async () => {
  expect(refusalOfSessionCode(await sessionCode(secret, OTHER, new Date(at)), SESSION, at)).toBe('other_session');
  expect(refusalOfSessionCode(await memberCode(secret, SESSION, OTHER, new Date(at)), SESSION, at)).toBe('not_a_code');
  for (const text of ['', 'https://to-so.example/app/#/moi/x', 'TSD1.x.y.z'])
    expect(refusalOfSessionCode(text, SESSION, at)).toBe('not_a_code');
});
