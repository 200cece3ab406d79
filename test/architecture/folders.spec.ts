/** A folder is read at a glance: one that has grown beyond that is divided by what its files are about. */
import { readdirSync } from 'node:fs';

const MOST_FILES = 30;
/** One file for each change of the schema, in the order of their days; and what releases have recorded. */
const LISTS = /^(src\/platform\/database\/migrations$|test\/releases\/)/;

function crowded(folders: ReadonlyMap<string, number>): string[] {
  return [...folders].filter(([folder, files]) => files > MOST_FILES && !LISTS.test(folder)).map(([folder]) => folder);
}

/** How many files lie in each folder below, the folders in it not counted. */
function foldersBelow(folder: string): [string, number][] {
  const entries = readdirSync(folder, { withFileTypes: true });
  const folders = entries.filter((entry) => entry.isDirectory());
  return [
    [folder, entries.length - folders.length],
    ...folders.flatMap(({ name }) => foldersBelow(`${folder}/${name}`)),
  ];
}

it(`keeps at most ${MOST_FILES} files in a folder`, () => {
  const folders = new Map(['src', 'libs', 'apps', 'test'].flatMap(foldersBelow));
  expect(folders.get('test/releases/0.2.0/backup/tables')).toBeGreaterThan(MOST_FILES);
  expect(crowded(folders)).toEqual([]);
});

it('tells of a folder that has grown, not of one that is full', () => {
  expect(
    crowded(
      new Map([
        ['src/full', 30],
        ['src/grown', 31],
        ['test/releases/0.2.0/backup', 31],
      ]),
    ),
  ).toEqual(['src/grown']);
});
