import { cardStamp, checkStamp, makeCardKey, minutesLeft, publicHalf } from './card-codes.ts';

const CARD = 'K3F9A7Q2M4T6X8Z1';
const at = new Date('2026-11-20T01:15:00Z');
const later = (minutes: number) => new Date(at.getTime() + minutes * 60_000);

it('holds for some minutes, then says that it is old', async () => {
  const keys = await makeCardKey();
  const publicKey = await publicHalf(keys);
  const stamp = await cardStamp(keys.privateKey, CARD, at);
  const asked = (minutes: number) => checkStamp(publicKey, CARD, stamp, later(minutes));
  expect(await Promise.all([0, 4, 9, 10, 600].map(asked))).toEqual(['fresh', 'fresh', 'fresh', 'old', 'old']);
  expect(await asked(-6)).toBe('old');
});

it('is of one card and one phone, and cannot be made newer', async () => {
  const [keys, others] = [await makeCardKey(), await makeCardKey()];
  const publicKey = await publicHalf(keys);
  const stamp = await cardStamp(keys.privateKey, CARD, at);
  const [window = '', signature = ''] = stamp.split('.');
  const newer = `${(Number.parseInt(window, 36) + 5).toString(36)}.${signature}`;
  const tried = await Promise.all([
    checkStamp(publicKey, 'OTHER', stamp, at),
    checkStamp(await publicHalf(others), CARD, stamp, at),
    checkStamp(publicKey, CARD, newer, later(25)),
    checkStamp(publicKey, CARD, 'nonsense', at),
  ]);
  expect(new Set(tried)).toEqual(new Set(['forged']));
});

it('keeps the private half in the browser', async () => {
  const { privateKey } = await makeCardKey();
  await expect(crypto.subtle.exportKey('pkcs8', privateKey)).rejects.toThrow();
});

it('says in whole minutes when it changes', () => {
  expect([0, 1, 4, 4.9].map((minutes) => minutesLeft(later(minutes)))).toEqual([5, 4, 1, 1]);
});
