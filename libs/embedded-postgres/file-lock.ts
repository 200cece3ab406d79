/**
 * A lock between processes that outlives none of them: the file names its holder, and a dead holder's file is removed.
 * Only who holds `<lock>.steal` removes another's file, after reading it again; so two waiters never both take it.
 */
import { linkSync, mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { embeddedErrors } from './embedded-errors.ts';
import { identityOf, isAlive, readIdentity } from './process-identity.ts';

const POLL_MS = 25;
const STEAL_EXPIRES_MS = 5_000;
let serial = 0;

/** Takes the lock at once or answers undefined. The file appears whole: written aside, then linked. */
export function tryLock(file: string): (() => void) | undefined {
  mkdirSync(dirname(file), { recursive: true });
  const draft = `${file}.${process.pid}.${serial++}`;
  writeFileSync(draft, JSON.stringify(identityOf(process.pid)), { mode: 0o600 });
  try {
    linkSync(draft, file);
    return () => rmSync(file, { force: true });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return undefined;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

function ageOf(file: string): number {
  try {
    return Date.now() - statSync(file).mtimeMs;
  } catch {
    return 0;
  }
}

function isAbandoned(file: string): boolean {
  const holder = readIdentity(file);
  return holder ? !isAlive(holder) : ageOf(file) > STEAL_EXPIRES_MS;
}

function removeAbandoned(file: string): void {
  const guard = `${file}.steal`;
  if (ageOf(guard) > STEAL_EXPIRES_MS) rmSync(guard, { force: true });
  const release = tryLock(guard);
  if (!release) return;
  try {
    if (isAbandoned(file)) rmSync(file, { force: true });
  } finally {
    release();
  }
}

/** Runs `work` alone among all processes that use the same file; waits for the holder up to `timeoutMs`. */
export async function withLock<T>(file: string, timeoutMs: number, work: () => Promise<T>): Promise<T> {
  const deadline = Date.now() + timeoutMs;
  let release = tryLock(file);
  while (!release) {
    if (Date.now() > deadline) throw embeddedErrors.lockTimeout(file, readIdentity(file)?.pid ?? 0);
    if (isAbandoned(file)) removeAbandoned(file);
    else await wait(POLL_MS);
    release = tryLock(file);
  }
  try {
    return await work();
  } finally {
    release();
  }
}
