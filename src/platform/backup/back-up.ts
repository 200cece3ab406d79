import { createReadStream } from 'node:fs';
import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import type { Encrypter } from 'age-encryption';
import pLimit from 'p-limit';
import type { Client } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { v7 } from 'uuid';
import { SCHEMA_LOCK } from '#platform/database';
import { FILE_NAME, filesFolder } from '#platform/files';
import type { BackupOptions } from './backup-options.ts';
import { BackupProblem, isMissing, meansFull } from './backup-problem.ts';
import { copyOut, holdTables, migrationsOf, sequencesOf, type Table, tablesOf } from './catalog.ts';
import { connected } from './connection.ts';
import { encrypterFor } from './keys.ts';
import {
  type BackedUpTable,
  claim,
  clear,
  FILE_LIST,
  type FileLine,
  filePart,
  fingerprintOf,
  type Manifest,
  tablePart,
  writeManifest,
} from './manifest.ts';
import { writePart } from './parts.ts';
import { productVersion } from './product-version.ts';
import { RunLog } from './run-log.ts';

/** One backup of a database at a time. */
const BACKUP_LOCK = 7_420_002;
/** Files that are read at once: each waits for the disk when it is done. */
const FILES_AT_ONCE = 4;

/**
 * One moment of an installation: every table by COPY within one transaction that sees the database as it was when it began,
 * then the files, which are never changed under their name. Runs beside everybody's work.
 *
 * @throws BackupProblem
 */
export async function backUp(options: BackupOptions): Promise<Manifest> {
  const encrypter = await encrypterFor(options.recipients);
  return connected(options.databaseUrl, async (keeper) => {
    await takeTurn(keeper);
    const log = new RunLog(keeper, options);
    try {
      await options.onTurn?.();
      await mkdir(options.to, { recursive: true, mode: 0o700 });
      await claim(options.to);
      const manifest = await orCleared(options.to, () => writeAll(options, encrypter, log));
      await log.done(manifest);
      return manifest;
    } catch (error) {
      const problem = problemOf(error, options);
      await log.failed(problem);
      throw problem;
    }
  });
}

/** Half a backup only takes the room that may be what was missing. */
async function orCleared<T>(dir: string, write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    await clear(dir).catch(() => undefined);
    throw error;
  }
}

/** @throws busy, migrating */
async function takeTurn(keeper: Client): Promise<void> {
  const { rows } = await keeper.query<{ alone: boolean }>(`select pg_try_advisory_lock(${BACKUP_LOCK}) as alone`);
  if (!rows[0]?.alone) throw new BackupProblem('busy');
  const steady = await keeper.query<{ is: boolean }>(`select pg_try_advisory_lock_shared(${SCHEMA_LOCK}) as is`);
  if (!steady.rows[0]?.is) throw new BackupProblem('migrating');
}

function problemOf(error: unknown, { to, signal }: BackupOptions): unknown {
  if (meansFull(error)) return new BackupProblem('diskFull', { dir: to });
  return signal?.aborted ? new BackupProblem('interrupted') : error;
}

async function writeAll(options: BackupOptions, encrypter: Encrypter | undefined, log: RunLog): Promise<Manifest> {
  const id = v7();
  const startedAt = options.now();
  const ofDatabase = await writeDatabase(options, encrypter, () => log.started(id, startedAt));
  const files = await writeFiles(options, encrypter);
  const manifest: Manifest = {
    format: 1,
    product: 'to-so',
    id,
    version: productVersion(),
    startedAt: startedAt.toISOString(),
    finishedAt: options.now().toISOString(),
    recipients: [...options.recipients],
    secretKey: fingerprintOf(options.secretKey),
    ...ofDatabase,
    files,
  };
  await writeManifest(options.to, manifest);
  return manifest;
}

type OfDatabase = Pick<Manifest, 'postgres' | 'migrations' | 'tables' | 'sequences'>;

/** @param seen called once the moment is fixed: what is written from then on is no part of the backup */
function writeDatabase(
  options: BackupOptions,
  encrypter: Encrypter | undefined,
  seen: () => Promise<void>,
): Promise<OfDatabase> {
  return connected(options.databaseUrl, async (client) => {
    await client.query('begin isolation level repeatable read read only');
    const migrations = await migrationsOf(client);
    if (migrations.length === 0) throw new BackupProblem('nothingToBackUp');
    const tables = await tablesOf(client);
    await holdTables(client, tables);
    await seen();
    const { rows } = await client.query<{ server_version: string }>('show server_version');
    const written: BackedUpTable[] = [];
    for (const table of tables) written.push(await writeTable(client, table, options, encrypter));
    const sequences = await sequencesOf(client);
    await client.query('commit');
    return { postgres: rows[0]?.server_version ?? '', migrations, tables: written, sequences };
  });
}

async function writeTable(
  client: Client,
  table: Table,
  { to, signal }: BackupOptions,
  encrypter: Encrypter | undefined,
): Promise<BackedUpTable> {
  signal?.throwIfAborted();
  const { name, columns } = table;
  const path = join(to, tablePart(table, encrypter !== undefined));
  const rows = client.query(copyTo(copyOut(table)));
  const { content, stored, lines } = await writePart(path, rows, { encrypter, isText: true, signal });
  return { name, columns, rows: lines, content, stored };
}

async function writeFiles(
  { dataDir, to, signal }: BackupOptions,
  encrypter: Encrypter | undefined,
): Promise<Manifest['files']> {
  const files = { count: 0, bytes: 0, stored: 0 };
  const folder = filesFolder(dataDir);
  let batch: Promise<FileLine | undefined>[] = [];
  async function* list(): AsyncGenerator<Uint8Array> {
    for (const part of (await namesIn(folder)).toSorted()) {
      signal?.throwIfAborted();
      const names = (await namesIn(join(folder, part))).filter((name) => FILE_NAME.test(name)).toSorted();
      const limit = pLimit(FILES_AT_ONCE);
      batch = names.map((name) => limit(() => writeFileOf(join(folder, part, name), name, { to, encrypter, signal })));
      for (const line of await Promise.all(batch)) {
        if (!line) continue;
        files.count += 1;
        files.bytes += line.content.bytes;
        files.stored += line.stored.bytes;
        yield Buffer.from(`${JSON.stringify(line)}\n`);
      }
    }
  }
  try {
    // Hashes and sizes say nothing to who has not the key, and whoever keeps the backup can check it by them.
    const options = { encrypter: undefined, isText: true, signal };
    const { stored } = await writePart(join(to, FILE_LIST), Readable.from(list()), options);
    return { ...files, list: stored };
  } finally {
    // What is cleared away after a failure must not come back.
    await Promise.allSettled(batch);
  }
}

/** Undefined where it was erased meanwhile, which somebody had asked for. */
async function writeFileOf(
  from: string,
  name: string,
  { to, encrypter, signal }: Pick<BackupOptions, 'to' | 'signal'> & { encrypter: Encrypter | undefined },
): Promise<FileLine | undefined> {
  const path = join(to, filePart(name, encrypter !== undefined));
  try {
    const { content, stored } = await writePart(path, createReadStream(from), { encrypter, isText: false, signal });
    return { name, content, stored };
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

const namesIn = (folder: string): Promise<string[]> =>
  readdir(folder).catch((error: unknown) => {
    if (isMissing(error) || (error as NodeJS.ErrnoException).code === 'ENOTDIR') return [];
    throw error;
  });
