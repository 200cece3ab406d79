import { type ResultRow, type Entry } from './decision.ts';
import { asksForNames, choosable, nameFor, namedProducts, type Product } from './products.ts';

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
    const row = result(entry('e1', 1, ['https://www.postmart.vn/mat-ong']), entry('e2', 2));
    const first = nameFor({}, row);
    expect(first).toEqual({ marketplace: 'postmart.vn', link: 'https://www.postmart.vn/mat-ong', entryId: 'e1' });
    expect(nameFor({ a: first }, row)).toEqual({ marketplace: 'postmart.vn', link: '', entryId: 'e2' });
  });

  it('are sent without an empty link, and not before each has a marketplace', () => {
    expect(namedProducts({ a: { marketplace: ' voso.vn ', link: ' ', entryId: 'e1' } })).toEqual([
      { productId: 'a', marketplace: 'voso.vn', entryId: 'e1' },
    ]);
    expect(namedProducts({ a: { marketplace: ' ', link: '', entryId: 'e1' } })).toBeUndefined();
    expect(namedProducts({})).toEqual([]);
  });
});
