import { randomBytes, randomUUID } from 'node:crypto';
import fc from 'fast-check';
import {
  checkSessionCode,
  checkMemberCode,
  sessionCode,
  lifeLeft,
  memberCode,
  personKey,
  personOfDigits,
  readCode,
  sixDigits,
  WINDOW_MS,
} from './check-in-codes.ts';

const secret = randomBytes(32).toString('base64url');
const sessionId = randomUUID();
const personId = randomUUID();
const at = new Date('2026-11-22T07:00:20Z');
const later = (ms: number) => new Date(at.getTime() + ms);

describe('a member’s code', () => {
  it('is made with the person’s own key and read with the session’s secret', async () => {
    const code = await memberCode(await personKey(secret, personId), sessionId, personId, at);
    expect(await checkMemberCode(code, { secret, sessionId, at })).toEqual({ ok: true, personId });
    expect(await checkMemberCode(code, { secret, sessionId, at: later(WINDOW_MS) })).toEqual({ ok: true, personId });
  });

  it('is stale after its minute and a neighbour, and worth nothing in another session', async () => {
    const code = await memberCode(await personKey(secret, personId), sessionId, personId, at);
    expect(await checkMemberCode(code, { secret, sessionId, at: later(3 * WINDOW_MS) })).toEqual({
      ok: false,
      why: 'stale',
    });
    expect(await checkMemberCode(code, { secret, sessionId: randomUUID(), at })).toEqual({
      ok: false,
      why: 'other_session',
    });
    const other = randomBytes(32).toString('base64url');
    expect(await checkMemberCode(code, { secret: other, sessionId, at })).toEqual({ ok: false, why: 'forged' });
  });

  it('cannot be turned into another person’s, another minute’s or a session’s code', async () => {
    const code = await memberCode(await personKey(secret, personId), sessionId, personId, at);
    await fc.assert(
      fc.asyncProperty(fc.nat(code.length - 1), fc.constantFrom(...'0123456789abcdefXYZ-_.'), async (i, letter) => {
        const changed = code.slice(0, i) + letter + code.slice(i + 1);
        fc.pre(changed.toLowerCase() !== code.toLowerCase());
        expect((await checkMemberCode(changed, { secret, sessionId, at })).ok).toBe(false);
        expect((await checkSessionCode(changed, { secret, sessionId, at })).ok).toBe(false);
      }),
      { numRuns: 500 },
    );
  });
});

describe('the session’s code', () => {
  it('changes each minute and tells how long it lives', async () => {
    const code = await sessionCode(secret, sessionId, at);
    expect(await sessionCode(secret, sessionId, later(10_000))).toBe(code);
    expect(await sessionCode(secret, sessionId, later(lifeLeft(at)))).not.toBe(code);
    expect(lifeLeft(at)).toBe(40_000);
  });

  it('is refused when stale, forged or of another session', async () => {
    const code = await sessionCode(secret, sessionId, at);
    expect(await checkSessionCode(code, { secret, sessionId, at })).toEqual({ ok: true });
    expect(await checkSessionCode(code, { secret, sessionId, at: later(5 * WINDOW_MS) })).toEqual({
      ok: false,
      why: 'stale',
    });
    expect(await checkSessionCode('hello', { secret, sessionId, at })).toEqual({ ok: false, why: 'not_a_code' });
    expect(readCode('TSD1.x.y.z')).toBeUndefined();
  });
});

it('six digits read aloud name one person, for a minute or so', async () => {
  const personIds = Array.from({ length: 40 }, () => randomUUID());
  const digits = await sixDigits(await personKey(secret, personIds[7] as string), at);
  expect(digits).toMatch(/^\d{6}$/);
  expect(await personOfDigits(digits, { secret, personIds, at })).toBe(personIds[7]);
  expect(await personOfDigits(digits, { secret, personIds, at: later(10 * WINDOW_MS) })).toBeUndefined();
  expect(await personOfDigits('12345', { secret, personIds, at })).toBeUndefined();
});
