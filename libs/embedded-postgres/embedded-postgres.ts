/**
 * The database of whoever sets no DATABASE_URL: a real PostgreSQL on a loopback port, started by the first process
 * that needs it, shared by the others, stopped by the last. Every step under one file lock per data folder.
 */
import { existsSync, readFileSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { type Binaries, stageBinaries } from './binaries.ts';
import { ensureCluster, readPassword, resetPassword, SUPERUSER } from './cluster.ts';
import { choosePlace, existingClusters, type Place } from './data-place.ts';
import { createDatabase } from './databases.ts';
import { embeddedErrors } from './embedded-errors.ts';
import { tryLock, withLock } from './file-lock.ts';
import { findServer, isServing, launch, pidOfServer, type RunningServer, stopServer } from './server.ts';
import { addUser, liveUsers } from './server-users.ts';
import { type Account, chooseAccount } from './server-account.ts';
import { watch } from './watch.ts';

const DATABASE = 'to_so';
const LOCK_MS = 180_000;
const LAUNCH_TRIES = 20;
const ORPHANS_MS = 500;

export interface EmbeddedOptions {
  /** Folder for the data; made when missing. */
  dataDir: string;
  /** Wanted port; another free one is taken, and remembered, when it is in use. */
  port?: number;
  /** false: for tests; nothing is synced to disk and the data is removed with the last user. */
  persistent: boolean;
  /** Receives what the person at the terminal should know. */
  log?: (line: string) => void;
}

export interface EmbeddedPostgres {
  /** postgres://… of the application's database. */
  url: string;
  port: number;
  /** Where the data stands in fact. */
  folder: string;
  /** Gives up this use; the last user's stop ends the server. */
  stop(): Promise<void>;
}

interface Ground {
  place: Place;
  account: Account;
  binaries: Binaries;
  durable: boolean;
}

async function freePort(wanted: number): Promise<number> {
  return new Promise((done, fail) => {
    const probe = createServer();
    probe.once('error', (error: NodeJS.ErrnoException) =>
      wanted && ['EADDRINUSE', 'EACCES'].includes(error.code ?? '') ? done(freePort(0)) : fail(error),
    );
    probe.listen(wanted, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => done(port));
    });
  });
}

const rememberedPort = ({ portFile }: Place): number =>
  existsSync(portFile) ? Number(readFileSync(portFile, 'utf8')) || 0 : 0;

async function launchSomewhere({ place, binaries, account, durable }: Ground, wanted: number): Promise<RunningServer> {
  let port = await freePort(wanted);
  for (let tries = 0; tries < LAUNCH_TRIES; tries++) {
    const launched = await launch(place, binaries, account, port, durable);
    if ('server' in launched) {
      writeFileSync(place.portFile, String(port), { mode: 0o600 });
      return launched.server;
    }
    if (launched.refused === 'port') port = await freePort(0);
    else await wait(ORPHANS_MS);
  }
  throw embeddedErrors.startFailed(place.folder, 'the processes of an earlier server do not end');
}

const urlOf = (place: Place, { port }: RunningServer): string =>
  `postgres://${SUPERUSER}:${readPassword(place)}@127.0.0.1:${port}/${DATABASE}`;

async function acceptsPassword(place: Place, server: RunningServer): Promise<boolean> {
  try {
    await createDatabase(urlOf(place, server), DATABASE);
    return true;
  } catch (error) {
    if (['28P01', '28000'].includes((error as { code?: string }).code ?? '') || readPassword(place) === '')
      return false;
    throw error;
  }
}

async function serve(ground: Ground, wanted: number): Promise<RunningServer> {
  const { place, account, binaries, durable } = ground;
  const found = await findServer(place);
  if (!found) await ensureCluster(place, binaries, account, durable);
  const server = found ?? (await launchSomewhere(ground, wanted));
  if (await acceptsPassword(place, server)) return server;
  await stopServer(place, server);
  resetPassword(place, binaries, account);
  const restarted = await launchSomewhere(ground, wanted);
  await createDatabase(urlOf(place, restarted), DATABASE);
  return restarted;
}

async function prepare(dataDir: string, durable: boolean, log: (line: string) => void): Promise<Ground> {
  const account = chooseAccount(existingClusters(dataDir));
  const binaries = await stageBinaries(account);
  return { place: choosePlace(dataDir, account, log), account, binaries, durable };
}

/** The last chance of a process that ends without stop(): only when nobody else starts or uses the server now. */
function stopOnExit(place: Place, user: string): () => void {
  const onExit = () => {
    rmSync(user, { force: true });
    const release = tryLock(place.lock);
    if (!release) return;
    try {
      const pid = pidOfServer(place);
      if (pid && liveUsers(place).length === 0) process.kill(pid, 'SIGINT');
    } catch {
      // The server has ended already.
    } finally {
      release();
    }
  };
  process.once('exit', onExit);
  return () => process.off('exit', onExit);
}

/**
 * Starts a server that was killed again, on its port: its users know it by no other. One of several finds that another
 * process was quicker. What a server leaves behind (its port, its last processes) can hold the next one up for a moment.
 * @throws EmbeddedPostgresError when it cannot be
 */
function bringBack({ place, binaries, account, durable }: Ground, port: number, isLeft: () => boolean) {
  return withLock(place.lock, LOCK_MS, async () => {
    if (isLeft()) return false;
    if (!existsSync(place.cluster)) throw embeddedErrors.startFailed(place.folder, 'its data is no longer there');
    const found = await findServer(place);
    if (found && found.port !== port)
      throw embeddedErrors.startFailed(place.folder, `it serves on port ${found.port} now; start this process again`);
    return found !== undefined || 'server' in (await launch(place, binaries, account, port, durable));
  });
}

async function leave({ place, durable }: Ground, user: string): Promise<void> {
  await withLock(place.lock, LOCK_MS, async () => {
    rmSync(user, { force: true });
    if (liveUsers(place).length > 0) return;
    const running = await findServer(place);
    if (running) await stopServer(place, running);
    if (!durable) removeData(place);
  });
  if (!durable) removeEmptyFolder(place.folder);
}

function removeData(place: Place): void {
  for (const path of [place.cluster, place.users, place.passwordFile, place.portFile, place.log])
    rmSync(path, { recursive: true, force: true });
}

function removeEmptyFolder(folder: string): void {
  try {
    rmdirSync(folder);
  } catch {
    // Another start waits in it.
  }
}

/**
 * Starts the embedded PostgreSQL of a data folder, or joins the one that already runs there.
 * @throws EmbeddedPostgresError with a code and the fix in its message
 */
export async function startEmbeddedPostgres(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const log = options.log ?? (() => {});
  const ground = await prepare(options.dataDir, options.persistent, log);
  const { place } = ground;
  return withLock(place.lock, LOCK_MS, async () => {
    const server = await serve(ground, options.port ?? rememberedPort(place));
    const user = addUser(place);
    const forget = stopOnExit(place, user);
    let stopping: Promise<void> | undefined;
    const endWatch = watch({
      isServing: () => isServing(place),
      bringBack: () => bringBack(ground, server.port, () => stopping !== undefined),
      log,
    });
    const stop = () => {
      forget();
      stopping ??= endWatch().then(() => leave(ground, user));
      return stopping;
    };
    return { url: urlOf(place, server), port: server.port, folder: place.folder, stop };
  });
}

/**
 * Removes the database of a data folder for good; ends a server that a killed process left behind.
 * @throws embedded.in_use while another live process uses it
 */
export async function removeEmbeddedPostgres(dataDir: string): Promise<void> {
  if (existingClusters(dataDir).length === 0) return;
  const { place } = await prepare(dataDir, true, () => {});
  await withLock(place.lock, LOCK_MS, async () => {
    const users = liveUsers(place);
    if (users.length > 0) throw embeddedErrors.inUse(place.folder, users);
    const running = await findServer(place);
    if (running) await stopServer(place, running);
    removeData(place);
  });
  removeEmptyFolder(place.folder);
}
