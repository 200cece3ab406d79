/**
 * What a module reads or writes goes through Database: it takes the connection of the transaction that is running. Whoever
 * asks the pool beside it may wait for ever for itself (docs/decisions/0011).
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const BESIDE = /\bsource\s*\.\s*(?:manager|transaction|query|createQueryRunner)\b/;

it('finds what asks the pool beside a transaction', () => {
  expect(BESIDE.test('await this.database.source.manager.findOneBy(Team, { id })')).toBe(true);
  expect(BESIDE.test('await this.database.manager.findOneBy(Team, { id })')).toBe(false);
});

it('leaves the pool to Database', () => {
  const files = readdirSync('src/modules', { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('.ts') && !/spec\.ts$/.test(file),
  );
  expect(files.filter((file) => BESIDE.test(readFileSync(join('src/modules', file), 'utf8')))).toEqual([]);
});
