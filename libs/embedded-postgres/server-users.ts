/** Who uses the server: one file per user, naming its process, so that a killed user is no longer counted. */
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Place } from './data-place.ts';
import { identityOf, isAlive, readIdentity } from './process-identity.ts';

let serial = 0;

export function addUser(place: Place): string {
  mkdirSync(place.users, { recursive: true, mode: 0o700 });
  const file = join(place.users, `${process.pid}-${serial++}`);
  writeFileSync(file, JSON.stringify(identityOf(process.pid)), { mode: 0o600 });
  return file;
}

/** Pids of the live users; the files of dead ones are removed. */
export function liveUsers(place: Place): number[] {
  mkdirSync(place.users, { recursive: true, mode: 0o700 });
  return readdirSync(place.users).flatMap((name) => {
    const file = join(place.users, name);
    const identity = readIdentity(file);
    if (identity && isAlive(identity)) return [identity.pid];
    rmSync(file, { force: true });
    return [];
  });
}
