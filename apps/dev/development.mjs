/**
 * The server in watch mode and both apps on Vite's dev servers. The embedded PostgreSQL belongs to this process, so that
 * it stays up while the server starts again. Ports: PORT, APP_PORT, CONSOLE_PORT; the next free one where one is taken.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { createServer } from 'vite';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const HOST = '127.0.0.1';
const LOADER = new URL('../../test/support/runner/typescript-loader.mjs', import.meta.url).href;
const POLL_MS = 100;
const READY_MS = 120_000;

// The server's sources are TypeScript, and so is what the demo shares with this.
await import(LOADER);
const { freePort } = await import('../demo/free-port.ts');

async function addresses() {
  const of = async (name, usual) => `http://${HOST}:${await freePort(Number(process.env[name] ?? usual))}`;
  return { api: await of('PORT', 8080), app: await of('APP_PORT', 5173), console: await of('CONSOLE_PORT', 5174) };
}

/** DATABASE_URL, or the embedded PostgreSQL below DATA_DIR. */
async function openDatabase(dataDir) {
  if (process.env.DATABASE_URL) return { url: process.env.DATABASE_URL, stop: () => undefined };
  const { startEmbeddedPostgres } = await import('#embedded-postgres');
  const log = (line) => console.log(line);
  return startEmbeddedPostgres({ dataDir: join(dataDir, 'postgres'), persistent: true, log });
}

const children = new Set();

/** A process of Node that understands TypeScript, and whose threads and children do. */
function runSource(args, env) {
  const child = spawn(process.execPath, args, {
    cwd: ROOT,
    env: { ...env, NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ''} --import=${LOADER} --no-warnings`.trim() },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  children.add(child);
  return child;
}

const hasEnded = (child) => child.exitCode !== null || child.signalCode !== null;

async function endOf(child) {
  if (hasEnded(child)) return;
  child.kill('SIGTERM');
  await once(child, 'exit');
}

async function ready(url, server) {
  for (const deadline = Date.now() + READY_MS; ; await wait(POLL_MS)) {
    const answer = await fetch(`${url}/health/ready`).catch(() => undefined);
    if (answer?.ok) return;
    if (hasEnded(server)) throw new Error('The server ended; the reason is above.');
    if (Date.now() > deadline) throw new Error('The server was not ready in time; the reason is above.');
  }
}

/**
 * The API's address reaches Vite's configurations by API_URL; each app's page also leads to the other one, as behind the
 * server's own address.
 */
async function serveApp(folder, { base, url, proxy }) {
  const server = await createServer({
    configFile: join(ROOT, 'apps', folder, 'vite.config.ts'),
    base,
    cacheDir: join(ROOT, '.cache/vite', folder),
    clearScreen: false,
    logLevel: 'warn',
    server: { host: HOST, port: Number(new URL(url).port), strictPort: true, proxy },
  });
  await server.listen();
  return server;
}

function serveApps(at) {
  process.env.API_URL = at.api;
  return Promise.all([
    serveApp('mini-app', { base: '/app/', url: at.app, proxy: { '/console/': at.console } }),
    serveApp('console', { base: '/console/', url: at.console, proxy: { '/app/': at.app } }),
  ]);
}

/** What ends everything, once however often it is asked for: by a signal, also while things are starting. */
function stopper({ apps, database }) {
  const end = async (code, reason) => {
    if (reason) console.error(reason);
    const closed = apps.then((both) => Promise.all(both.map((app) => app.close()))).catch(() => undefined);
    await Promise.all([closed, ...[...children].map(endOf)]);
    await database.stop();
    process.exit(code);
  };
  let ending;
  const stop = (code, reason) => (ending ??= end(code, reason));
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => stop(0));
  return stop;
}

/** Starts everything, prints the addresses, and ends all on a signal. */
export async function startDevelopment() {
  const dataDir = process.env.DATA_DIR ?? join(ROOT, '.data/dev');
  const at = await addresses();
  const database = await openDatabase(dataDir);
  const env = {
    LOG_LEVEL: 'warn',
    ...process.env,
    DATABASE_URL: database.url,
    DATA_DIR: dataDir,
    HOST,
    PORT: new URL(at.api).port,
    // Links in messages and invites open what is being worked on.
    PUBLIC_URL: process.env.PUBLIC_URL ?? at.app,
  };
  const server = runSource(['--watch', '--watch-preserve-output', 'src/main.ts'], env);
  const apps = serveApps(at);
  const stop = stopper({ apps, database });
  server.once('exit', () => stop(1, 'The server ended; the reason is above.'));
  try {
    await Promise.all([ready(at.api, server), apps]);
  } catch (error) {
    await stop(1, error.message);
  }
  await once(runSource(['apps/dev/print-accounts.ts'], env), 'exit');
  console.log(
    `\nMini-app  ${at.app}/app/\nConsole   ${at.console}/console/\nAPI       ${at.api}/api/docs\nCtrl-C ends all.`,
  );
}
