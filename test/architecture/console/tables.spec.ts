/**
 * A table of the console is data: its columns and rows are handed to ui/table, which knows heads, sums, cards on a phone, the
 * keyboard and Excel (docs/decisions/0303), or to ui/lists, the imports of files. What is none of that is listed with the reason.
 */
import { writtenByHand } from '../../support/schema/by-hand.ts';
import { tablesByHand } from '../../support/schema/tables-by-hand.ts';

const MANTINE = /import \{[^}]*\bTable\b[^}]*\} from '@mantine\/core'/;

/** The element itself, or Mantine's; a part of a page may bear that name too. */
const hasTable = (text: string): boolean =>
  /<table[\s>]/.test(text) || (MANTINE.test(text) && /<Table[\s>]/.test(text));

it('finds a table that is written by hand', () => {
  expect(hasTable('<table>')).toBe(true);
  expect(hasTable("import { Button, Table } from '@mantine/core';\n<Table\n  label>")).toBe(true);
  expect(hasTable('<Table rows={rows} />')).toBe(false);
  expect(hasTable('<PlainTable rows={rows} />')).toBe(false);
});

it('has no table by hand but those that are known', () => {
  expect(writtenByHand(/^ui\/(table|lists)\//, hasTable)).toEqual(Object.keys(tablesByHand));
});

it('says of each why', () => {
  expect(Object.entries(tablesByHand).filter(([, why]) => why.length < 10)).toEqual([]);
});
