import { statementWord, verbOf } from './statement-word.ts';

it.each([
  ['select id from teams where id = $1', 'select teams'],
  ['\n  insert into outbox (id) values ($1)', 'insert outbox'],
  ['update delivery_chunks c set state = $1', 'update delivery_chunks'],
  ['with mine as (select 1 from "people") select * from mine', 'with people'],
  ['-- why\nselect 1', 'select'],
  ['START TRANSACTION', 'begin'],
  ['COMMIT', 'commit'],
  ['listen "outbox"', 'other'],
  ['', 'other'],
])('%s is told as "%s"', (text, word) => expect(statementWord(text)).toBe(word));

it('says nothing of literals', () => {
  expect(statementWord("select * from people where phone = '0912345678'")).toBe('select people');
  expect(statementWord("values ('0912345678')")).toBe('other');
  expect(verbOf("0912345678 or 'x'")).toBe('other');
});
