/**
 * Real processes of the product (`node dist/src/main.js`), to be started several at once, stopped and killed: for the
 * journeys and benches about what happens when machines fail. Needs a build (`npm test` makes one).
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

const ENTRY = join(process.cwd(), 'dist/src/main.js');
const READY_MS = 100_000;
const POLL_MS = 50;
const LOG_LIMIT = 2_000_000;
const started = new Set<ServerProcess>();

export interface ServerProcess {
  pid: number;
  /** http://127.0.0.1:port; empty for a process with ROLE=worker, which serves nothing. */
  url: string;
  /** Everything that it has written, the oldest cut off after 2 MB. */
  log(): string;
  /** SIGTERM and the orderly shutdown; gives the exit code. */
  stop(): Promise<number | null>;
  /** SIGKILL: nothing is tidied. */
  kill(): Promise<void>;
}

type Child = { process: ChildProcess; output: string; exited: Promise<unknown> };

function spawnServer(env: Record<string, string>): Child {
  if (!existsSync(ENTRY)) throw new Error('No build: run "npm run build" first');
  const { TEST_SERVER_URL: _, NODE_OPTIONS: __, ...inherited } = process.env;
  const child = spawn(process.execPath, [ENTRY], {
    env: { ...inherited, HOST: '127.0.0.1', PORT: '0', LOG_LEVEL: 'info', ...env },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const result: Child = { process: child, output: '', exited: once(child, 'exit') };
  const keep = (chunk: Buffer) => {
    result.output = (result.output + chunk.toString()).slice(-LOG_LIMIT);
  };
  child.stdout?.on('data', keep);
  child.stderr?.on('data', keep);
  return result;
}

const hasEnded = ({ process: child }: Child): boolean => child.exitCode !== null || child.signalCode !== null;

function failure(child: Child, what: string): Error {
  return new Error(`The process ${what}. Its output:\n${child.output.slice(-4_000)}`);
}

/** Says 'ready' by its channel when its roles have started; an early end or a long silence is an error. */
async function announced(child: Child): Promise<void> {
  let ready = false;
  child.process.on('message', (message) => {
    ready ||= message === 'ready';
  });
  for (const deadline = Date.now() + READY_MS; !ready; await wait(POLL_MS)) {
    if (hasEnded(child)) throw failure(child, `ended with ${child.process.exitCode ?? child.process.signalCode}`);
    if (Date.now() > deadline) throw failure(child, 'was not ready in time');
  }
}

async function healthy(child: Child): Promise<string> {
  const url = /"listening":"([^"]+)"/.exec(child.output)?.[1]?.replace('[::1]', '127.0.0.1') ?? '';
  for (const deadline = Date.now() + READY_MS; url; await wait(POLL_MS)) {
    const answer = await fetch(`${url}/health/ready`).catch(() => undefined);
    if (answer?.ok) break;
    if (hasEnded(child) || Date.now() > deadline) throw failure(child, 'does not answer /health/ready');
  }
  return url;
}

function handle(child: Child, url: string): ServerProcess {
  const signal = async (name: NodeJS.Signals) => {
    if (!hasEnded(child)) child.process.kill(name);
    await child.exited;
    started.delete(server);
  };
  const server: ServerProcess = {
    pid: child.process.pid ?? 0,
    url,
    log: () => child.output,
    stop: async () => {
      await signal('SIGTERM');
      return child.process.exitCode;
    },
    kill: () => signal('SIGKILL'),
  };
  return server;
}

/** Starts one process and waits until it is ready. `env` has at least DATABASE_URL; PORT is free unless given. */
export async function startProcess(env: Record<string, string>): Promise<ServerProcess> {
  const child = spawnServer(env);
  try {
    await announced(child);
    const server = handle(child, await healthy(child));
    started.add(server);
    return server;
  } catch (error) {
    child.process.kill('SIGKILL');
    throw error;
  }
}

/** For afterAll: kills whatever is still running. */
export async function killProcesses(): Promise<void> {
  await Promise.all([...started].map((server) => server.kill()));
}
