import { randomBytes, randomUUID } from 'node:crypto';
import { personKey, personOfDigits, sixDigits } from '#contracts/training/check-in-codes';
import { SpokenCodes } from './spoken-codes.ts';

const secret = randomBytes(32).toString('base64url');
const personIds = Array.from({ length: 5 }, () => randomUUID());
const at = new Date('2022-11-22T07:00:30Z');
const first = personIds[0] as string;

it('finds the same person as the rule of the phones, in the minute and its neighbours', async () => {
  const book = new SpokenCodes(secret, personIds);
  const digits = await sixDigits(await personKey(secret, first), at);
  for (const seconds of [-60, 0, 60]) {
    const moment = new Date(at.getTime() + seconds * 1000);
    expect(await book.personOf(digits, moment, null)).toBe(first);
    expect(await personOfDigits(digits, { secret, personIds, at: moment })).toBe(first);
  }
  expect(await book.personOf(digits, new Date(at.getTime() + 180_000), null)).toBeUndefined();
});

it('finds nobody for digits of somebody else than the one who is meant, and for what are no digits', async () => {
  const book = new SpokenCodes(secret, personIds);
  const digits = await sixDigits(await personKey(secret, first), at);
  expect(await book.personOf(digits, at, personIds[1] as string)).toBeUndefined();
  expect(await book.personOf(digits, at, first)).toBe(first);
  for (const text of ['', '12345', 'abcdef', '1234567']) expect(await book.personOf(text, at, null)).toBeUndefined();
});
