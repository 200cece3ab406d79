import { z } from 'zod';
import { pagesOf } from './paging.ts';

const id = (n: number) => `01890000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const key = z.tuple([z.string(), z.uuid()]);
const pages = pagesOf('teams', key);
const names = ['An', 'Bình', 'Ân', 'Thôn 6', 'Thôn 10'];
const rows = names.map((name, at) => ({ id: id(at), name }));
const cut = (asked: Parameters<typeof pages.cut>[0], of = rows) => pages.cut(asked, of, (row) => [row.name, row.id]);
const refusal = { code: 'input.invalid', details: [{ path: 'query.cursor', code: 'input.cursor', params: {} }] };

describe('pages by keyset', () => {
  it('go on after the last row given', () => {
    const asked = { unitId: id(9), limit: 2 };
    expect(pages.after(asked)).toBeNull();
    const first = cut(asked, rows.slice(0, 3));
    expect(first.items.map(({ name }) => name)).toEqual(['An', 'Bình']);
    expect(pages.after({ ...asked, cursor: first.nextCursor as string })).toEqual(['Bình', id(1)]);
  });

  it('end without a cursor, also when the last page is full or there is nothing', () => {
    expect(cut({ limit: 5 }).nextCursor).toBeNull();
    expect(cut({ limit: 5 }, []).nextCursor).toBeNull();
  });

  it('let the page size change, and nothing else', () => {
    const asked = { unitId: id(9), q: undefined, sort: 'name', limit: 2 };
    const cursor = cut(asked).nextCursor as string;
    expect(pages.after({ sort: 'name', unitId: id(9), limit: 50, cursor })).toEqual(['Bình', id(1)]);
    for (const other of [{ unitId: id(8) }, { q: 'a' }, { sort: 'due' }])
      expect(() => pages.after({ ...asked, ...other, cursor })).toThrow(expect.objectContaining(refusal));
    expect(() => pagesOf('registers', key).after({ ...asked, cursor })).toThrow(expect.objectContaining(refusal));
  });

  it.each([
    ['nothing', ''],
    ['a count', '50'],
    ['what is no base64url', '%%%'],
    ['JSON that is no list', Buffer.from('{}').toString('base64url')],
    ['a cursor cut off', (cursor: string) => cursor.slice(0, -3)],
    ['a cursor with a tail', (cursor: string) => `${cursor}=`],
    ['one value too few', (cursor: string) => withValues(cursor, ['An'])],
    ['values of another kind', (cursor: string) => withValues(cursor, [1, id(1)])],
    ['an id that is none', (cursor: string) => withValues(cursor, ['An', 'x'])],
    ['a text that cannot be stored', (cursor: string) => withValues(cursor, ['a\0', id(1)])],
  ])('refuse %s', (_, made) => {
    const asked = { limit: 2 };
    const cursor = typeof made === 'string' ? made : made(cut(asked).nextCursor as string);
    expect(() => pages.after({ ...asked, cursor })).toThrow(expect.objectContaining(refusal));
  });
});

function withValues(cursor: string, values: unknown[]): string {
  const [mark] = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as unknown[];
  return Buffer.from(JSON.stringify([mark, ...values])).toString('base64url');
}
