import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import type { Decrypter } from 'age-encryption';
import { BackupProblem } from './backup-problem.ts';
import { decrypterFor } from './keys.ts';
import { FILE_LIST, FileLine, filePart, type Manifest, tablePart } from './manifest.ts';
import { linesOf, requireStored, unzipped, webOf } from './parts.ts';

/** A backup that somebody wants to read. */
export interface OpenBackup {
  dir: string;
  manifest: Manifest;
  decrypter: Decrypter | undefined;
}

/** Reads every part once, before anything is written elsewhere. @throws partMissing, partDamaged */
export async function requireWhole({ dir, manifest }: OpenBackup): Promise<void> {
  const isEncrypted = manifest.recipients.length > 0;
  for (const table of manifest.tables) {
    const part = tablePart(table, isEncrypted);
    await requireStored(join(dir, part), part, table.stored);
  }
  for await (const { name, stored } of filesOf(dir)) {
    const part = filePart(name, isEncrypted);
    await requireStored(join(dir, part), part, stored);
  }
}

/** The files that the backup names, one by one, of a list that was found right. */
export async function* filesOf(dir: string): AsyncGenerator<FileLine> {
  for await (const line of linesOf(unzipped(createReadStream(join(dir, FILE_LIST)))))
    yield FileLine.parse(JSON.parse(line));
}

/** Looks at the list of files, and tries the keys on the first table. @throws keyNeeded, wrongKey, keyUnreadable, partMissing, partDamaged */
export async function openBackup(dir: string, manifest: Manifest, identities: readonly string[]): Promise<OpenBackup> {
  await requireStored(join(dir, FILE_LIST), FILE_LIST, manifest.files.list);
  if (manifest.recipients.length === 0) return { dir, manifest, decrypter: undefined };
  const recipients = manifest.recipients.join(', ');
  if (identities.length === 0) throw new BackupProblem('keyNeeded', { recipients });
  const decrypter = await decrypterFor(identities);
  const first = manifest.tables[0] as Manifest['tables'][number];
  const part = tablePart(first, true);
  await requireStored(join(dir, part), part, first.stored);
  const raw = createReadStream(join(dir, part));
  try {
    const opened = await decrypter.decrypt(webOf(raw));
    await opened.cancel();
  } catch {
    throw new BackupProblem('wrongKey', { recipients });
  } finally {
    raw.destroy();
  }
  return { dir, manifest, decrypter };
}
