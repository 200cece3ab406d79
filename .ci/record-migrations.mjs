/**
 * `npm run migrations:record` notes the hash of each migration that is not noted yet. What is noted stays as it is: a database
 * somewhere has run it. test/architecture/releases/migrations.spec.ts compares.
 */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT } from './steps.mjs';

export const MIGRATIONS = join(ROOT, 'src/platform/database/migrations');
const RECORD = join(MIGRATIONS, 'recorded.json');

/** The migrations' texts by file name, in the order of their numbers. */
export function readMigrations() {
  const files = readdirSync(MIGRATIONS).filter((file) => file.endsWith('.ts') && file !== 'index.ts');
  return Object.fromEntries(files.sort().map((file) => [file, readFileSync(join(MIGRATIONS, file), 'utf8')]));
}

/** The recorded hashes by file name. */
export const readRecord = () => (existsSync(RECORD) ? JSON.parse(readFileSync(RECORD, 'utf8')) : {});

/** A checkout with other ends of lines holds the same migration. */
const hashOf = (text) => createHash('sha256').update(text.replaceAll('\r\n', '\n')).digest('hex');

/** What is wrong with these texts by that record, one sentence each. */
export function unlikeRecord(texts, record) {
  const gone = Object.keys(record).filter((file) => !(file in texts));
  const changed = Object.keys(record).filter((file) => file in texts && hashOf(texts[file]) !== record[file]);
  const missing = Object.keys(texts).filter((file) => !(file in record));
  return [
    ...gone.map((file) => `${file} was recorded and is gone: put it back; what it made is undone by a new migration`),
    ...changed.map((file) => `${file} was changed after it was recorded: put it back and add a new migration`),
    ...missing.map((file) => `${file} is not recorded: run \`npm run migrations:record\``),
  ];
}

/** The record with what it lacked; nothing that it held changes. */
export const withMissing = (texts, record) => ({
  ...Object.fromEntries(Object.entries(texts).map(([file, text]) => [file, hashOf(text)])),
  ...record,
});

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const texts = readMigrations();
  const record = withMissing(texts, readRecord());
  const sorted = Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
  writeFileSync(RECORD, `${JSON.stringify(sorted, null, 2)}\n`);
  const faults = unlikeRecord(texts, record);
  for (const fault of faults) console.error(fault);
  process.exitCode = faults.length > 0 ? 1 : 0;
}
