import { v7 } from 'uuid';
import { pages } from './read-assignments.ts';

const asked = { unitId: '0181855f-0000-7000-8000-000000000009', limit: 1 };
const cursorAfter = (at: string, id: string): string => pages.cut(asked, [0, 1], () => [at, id]).nextCursor as string;

it('comes back as it was made', () => {
  const at = '2022-06-21T01:02:03.004Z';
  const id = '0181855f-0000-7000-8000-000000000001';
  expect(pages.after({ ...asked, cursor: cursorAfter(at, id) })).toEqual([at, id]);
});

it('begins at the newest without one', () => {
  expect(pages.after(asked)).toBeNull();
});

it.each([
  '',
  'x',
  '%%%',
  cursorAfter(new Date(0).toISOString(), 'no-id'),
  cursorAfter(new Date(8.64e15).toISOString(), v7()),
])('refuses "%s", which no list gave', (cursor) => {
  expect(() => pages.after({ ...asked, cursor })).toThrow(
    expect.objectContaining({ code: 'input.invalid', details: [expect.objectContaining({ path: 'query.cursor' })] }),
  );
});
