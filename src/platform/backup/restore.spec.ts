import { asOneTransaction } from './restore.ts';

describe('a migration that is run again to restore', () => {
  it('makes its indexes the plain way, and nothing else otherwise', () => {
    expect(asOneTransaction('drop index concurrently if exists a')).toBe('drop index if exists a');
    expect(asOneTransaction('create unique index CONCURRENTLY a on tasks (b)')).toBe(
      'create unique index a on tasks (b)',
    );
    expect(asOneTransaction('create table concurrently_seen (a int)')).toBe('create table concurrently_seen (a int)');
  });
});
