/** Every decision says its number, what it decides and whether it holds, and stands in the index once. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = 'docs/decisions';
const files = readdirSync(FOLDER).filter((name) => /^\d{4}-/.test(name));
const index = readFileSync(join(FOLDER, 'README.md'), 'utf8');

it.each(files)('%s is named, dated or not, and says whether it holds', (name) => {
  const [title, , status] = readFileSync(join(FOLDER, name), 'utf8').split('\n');
  expect(title).toMatch(new RegExp(`^# ${name.slice(0, 4)} [A-ZĐ]`));
  expect(status).toMatch(/^(Accepted(, \d{4}-\d\d-\d\d)?\.|Replaced by .+\.)$/);
  for (const [, other] of status?.matchAll(/\]\(([^)]+)\)/g) ?? [])
    expect(existsSync(join(FOLDER, other ?? ''))).toBe(true);
});

it('has an index by topic that names each once', () => {
  const named = [...index.matchAll(/^- \[\d{4}\]\(([^)]+)\)/gm)].map(([, name]) => name);
  expect(named.sort()).toEqual(files);
});
