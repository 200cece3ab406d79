import { v7 } from 'uuid';
import { decodeCursor, encodeCursor } from './cursor.ts';

it('comes back as it was made', () => {
  const at = new Date('2022-06-21T01:02:03.004Z');
  const id = '0181855f-0000-7000-8000-000000000001';
  expect(decodeCursor(encodeCursor(at, id))).toEqual({ issuedAt: at, id });
});

it('begins at the newest without one', () => {
  expect(decodeCursor(undefined)).toBeNull();
});

it.each(['', 'x', '%%%', encodeCursor(new Date(0), 'no-id'), encodeCursor(new Date(8.64e15), v7())])(
  'refuses "%s", which no list gave',
  (cursor) => {
    expect(() => decodeCursor(cursor)).toThrow(
      expect.objectContaining({ code: 'input.invalid', details: [expect.objectContaining({ path: 'query.cursor' })] }),
    );
  },
);
