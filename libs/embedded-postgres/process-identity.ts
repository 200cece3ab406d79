/**
 * A pid alone does not name a process: numbers come back after a reboot, and in a container almost at once.
 * An identity adds the start time and the boot, so that a file left by a dead process is never taken for a live one.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync, readlinkSync } from 'node:fs';

export interface ProcessIdentity {
  pid: number;
  started: string;
}

function attempt(read: () => string): string {
  try {
    return read();
  } catch {
    return '';
  }
}

const ps = (field: string, pid: number): string =>
  attempt(() => execFileSync('ps', ['-o', `${field}=`, '-p', String(pid)], { encoding: 'utf8', stdio: 'pipe' }).trim());

/** Start of the process as an opaque text; empty when there is no such process or only its zombie. */
function startOf(pid: number): string {
  if (process.platform !== 'linux') return ps('lstart', pid);
  const stat = attempt(() => readFileSync(`/proc/${pid}/stat`, 'utf8'));
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  if (fields.length < 20 || fields[0] === 'Z' || fields[0] === 'X') return '';
  const boot = attempt(() => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8')).trim();
  return `${fields[19]}@${boot}`;
}

export const identityOf = (pid: number): ProcessIdentity => ({ pid, started: startOf(pid) });

export function isAlive(identity: ProcessIdentity): boolean {
  const started = startOf(identity.pid);
  return started !== '' && started === identity.started;
}

/**
 * True when the live process `pid` works in `folder` (a real path) or was started for it. The working folder follows a
 * renamed checkout, but root in a container without the right to trace is not told it; the arguments anyone may read.
 */
export function worksIn(pid: number, folder: string): boolean {
  if (startOf(pid) === '') return false;
  if (process.platform !== 'linux') return ps('command', pid).includes(folder);
  if (attempt(() => readlinkSync(`/proc/${pid}/cwd`)) === folder) return true;
  return attempt(() => readFileSync(`/proc/${pid}/cmdline`, 'utf8'))
    .split('\0')
    .includes(folder);
}

/** Reads an identity that a process wrote about itself; undefined for a file that is gone or torn. */
export function readIdentity(file: string): ProcessIdentity | undefined {
  try {
    const { pid, started } = JSON.parse(readFileSync(file, 'utf8')) as ProcessIdentity;
    return typeof pid === 'number' && typeof started === 'string' ? { pid, started } : undefined;
  } catch {
    return undefined;
  }
}
