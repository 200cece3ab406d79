/**
 * A file that no table names is erased after its time. So whoever puts files says which table names them, here and to
 * NamedFiles: a use case that forgets it would lose what it has kept.
 */
import { readdirSync, readFileSync } from 'node:fs';

/** Who puts files, and the table whose rows name them. */
const tableOf: Record<string, string> = {
  'src/modules/membership/people/cards/card-photos.ts': 'card_photos',
  'src/modules/membership/people/teams/decisions/keep-scan.ts': 'decision_scans',
  'src/modules/reporting/papers/documents/kept-papers.ts': 'report_archive',
  'src/modules/reporting/papers/signing/signing-store.ts': 'signed_files',
  'src/modules/reporting/papers/signing/take-signed-file.ts': 'signed_returns',
  'src/modules/tasks/work/photos/add-photo.ts': 'photos',
  'src/modules/training/attendance/sheets/sheet-photos.ts': 'sheet_photos',
  'src/modules/training/results/credits/decide-credit.ts': 'training_credits',
};

const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts') && !name.endsWith('spec.ts'))
  .map((name) => ({ file: `src/${name}`, text: readFileSync(`src/${name}`, 'utf8') }));

function puts(text: string): boolean {
  const [, store] = /(\w+): FileStore\b/.exec(text) ?? [];
  return store !== undefined && text.includes(`this.${store}.put(`);
}

it('knows of everybody who puts files which table names them', () => {
  const putters = sources.filter(({ text }) => puts(text)).map(({ file }) => file);
  expect(putters.sort()).toEqual(Object.keys(tableOf).sort());
});

it('has each of these tables asked before a file is erased', () => {
  const asked = sources
    .filter(({ text }) => text.includes('.namedBy('))
    .flatMap(({ text }) => [...text.matchAll(/hash from (\w+) where/g)].map(([, table]) => table));
  expect(asked.sort()).toEqual(Object.values(tableOf).sort());
});
