/**
 * One row goes through the EntityManager (docs/decisions/0293). A few files write or read it by hand: they are listed with the
 * number of their statements, and a line of their comments says `Single rows by hand: ` and why.
 */
import { keysOf, type SingleRow, singleRowsIn } from '../../support/schema/single-rows.ts';
import { type Source, sourcesIn } from '../../support/schema/sources.ts';
import { rowsByHand } from '../../support/schema/rows-by-hand.ts';

const MARK = /^(?:\/\/| \*|\/\*\*) ?.*Single rows by hand: \S/m;

const sources = sourcesIn('src').filter(({ file }) => !file.includes('/migrations/'));
const entities = sources.filter(({ file }) => file.endsWith('.entity.ts'));
const keys = keysOf(entities);
const areaOf = (file: string): string => /^src\/(?:modules\/)?[^/]+\//.exec(file)?.[0] ?? '';
/** A module has no other entities than its own; what others publish it reads by SQL. */
const ownKeys = new Map(
  [...new Set(entities.map(({ file }) => areaOf(file)))].map((area) => [
    area,
    keysOf(entities.filter(({ file }) => file.startsWith(area))),
  ]),
);
const rowsIn = (source: Source): SingleRow[] => singleRowsIn(source, ownKeys.get(areaOf(source.file)) ?? new Map());
const placeOf = ({ file, line, kind, table }: SingleRow) => `${file}:${line} ${kind} ${table}`;

const kindsIn = (statement: string) =>
  singleRowsIn({ file: 'some.ts', text: `const columns = sql\`id, state\`; run(sql\`${statement}\`);` }, keys).map(
    ({ kind }) => kind,
  );

it('knows the key of every table', () => {
  expect(keys.size).toBeGreaterThan(180);
  expect(keys.get('order_changes')).toEqual(['assignment_id', 'version']);
});

it('finds one row that is written or read by hand', () => {
  expect(kindsIn("insert into photos (id, entry_id, kind) values (${a}, ${b}::uuid, 'x')")).toEqual(['insert']);
  expect(kindsIn('insert into posts (id, validity) values (${a}, daterange(${b}::date, null))')).toEqual(['insert']);
  expect(kindsIn('update tasks t set state = ${a}, doer_id = null where t.id = ${b}')).toEqual(['update']);
  expect(kindsIn('delete from order_changes where version = ${a} and assignment_id = ${b}')).toEqual(['delete']);
  expect(kindsIn('select ${columns}, due_on as "dueOn" from tasks where id = ${a}::uuid')).toEqual(['find']);
});

it('leaves sets, locks, computed values and questions that act at once to SQL', () => {
  expect(kindsIn('insert into photos (id) values (${a}) on conflict do nothing')).toEqual([]);
  expect(kindsIn('insert into photos (id) select n from unnest(${a}::uuid[]) as n')).toEqual([]);
  expect(kindsIn('update tasks set target = target + ${a} where id = ${b}')).toEqual([]);
  expect(kindsIn('update tasks set state = ${a} where id = ${b} and state = ${c}')).toEqual([]);
  expect(kindsIn('delete from order_changes where assignment_id = ${b}')).toEqual([]);
  expect(kindsIn('select id from tasks where id = ${a} for update')).toEqual([]);
  expect(kindsIn('select count(*) from tasks where id = ${a}')).toEqual([]);
  expect(kindsIn('select hours::float as hours from training_credits where id = ${a}')).toEqual([]);
});

it('has no single row by hand but those that are known, each file with the number of its own', () => {
  const found = sources.map((source) => [source.file, rowsIn(source)] as const).filter(([, rows]) => rows.length > 0);
  const tooMany = found.filter(([file, rows]) => rows.length > (rowsByHand[file] ?? 0));
  expect(tooMany.flatMap(([, rows]) => rows.map(placeOf))).toEqual([]);
  expect(Object.fromEntries(found.map(([file, rows]) => [file, rows.length]))).toEqual(rowsByHand);
});

it('says in each of these files why', () => {
  expect(sources.filter((one) => MARK.test(one.text)).map(({ file }) => file)).toEqual(Object.keys(rowsByHand));
});
