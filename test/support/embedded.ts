/** Embedded servers of a suite: in folders of its own, also used by other processes, ended with it. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { placeAt } from '../../libs/embedded-postgres/data-place.ts';
import { withClient } from '../../libs/embedded-postgres/databases.ts';
import {
  type EmbeddedPostgres,
  removeEmbeddedPostgres,
  startEmbeddedPostgres,
} from '../../libs/embedded-postgres/index.ts';
import { findServer } from '../../libs/embedded-postgres/server.ts';

const folders: string[] = [];
export const children: ChildProcess[] = [];

export function freshFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'to-so-embedded-'));
  chmodSync(folder, 0o755);
  folders.push(folder);
  return join(folder, 'data');
}

export const start = (dataDir: string, port?: number): Promise<EmbeddedPostgres> =>
  startEmbeddedPostgres({ dataDir, persistent: true, ...(port && { port }) });

let made: Promise<string> | undefined;
/** A folder in which a server ran and was stopped, for tests that are not about the first start: making a cluster takes seconds. */
export async function usedFolder(): Promise<string> {
  made ??= (async () => {
    const dataDir = freshFolder();
    await (await start(dataDir)).stop();
    rmSync(placeAt(dataDir).portFile);
    return dataDir;
  })();
  const dataDir = freshFolder();
  execFileSync('cp', ['-a', await made, dataDir]);
  return dataDir;
}

/** A process of its own that starts the database of `dataDir`, says its URL and stays. */
export async function startInOtherProcess(dataDir: string): Promise<{ child: ChildProcess; url: string }> {
  const script = `
    import { startEmbeddedPostgres } from './libs/embedded-postgres/index.ts';
    const { url, stop } = await startEmbeddedPostgres({ dataDir: process.argv[1], persistent: true });
    console.log(url);
    process.stdin.on('end', () => stop().then(() => process.exit(0))).resume();`;
  const args = [
    '--import',
    './test/support/runner/typescript-loader.mjs',
    '--input-type=module',
    '-e',
    script,
    dataDir,
  ];
  const child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'] });
  children.push(child);
  for await (const line of createInterface({ input: child.stdout })) return { child, url: line };
  throw new Error('the other process ended without a database');
}

export async function kill(child: ChildProcess): Promise<void> {
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
}

export const write = (url: string) =>
  withClient(url, (client) =>
    client.query(`create table if not exists kept (word text); insert into kept values ('còn')`),
  );
export const words = (url: string) =>
  withClient(url, async (client) => (await client.query('select word from kept')).rows.map(({ word }) => word));
export const serverOf = (dataDir: string) => findServer(placeAt(dataDir));

export function occupy(port: number): Promise<Server> {
  const server = createServer();
  return new Promise((done, fail) => server.once('error', fail).listen(port, '127.0.0.1', () => done(server)));
}

/** Ends what the suite started and removes its folders. */
export async function endEmbedded(): Promise<void> {
  for (const child of children.filter(({ exitCode, signalCode }) => exitCode === null && signalCode === null))
    await kill(child);
  for (const folder of folders) {
    await removeEmbeddedPostgres(join(folder, 'data'));
    rmSync(folder, { recursive: true, force: true });
  }
}
