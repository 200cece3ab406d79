import { isLarge, unstorable } from './unstorable.ts';

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

  it('is looked for without a word about what is right: a million zeros take no memory', () => {
    const ids = Array.from({ length: 1_000_000 }, () => 0);
    const before = process.memoryUsage().heapUsed;
    expect(unstorable({ ids })).toEqual([]);
    expect(process.memoryUsage().heapUsed - before).toBeLessThan(40_000_000);
  });
});

describe('what holds thousands of values', () => {
  it('is large, however they are nested', () => {
    expect(isLarge({ ids: Array.from({ length: 2_000 }, () => 0) })).toBe(true);
    expect(isLarge(Array.from({ length: 100 }, () => ({ a: Array.from({ length: 20 }, () => []) })))).toBe(true);
    expect(isLarge({ ids: Array.from({ length: 500 }, () => 0) })).toBe(false);
    expect(isLarge('x'.repeat(10_000))).toBe(false);
  });
});
