import { decodeCursor, encodeCursor } from './cursor.ts';

it('comes back as it was made', () => {
  const at = new Date('2022-06-21T01:02:03.004Z');
  const id = '0181855f-0000-7000-8000-000000000001';
  expect(decodeCursor(encodeCursor(at, id))).toEqual({ issuedAt: at, id });
});

it.each([undefined, '', 'x', '%%%', encodeCursor(new Date(0), 'no-id')])(
  'starts anew from the broken cursor %s',
  (cursor) => {
    expect(decodeCursor(cursor)).toBeNull();
  },
);
