/**
 * What a module reads or writes goes through Database: it takes the connection of the transaction that is running. Whoever
 * asks the pool beside it may wait for ever for itself (docs/decisions/0011).
 */
import { sourcesIn } from '../support/schema/sources.ts';

const BESIDE = /\bsource\s*\.\s*(?:manager|transaction|query|createQueryRunner)\b/;

it('finds what asks the pool beside a transaction', () => {
  expect(BESIDE.test('await this.database.source.manager.findOneBy(Team, { id })')).toBe(true);
  expect(BESIDE.test('await this.database.manager.findOneBy(Team, { id })')).toBe(false);
});

it('leaves the pool to Database', () => {
  const beside = sourcesIn('src/modules').filter(({ text }) => BESIDE.test(text));
  expect(beside.map(({ file }) => file)).toEqual([]);
});
