import { type ResultRow, type Entry } from './decision.ts';
import {
  asksForNames,
  choosable,
  isUnnamed,
  linesOf,
  nameFor,
  namedProducts,
  namesAmong,
  namesWithin,
  type Product,
  toldNames,
  withName,
} from './products.ts';

const entry = (id: string, value: number, links: string[] = []) =>
  ({ id, value, links, confirmedAt: null }) as unknown as Entry;
const result = (...entries: Entry[]) =>
  ({ task: { indicator: { code: 'KT04' } }, report: null, hamlet: { id: 'h1' }, entries }) as unknown as ResultRow;
const product = (id: string, unit: string, listedOn: string | null = null) =>
  ({ id, name: id, unit: { id: unit }, listedOn }) as unknown as Product;

describe('products behind a number', () => {
  it('are asked for only where the work is products on marketplaces', () => {
    expect(asksForNames(result())).toBe(true);
    expect(asksForNames({ ...result(), task: null })).toBe(false);
  });

  it('are those that are missing, of the own hamlet first', () => {
    const all = [product('a', 'h2'), product('b', 'h1'), product('c', 'h1', '2022-05-01')];
    expect(choosable(all, result()).map(({ id }) => id)).toEqual(['b', 'a']);
  });

  it('start from the links that the team has sent, each once, then from the marketplace before', () => {
    const lines = [entry('e1', 1, ['https://www.postmart.vn/mat-ong']), entry('e2', 2)];
    const first = nameFor({}, lines);
    expect(first).toEqual({ marketplace: 'postmart.vn', link: 'https://www.postmart.vn/mat-ong', entryId: 'e1' });
    expect(nameFor({ a: first }, lines)).toEqual({ marketplace: 'postmart.vn', link: '', entryId: 'e2' });
  });

  it('are sent without an empty link, and not before each has a marketplace', () => {
    expect(namedProducts({ a: { marketplace: ' voso.vn ', link: ' ', entryId: 'e1' } })).toEqual([
      { productId: 'a', marketplace: 'voso.vn', entryId: 'e1' },
    ]);
    expect(namedProducts({ a: { marketplace: ' ', link: '', entryId: 'e1' } })).toBeUndefined();
    expect(namedProducts({})).toEqual([]);
  });

  const named = (entryId: string) => ({ marketplace: 'voso.vn', link: '', entryId });

  it('stand behind the part that is confirmed while the rest goes back', () => {
    const row = result(entry('e1', 1), entry('e2', 3), entry('e3', 2));
    const lines = linesOf(row, {
      confirm: [
        { entryId: 'e2', value: 1 },
        { entryId: 'e3', value: 2 },
      ],
    });
    expect(lines.map(({ id, value }) => [id, value])).toEqual([
      ['e2', 1],
      ['e3', 2],
    ]);
  });

  it('move to a report with room when less is confirmed, and the last ones go', () => {
    const names = { a: named('e1'), b: named('e1'), c: named('e2') };
    expect(namesWithin(names, [entry('e1', 2), entry('e2', 1)])).toEqual(names);
    expect(namesWithin(names, [entry('e1', 1), entry('e2', 1)])).toEqual({ a: named('e1'), b: named('e2') });
    expect(namesWithin(names, [])).toEqual({});
  });

  it('change places when one is moved to a report that is full', () => {
    const names = { a: named('e1'), b: named('e2') };
    const moved = withName(names, 'b', named('e1'));
    expect(namesWithin(moved, [entry('e1', 1), entry('e2', 1)])).toEqual({ a: named('e2'), b: named('e1') });
    expect(Object.keys(withName(names, 'b', { ...named('e2'), link: 'https://voso.vn/b' }))).toEqual(['a', 'b']);
  });

  it('start from those that the team has named and that count, as far as the register misses them', () => {
    const named = (productId: string, counted = true) => ({
      productId,
      counted,
      place: 'Voso',
      link: `https://voso.vn/${productId}`,
    });
    const entries = [
      { ...entry('e1', 1), products: [named('a'), named('b', false)] },
      { ...entry('e2', 1), products: [named('c')] },
    ];
    const told = toldNames(entries as unknown as Entry[]);
    expect(told).toEqual({
      a: { marketplace: 'Voso', link: 'https://voso.vn/a', entryId: 'e1' },
      c: { marketplace: 'Voso', link: 'https://voso.vn/c', entryId: 'e2' },
    });
    expect(Object.keys(namesAmong(told, [product('c', 'h1')]))).toEqual(['c']);
    expect([isUnnamed(result(...(entries as unknown as Entry[]))), isUnnamed(result(entry('e3', 1)))]).toEqual([
      false,
      true,
    ]);
  });
});
