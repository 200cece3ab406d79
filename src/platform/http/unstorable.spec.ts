import { unstorable } from './unstorable.ts';

describe('what no text of the database can hold', () => {
  it('is found by its path: NUL and half a surrogate pair, in values and keys', () => {
    expect(unstorable({ name: 'An\0', items: [{ note: 'tốt' }, { note: '\ud83d' }] }).toSorted()).toEqual([
      'items.1.note',
      'name',
    ]);
    expect(unstorable({ extra: { ['a\0']: 1 } })).toEqual(['extra']);
    expect(unstorable('\udc00')).toEqual(['']);
  });

  it('is nothing of what people write', () => {
    expect(unstorable({ name: 'Nguyễn Thị Hương 👩‍🌾', n: 3, none: null, line: 'a\nb\u0007' })).toEqual([]);
    expect(unstorable(undefined)).toEqual([]);
  });

  it('takes as long as the value is large, however deep it is', () => {
    let deep: unknown = '\0';
    for (let level = 0; level < 50_000; level++) deep = [deep];
    expect(unstorable(deep)).toHaveLength(1);
  });
});
