/**
 * age (https://age-encryption.org): a public key encrypts, and only the private key, which the server does not hold, opens.
 * Its curves are loaded when a backup is made or read, and not by every process that runs the server.
 */
import { readFile, writeFile } from 'node:fs/promises';
import type { Decrypter, Encrypter } from 'age-encryption';
import { BackupProblem } from './backup-problem.ts';

/** @throws badRecipient */
export async function encrypterFor(recipients: readonly string[]): Promise<Encrypter | undefined> {
  if (recipients.length === 0) return undefined;
  const { Encrypter } = await import('age-encryption');
  const encrypter = new Encrypter();
  for (const recipient of recipients) {
    try {
      encrypter.addRecipient(recipient);
    } catch {
      throw new BackupProblem('badRecipient', { recipient });
    }
  }
  return encrypter;
}

/** The private keys of a file as `age-keygen` writes it. @throws keyUnreadable */
export async function readIdentities(file: string): Promise<string[]> {
  const text = await readFile(file, 'utf8').catch(() => '');
  const identities = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line.startsWith('AGE-SECRET-KEY-'));
  if (identities.length === 0) throw new BackupProblem('keyUnreadable', { file });
  return identities;
}

/** @throws keyUnreadable where one is no key at all */
export async function decrypterFor(identities: readonly string[], file = '--identity'): Promise<Decrypter> {
  const { Decrypter } = await import('age-encryption');
  const decrypter = new Decrypter();
  try {
    for (const identity of identities) decrypter.addIdentity(identity);
  } catch {
    throw new BackupProblem('keyUnreadable', { file });
  }
  return decrypter;
}

/** Writes a new private key, for its owner alone, and gives the public one. @throws keyExists */
export async function makeKey(file: string): Promise<string> {
  const { generateX25519Identity, identityToRecipient } = await import('age-encryption');
  const identity = await generateX25519Identity();
  const recipient = await identityToRecipient(identity);
  const text = `# created: ${new Date().toISOString()}\n# public key: ${recipient}\n${identity}\n`;
  await writeFile(file, text, { mode: 0o600, flag: 'wx' }).catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'EEXIST' ? new BackupProblem('keyExists', { file }) : error;
  });
  return recipient;
}
