/** Migrations after the last recorded release keep nobody waiting and leave the release before able to work. */
import { readMigrations } from '../../../.ci/record-migrations.mjs';
import { faultsOf } from '../../releases/lint-migration.ts';
import { migrationsOf, releases } from '../../releases/release.ts';

const texts: Record<string, string> = readMigrations();
const released = new Set(migrationsOf(releases().at(-1) as string));

/** '1700000000200-organization.ts' is the class Organization1700000000200. */
function classOf(file: string): string {
  const [, number = '', name = ''] = /^(\d{13})-([a-z0-9-]+)\.ts$/.exec(file) ?? [];
  return name.replace(/(?:^|-)(.)/g, (_, letter: string) => letter.toUpperCase()) + number;
}

const later = Object.entries(texts).filter(([file]) => !released.has(classOf(file)));

it('holds of each', () => {
  expect(later.flatMap(([file, text]) => faultsOf(text).map((fault) => `${file}: ${fault}`))).toEqual([]);
});

it('comes after all that was released', () => {
  const numberOf = (name: string) => Number(/(\d{13})/.exec(name)?.[1]);
  const last = Math.max(...[...released].map(numberOf));
  expect(later.map(([file]) => file).filter((file) => numberOf(file) <= last)).toEqual([]);
});

const migration = (up: string, more = ''): string => `
export class A1 implements MigrationInterface {${more}
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(\`${up}\`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table a');
  }
}`;

describe('a migration', () => {
  it.each([
    'create table a (id uuid primary key, b int not null unique); create index a_b on a (b); insert into a values (1)',
    'alter table tasks add column note text, add column seen boolean not null default false',
    'alter table tasks add constraint tasks_a check (a > 0) not valid',
    'alter table tasks validate constraint tasks_a',
    'alter table tasks drop constraint tasks_b; alter table tasks alter column a drop not null',
    '-- lock: some ten rows\n update rules set a = 1',
    '-- contract: nothing since 0.2.0\n alter table tasks drop column note',
    'create or replace function f() returns trigger language plpgsql as $$ begin update tasks set a = 1; delete from tasks; end $$',
  ])('may: %s', (up) => expect(faultsOf(migration(up))).toEqual([]));

  it.each([
    ['create index tasks_a on tasks (a)', 'stops all writing'],
    ['create table a (id uuid); create unique index tasks_a on tasks (a)', 'stops all writing'],
    ['alter table tasks alter column a type bigint', 'writes the whole table anew'],
    ['alter table tasks add column a int generated always as (b + 1) stored', 'writes the whole table anew'],
    ['alter table tasks add column a uuid default gen_random_uuid()', 'writes the whole table anew'],
    ['alter table tasks alter a set not null', 'reads the whole table'],
    ['alter table tasks add constraint a check (b > 0)', 'reads the whole table'],
    ['alter table tasks add foreign key (a) references teams', 'reads the whole table'],
    ["alter table tasks add column a text check (a in ('x', 'y'))", 'reads the whole table'],
    ['alter table tasks add a uuid references teams', 'reads the whole table'],
    ['alter table tasks add constraint a unique (b)', 'makes an index'],
    ['update tasks set a = 1', 'changes rows'],
    ['-- lock:\n update tasks set a = 1', 'changes rows'],
    ['lock table tasks', 'keeps everybody out'],
    ['alter table tasks drop column a', 'takes away'],
    ['alter table tasks rename column a to b', 'takes away'],
    ['-- lock: short\n drop table tasks', 'takes away'],
    ['create index concurrently tasks_a on tasks (a)', 'needs transaction = false'],
  ])('may not: %s', (up, words) => expect(faultsOf(migration(up))).toEqual([expect.stringContaining(words)]));

  const outside = '\n  transaction = false as const;\n';
  it('makes indexes beside the work of others, each from the beginning, and nothing else so', () => {
    expect(
      faultsOf(migration('drop index concurrently if exists a; create index concurrently a on tasks (b)', outside)),
    ).toEqual([]);
    expect(faultsOf(migration('create index concurrently a on tasks (b)', outside))).toEqual([
      expect.stringContaining('dropped first'),
    ]);
    expect(faultsOf(migration('alter table tasks add column a int', outside))).toEqual([
      expect.stringContaining('half done'),
    ]);
  });
});
