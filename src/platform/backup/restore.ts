import { readdir, rename, rm } from 'node:fs/promises';
import { createWriteStream } from 'node:fs';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { DataSource, MigrationExecutor, type QueryRunner } from 'typeorm';
import type { ClientBase } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { dataSourceOptions, migrations } from '#platform/database';
import { fileIn, filesFolder, makePrivate, PRIVATE_FILE } from '#platform/files';
import { BackupProblem, isMissing, meansFull } from './backup-problem.ts';
import { copyIn, emptyTables, indexesOf, referencesOf, setSequence, settle, standsIn, tablesOf } from './catalog.ts';
import { filesOf, openBackup, type OpenBackup, requireWhole } from './check-backup.ts';
import { connected } from './connection.ts';
import { fingerprintOf, type FileLine, filePart, type Manifest, readManifest, tablePart } from './manifest.ts';
import { Meter, readPart } from './parts.ts';

/** Each waits for the disk when it is written. */
const FILES_AT_ONCE = 4;

export interface RestoreOptions {
  /** Empty: nothing stands in its schema. */
  databaseUrl: string;
  from: string;
  /** Private keys of age. */
  identities: readonly string[];
}

export interface Restored {
  manifest: Manifest;
  /** References that name what is not there, as they did when the backup was made; they hold for what is written from now on. */
  dangling: string[];
  /** The key material of the environment is another one than that of then. */
  hasOtherSecretKey: boolean;
}

/**
 * Makes an installation of a backup: nothing is written before every part has been read and found right, and the database is
 * written in one transaction, so that what is cut off leaves it as empty as it was. Later migrations run at the next start.
 *
 * @throws BackupProblem
 */
export async function restore(
  options: RestoreOptions & { dataDir: string; secretKey: string | undefined },
): Promise<Restored> {
  const backup = await openKnown(options);
  await requireEmpty(options.databaseUrl);
  await requireNoOtherFiles(backup, options.dataDir);
  await requireWhole(backup);
  const dangling = await loadDatabase(options.databaseUrl, backup, () => restoreFiles(backup, options.dataDir));
  const { secretKey } = backup.manifest;
  const hasOtherSecretKey = secretKey !== null && secretKey !== fingerprintOf(options.secretKey);
  return { manifest: backup.manifest, dangling, hasOtherSecretKey };
}

/** @throws notABackup, unfinished, manifestDamaged, newerVersion, keyNeeded, wrongKey */
export async function openKnown({ from, identities }: RestoreOptions): Promise<OpenBackup> {
  const manifest = await readManifest(from);
  const known = new Set<string>(migrations.map(({ name }) => name));
  const step = manifest.migrations.find((name) => !known.has(name));
  if (step) throw new BackupProblem('newerVersion', { version: manifest.version, step });
  return openBackup(from, manifest, identities);
}

/** @throws databaseNotEmpty */
async function requireEmpty(databaseUrl: string): Promise<void> {
  const standing = await connected(databaseUrl, (client) => standsIn(client, 5));
  if (standing.length > 0) throw new BackupProblem('databaseNotEmpty', { holds: standing.join(', ') });
}

const RESTORING = /\.restoring$/;

/** Files of a restoring that was cut off are the backup's own. @throws filesNotEmpty */
async function requireNoOtherFiles({ dir }: OpenBackup, dataDir: string): Promise<void> {
  const folder = filesFolder(dataDir);
  const found = await readdir(folder, { recursive: true, withFileTypes: true }).catch((error: unknown) => {
    if (isMissing(error)) return [];
    throw error;
  });
  const others = new Set(found.filter((one) => one.isFile()).map(({ name }) => name.replace(RESTORING, '')));
  if (others.size === 0) return;
  for await (const { name } of filesOf(dir)) others.delete(name);
  if (others.size > 0) throw new BackupProblem('filesNotEmpty', { dir: folder, n: others.size });
}

/**
 * The schema by the migrations that the backup's database had been through, then its rows: without references and indexes,
 * which are made again over all of them and so are checked.
 *
 * @param beforeCommit what has to be there when the database is
 */
export async function loadDatabase(
  databaseUrl: string,
  backup: OpenBackup,
  beforeCommit: () => Promise<void> = async () => undefined,
): Promise<string[]> {
  const names = new Set(backup.manifest.migrations);
  const options = dataSourceOptions(databaseUrl, 2);
  const source = new DataSource({
    ...options,
    migrations: migrations.filter(({ name }) => names.has(name)),
    extra: {},
  });
  await source.initialize();
  const runner = source.createQueryRunner();
  try {
    const client = (await runner.connect()) as ClientBase;
    await settle(client);
    await runner.startTransaction();
    await client.query(`set local synchronous_commit = off; set local maintenance_work_mem = '256MB'`);
    withoutConcurrently(runner);
    const executor = new MigrationExecutor(source, runner);
    executor.transaction = 'none';
    await executor.executePendingMigrations();
    const dangling = await loadRows(client, backup);
    await beforeCommit();
    await runner.commitTransaction();
    await client.query('analyze');
    return dangling;
  } catch (error) {
    await runner.rollbackTransaction().catch(() => undefined);
    throw error;
  } finally {
    await runner.release();
    await source.destroy();
  }
}

/** Nobody works on an empty database, and all of this is one transaction, in which PostgreSQL makes no index beside others' work. */
export const asOneTransaction = (text: string): string => text.replace(/\bindex concurrently\b/gi, 'index');

function withoutConcurrently(runner: QueryRunner): void {
  const query = runner.query.bind(runner) as (text: string, ...rest: unknown[]) => Promise<never>;
  runner.query = (text: string, ...rest: unknown[]) => query(asOneTransaction(text), ...rest);
}

async function loadRows(client: ClientBase, { dir, manifest, decrypter }: OpenBackup): Promise<string[]> {
  const [references, indexes] = [await referencesOf(client), await indexesOf(client)];
  for (const { drop } of [...references, ...indexes]) await client.query(drop);
  await emptyTables(client, await tablesOf(client));
  for (const table of manifest.tables) {
    const part = tablePart(table, decrypter !== undefined);
    const rows = new Meter(true);
    await pipeline(rows.pass(readPart(join(dir, part), decrypter, true)), client.query(copyFrom(copyIn(table))));
    if (rows.sum().sha256 !== table.content.sha256) throw new BackupProblem('partDamaged', { part });
  }
  for (const sequence of manifest.sequences) await setSequence(client, sequence);
  for (const { make } of indexes) await client.query(make);
  const dangling: string[] = [];
  for (const { make } of references) if (!(await isSound(client, make))) dangling.push(make);
  return dangling;
}

const FOREIGN_KEY = '23503';

/** A backup must not be of no use because of one row: what was wrong already is told, and the reference holds from now on. */
async function isSound(client: ClientBase, make: string): Promise<boolean> {
  await client.query('savepoint reference');
  try {
    await client.query(make);
    await client.query('release savepoint reference');
    return true;
  } catch (error) {
    if ((error as { code?: string }).code !== FOREIGN_KEY) throw error;
    await client.query('rollback to savepoint reference');
    await client.query(`${make} not valid`);
    return false;
  }
}

async function restoreFiles(backup: OpenBackup, dataDir: string): Promise<void> {
  let batch: Promise<void>[] = [];
  for await (const line of filesOf(backup.dir)) {
    batch.push(restoreFile(backup, line, dataDir));
    if (batch.length < FILES_AT_ONCE) continue;
    await Promise.all(batch);
    batch = [];
  }
  await Promise.all(batch);
}

/** Written beside and renamed, so that nobody ever sees half a file. */
async function restoreFile({ dir, decrypter }: OpenBackup, line: FileLine, dataDir: string): Promise<void> {
  const part = filePart(line.name, decrypter !== undefined);
  const path = fileIn(filesFolder(dataDir), line.name);
  await makePrivate(filesFolder(dataDir), dirname(path));
  const beside = `${path}.restoring`;
  const content = new Meter();
  try {
    const file = createWriteStream(beside, { mode: PRIVATE_FILE, flush: true });
    await pipeline(content.pass(readPart(join(dir, part), decrypter, false)), file);
    if (content.sum().sha256 !== line.content.sha256) throw new BackupProblem('partDamaged', { part });
    await rename(beside, path);
  } catch (error) {
    await rm(beside, { force: true });
    throw meansFull(error) ? new BackupProblem('diskFull', { dir: dataDir }) : error;
  }
}
