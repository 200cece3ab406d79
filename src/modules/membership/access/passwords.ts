import { hash, verify } from '@node-rs/argon2';

/** argon2id with the library's defaults (19 MiB, two passes), which are OWASP's recommendation of 2024. */
export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFKC'));
}

export function isPassword(stored: string, password: string): Promise<boolean> {
  return verify(stored, password.normalize('NFKC'));
}

let decoy: Promise<string> | undefined;

/** Takes as long as a real check: whether a login exists must not show in the time. */
export async function checkNothing(password: string): Promise<void> {
  decoy ??= hashPassword('no such login');
  await isPassword(await decoy, password);
}
