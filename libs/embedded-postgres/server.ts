/**
 * One postmaster: found by its postmaster.pid, launched, stopped. It runs detached, in its own process group, so that
 * Ctrl-C in the terminal reaches the application first and the database only when its last user is done.
 */
import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync, rmSync, statSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Binaries } from './binaries.ts';
import type { Place } from './data-place.ts';
import { SPACE } from './disk-space.ts';
import { embeddedErrors, meansDiskFull } from './embedded-errors.ts';
import { worksIn } from './process-identity.ts';
import { type Account, asAccount } from './server-account.ts';

const POLL_MS = 20;
const STOP_MS = 30_000;
const RECOVERY_MS = 300_000;
const LOG_LIMIT_BYTES = 10e6;

/** For a small machine with several application processes; a lost commit is never acceptable. docker-compose.yml has the same. */
export const SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '200',
  shared_buffers: '128MB',
  effective_cache_size: '1GB',
  work_mem: '8MB',
  maintenance_work_mem: '128MB',
  max_wal_size: '2GB',
  checkpoint_timeout: '15min',
  random_page_cost: '1.1',
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_min_messages: 'warning',
  // Statements and details of errors can carry names and phone numbers.
  log_error_verbosity: 'terse',
  log_min_error_statement: 'panic',
};

/** For databases that are thrown away: nothing waits for the disk. */
const THROWAWAY = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', autovacuum_naptime: '30s' };

export interface RunningServer {
  pid: number;
  port: number;
}

type ServerStatus = RunningServer & { ready: boolean };

const pidFileOf = (place: Place): string => join(place.cluster, 'postmaster.pid');

/** Undefined where there is none: a server that ends takes it away at any moment. */
function readPidFile(place: Place): string | undefined {
  try {
    return readFileSync(pidFileOf(place), 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

function runsHere(pid: number, place: Place): boolean {
  return pid > 0 && worksIn(pid, place.cluster);
}

/** Line 1 pid, 4 port, 8 state: the documented contents of postmaster.pid. */
function readStatus(place: Place): ServerStatus | undefined {
  const lines = readPidFile(place)?.split('\n');
  if (!lines) return undefined;
  const pid = Number(lines[0]);
  if (!runsHere(pid, place)) return undefined;
  return { pid, port: Number(lines[3]), ready: lines[7]?.trim() === 'ready' };
}

/** The process of our live server, ready or not, for a process that ends and cannot wait. */
export const pidOfServer = (place: Place): number | undefined => readStatus(place)?.pid;

/** Whether a server of ours lives, ready or not. Asked every second: where asking whose a process is costs one more, it is not asked. */
export function isServing(place: Place): boolean {
  if (process.platform === 'linux') return readStatus(place) !== undefined;
  const pid = Number.parseInt(readPidFile(place) ?? '0', 10);
  return pid > 0 && existsProcess(pid);
}

/** Our live server, once it is ready to serve; undefined when none runs. A server that is stopping is waited for. */
export async function findServer(place: Place): Promise<RunningServer | undefined> {
  const deadline = Date.now() + RECOVERY_MS;
  for (let status = readStatus(place); status; status = readStatus(place)) {
    if (status.ready) return { pid: status.pid, port: status.port };
    if (Date.now() > deadline)
      throw embeddedErrors.startFailed(place.folder, `process ${status.pid} neither starts nor stops`);
    await wait(POLL_MS);
  }
  return undefined;
}

/**
 * A pid file whose number now belongs to a stranger would keep the server from starting for ever.
 * When the number belongs to nobody the file stays: PostgreSQL then also checks for orphans of the last server.
 */
function removeForeignPidFile(place: Place): void {
  const text = readPidFile(place);
  if (text === undefined) return;
  const pid = Math.abs(Number.parseInt(text, 10));
  if (Number.isNaN(pid) || (!runsHere(pid, place) && existsProcess(pid))) rmSync(pidFileOf(place), { force: true });
}

function existsProcess(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function openLog(place: Place): { file: number; from: number } {
  const size = statSync(place.log, { throwIfNoEntry: false })?.size ?? 0;
  if (size > LOG_LIMIT_BYTES) truncateSync(place.log);
  return { file: openSync(place.log, 'a', 0o600), from: size > LOG_LIMIT_BYTES ? 0 : size };
}

function spawnServer(
  place: Place,
  { postgres }: Binaries,
  account: Account,
  port: number,
  durable: boolean,
  log: number,
) {
  const settings = { ...SETTINGS, ...(!durable && THROWAWAY), port: String(port) };
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const server = spawn(postgres, ['-D', place.cluster, ...flags], {
    ...asAccount(account),
    detached: true,
    stdio: ['ignore', log, log],
  });
  const ended = new Promise<Error | number | null>((done) => {
    server.once('error', done);
    server.once('exit', (code) => done(code));
  });
  server.unref();
  return ended;
}

export type Launched = { server: RunningServer } | { refused: 'port' | 'orphans' };

/** Starts the server on `port`. A taken port and a predecessor's dying processes are answers, not errors. */
export async function launch(
  place: Place,
  binaries: Binaries,
  account: Account,
  port: number,
  durable: boolean,
): Promise<Launched> {
  removeForeignPidFile(place);
  const log = openLog(place);
  const ended = spawnServer(place, binaries, account, port, durable, log.file);
  closeSync(log.file);
  const end: { result?: Error | number | null } = {};
  void ended.then((result) => {
    end.result = result;
  });
  const deadline = Date.now() + RECOVERY_MS;
  while (end.result === undefined) {
    if (Date.now() > deadline) throw embeddedErrors.startFailed(place.folder, 'not ready after five minutes');
    const status = readStatus(place);
    if (status?.ready && status.port === port) return { server: { pid: status.pid, port } };
    await wait(POLL_MS);
  }
  return explain(place, end.result, readFileSync(place.log, 'utf8').slice(log.from).trim());
}

function explain(place: Place, finished: Error | number | null, output: string): Launched {
  if (/could not bind|address already in use|could not create any TCP\/IP sockets/i.test(output))
    return { refused: 'port' };
  if (/pre-existing shared memory block|lock file "postmaster.pid" already exists/i.test(output))
    return { refused: 'orphans' };
  if (meansDiskFull(output)) throw embeddedErrors.diskFull(place.folder, SPACE.existingCluster);
  throw embeddedErrors.startFailed(
    place.folder,
    finished instanceof Error ? finished.message : output.slice(-2000) || `exit code ${finished}`,
  );
}

/** Fast shutdown (SIGINT: sessions are ended, the checkpoint is written); immediate after half a minute. */
export async function stopServer(place: Place, { pid }: RunningServer): Promise<void> {
  const deadline = Date.now() + STOP_MS;
  if (runsHere(pid, place)) process.kill(pid, 'SIGINT');
  while (runsHere(pid, place)) {
    if (Date.now() > deadline) process.kill(pid, 'SIGQUIT');
    await wait(POLL_MS);
  }
}
