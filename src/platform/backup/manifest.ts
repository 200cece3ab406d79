/** What a backup says of itself. It is written last, whole or not at all: a folder without it is no backup. */
import { createHash } from 'node:crypto';
import { open, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { BackupProblem, isMissing } from './backup-problem.ts';

/** Raised when an older version could not read what is written. */
const FORMAT = 1;

const SumShape = z.object({ bytes: z.int().min(0), sha256: z.string().regex(/^[0-9a-f]{64}$/) });

const TableShape = z.object({
  name: z.string().regex(/^[a-z_][a-z0-9_]*$/),
  columns: z.array(z.string()).min(1),
  rows: z.int().min(0),
  /** As COPY wrote it, in the order of the primary key: what is restored is compared by this. */
  content: SumShape,
  stored: SumShape,
});
export type BackedUpTable = z.infer<typeof TableShape>;

export const ManifestShape = z.object({
  format: z.literal(FORMAT),
  product: z.literal('to-so'),
  id: z.uuid(),
  /** Of the product. */
  version: z.string(),
  startedAt: z.iso.datetime(),
  finishedAt: z.iso.datetime(),
  postgres: z.string(),
  /** All that the database had been through, in order: the schema is made by them again. */
  migrations: z.array(z.string()).min(1),
  /** Public keys that it is encrypted to; none: it is not. */
  recipients: z.array(z.string()),
  /** Tells another SECRET_KEY from the one of then; null where the key material is in the database. */
  secretKey: z.string().nullable(),
  tables: z.array(TableShape).min(1),
  sequences: z.array(z.object({ name: z.string(), value: z.string().regex(/^-?\d+$/), isCalled: z.boolean() })),
  /** The files, one line each in a part of its own, since there may be many. */
  files: z.object({ count: z.int().min(0), bytes: z.int().min(0), stored: z.int().min(0), list: SumShape }),
});
export type Manifest = z.infer<typeof ManifestShape>;

/** A line of the list of files. */
export const FileLine = z.object({
  /** As the file is called in the folder of files. */
  name: z.string().regex(/^[0-9a-f]{64}\.jpg$/),
  content: SumShape,
  stored: SumShape,
});
export type FileLine = z.infer<typeof FileLine>;

const MANIFEST = 'manifest.json';
/** There from the first moment until the manifest is: what was cut off is known by it, and may be cleared away. */
const MARK = 'unfinished';
export const FILE_LIST = 'files.jsonl.gz';
const OWN = new Set([MARK, FILE_LIST, 'tables', 'files', `${MANIFEST}.new`]);

export const tablePart = ({ name }: Pick<BackedUpTable, 'name'>, isEncrypted: boolean): string =>
  `tables/${name}.copy.gz${isEncrypted ? '.age' : ''}`;
export const filePart = (name: string, isEncrypted: boolean): string =>
  `files/${name.slice(0, 2)}/${name}${isEncrypted ? '.age' : ''}`;

/** Says whether it is the same key, and nothing about it. */
export const fingerprintOf = (secretKey: string | undefined): string | null =>
  secretKey ? createHash('sha256').update(`to-so backup ${secretKey}`).digest('hex').slice(0, 16) : null;

export const sizeOf = ({ tables, files }: Manifest): number =>
  tables.reduce((total, { stored }) => total + stored.bytes, files.stored + files.list.bytes);
export const rowsOfAll = ({ tables }: Manifest): number => tables.reduce((total, { rows }) => total + rows, 0);

const namesIn = (dir: string): Promise<string[]> =>
  readdir(dir).catch((error: unknown) => {
    if (isMissing(error)) return [];
    throw error;
  });

/** A backup that was cut off, and nothing else. */
export async function isUnfinished(dir: string): Promise<boolean> {
  const names = await namesIn(dir);
  return names.includes(MARK) && !names.includes(MANIFEST) && names.every((name) => OWN.has(name));
}

export const isFinished = async (dir: string): Promise<boolean> => (await namesIn(dir)).includes(MANIFEST);

/** Takes what a backup has written so far away. */
export async function clear(dir: string): Promise<void> {
  // The mark goes last: cleared half, it is still known for what it is.
  for (const name of [...OWN].filter((one) => one !== MARK))
    await rm(join(dir, name), { recursive: true, force: true });
  await rm(join(dir, MARK), { force: true });
}

/** The folder is there, empty but for the mark. @throws targetTaken */
export async function claim(dir: string): Promise<void> {
  if (await isUnfinished(dir)) await clear(dir);
  const names = await namesIn(dir);
  if (names.length > 0) throw new BackupProblem('targetTaken', { dir, what: names.slice(0, 3).join(', ') });
  await writeFile(join(dir, MARK), '', { mode: 0o600 });
}

export async function writeManifest(dir: string, manifest: Manifest): Promise<void> {
  const draft = join(dir, `${MANIFEST}.new`);
  await writeFile(draft, `${JSON.stringify(ManifestShape.parse(manifest), null, 1)}\n`, { mode: 0o600, flush: true });
  await rename(draft, join(dir, MANIFEST));
  await rm(join(dir, MARK), { force: true });
  const folder = await open(dir, 'r');
  await folder.sync().finally(() => folder.close());
}

/** @throws notABackup, unfinished, manifestDamaged, newerVersion */
export async function readManifest(dir: string): Promise<Manifest> {
  const text = await readFile(join(dir, MANIFEST), 'utf8').catch(async (error: unknown) => {
    if (!isMissing(error)) throw error;
    throw new BackupProblem((await namesIn(dir)).includes(MARK) ? 'unfinished' : 'notABackup', { dir });
  });
  const raw = jsonOf(text) as { format?: unknown; version?: unknown } | undefined;
  if (typeof raw?.format === 'number' && raw.format > FORMAT)
    throw new BackupProblem('newerVersion', { version: String(raw.version), step: `format ${raw.format}` });
  const parsed = ManifestShape.safeParse(raw);
  if (!parsed.success) throw new BackupProblem('manifestDamaged', { dir });
  return parsed.data;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
