import { createHash, randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { Client, escapeIdentifier } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { BackupProblem } from './backup-problem.ts';
import { copyOut, tablesOf } from './catalog.ts';
import { filesOf, type OpenBackup, requireWhole } from './check-backup.ts';
import { connected } from './connection.ts';
import { filePart, type Manifest } from './manifest.ts';
import { readPart, sumOf } from './parts.ts';
import { loadDatabase, openKnown, type RestoreOptions } from './restore.ts';

export interface Verified {
  manifest: Manifest;
  /** Tables whose restored rows are not those that were written. */
  tablesDiffer: string[];
  /** Files whose content is not what their name says. */
  filesDiffer: string[];
  dangling: string[];
}

const DENIED = '42501';

/**
 * Restores into a database that is made for it on the same server and dropped afterwards, and compares every table and file
 * with what was written. The installation itself is not touched.
 *
 * @throws BackupProblem
 */
export async function verifyBackup(options: RestoreOptions): Promise<Verified> {
  const backup = await openKnown(options);
  await requireWhole(backup);
  return inScratch(options.databaseUrl, async (scratchUrl) => {
    const dangling = await loadDatabase(scratchUrl, backup);
    const tablesDiffer = await compareTables(scratchUrl, backup.manifest);
    return { manifest: backup.manifest, tablesDiffer, filesDiffer: await compareFiles(backup), dangling };
  });
}

/** Notes in the installation that a backup of it was found right. */
export async function noteVerified(databaseUrl: string, { id }: Manifest, at: Date): Promise<void> {
  await connected(databaseUrl, async (client) => {
    const { rows } = await client.query(`select 1 where to_regclass('backup_runs') is not null`);
    if (rows.length > 0) await client.query('update backup_runs set verified_at = $2 where id = $1', [id, at]);
  });
}

/** One that was killed leaves its database, and the next one clears it away: those of this installation, by its database's name. */
export function scratchPrefix(url: string): string {
  return `to_so_verify_${createHash('sha256').update(new URL(url).pathname).digest('hex').slice(0, 8)}_`;
}

/** Held by the connection that made it, for as long as it works. */
const inUse = (name: string) => `select pg_try_advisory_lock(hashtext('${name}')) as free`;

async function clearLeft(client: Client, prefix: string): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    'select datname as name from pg_database where starts_with(datname, $1)',
    [prefix],
  );
  for (const { name } of rows) {
    const { rows: held } = await client.query<{ free: boolean }>(inUse(name));
    if (held[0]?.free) await client.query(`drop database if exists ${escapeIdentifier(name)} with (force)`);
  }
}

async function inScratch<T>(url: string, work: (url: string) => Promise<T>): Promise<T> {
  const prefix = scratchPrefix(url);
  const name = `${prefix}${randomBytes(6).toString('hex')}`;
  const scratch = new URL(url);
  scratch.pathname = `/${name}`;
  return connected(url, async (client) => {
    await clearLeft(client, prefix);
    await client.query(inUse(name));
    await client
      .query(`create database ${escapeIdentifier(name)} template template0`)
      .catch((error: { code?: string }) => {
        throw error.code === DENIED ? new BackupProblem('mayNotCreate') : error;
      });
    try {
      return await work(scratch.toString());
    } finally {
      await client.query(`drop database if exists ${escapeIdentifier(name)} with (force)`);
    }
  });
}

/** By the hash of all rows in the order of their keys. */
export function compareTables(url: string, { tables }: Manifest): Promise<string[]> {
  return connected(url, async (client: Client) => {
    const found = new Map((await tablesOf(client)).map((table) => [table.name, table]));
    const differ: string[] = [];
    for (const { name, columns, rows, content } of tables) {
      const table = found.get(name);
      const sum = table && (await sumOf(client.query(copyTo(copyOut({ ...table, columns })))));
      if (sum?.sha256 !== content.sha256 || sum.lines !== rows) differ.push(name);
    }
    const named = new Set(tables.map(({ name }) => name));
    return [...differ, ...[...found.keys()].filter((name) => !named.has(name))];
  });
}

async function compareFiles({ dir, decrypter }: OpenBackup): Promise<string[]> {
  const differ: string[] = [];
  for await (const { name } of filesOf(dir)) {
    const { sha256 } = await sumOf(readPart(join(dir, filePart(name, decrypter !== undefined)), decrypter, false));
    if (!name.startsWith(sha256)) differ.push(name);
  }
  return differ;
}
