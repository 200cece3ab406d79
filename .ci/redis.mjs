/** A throw-away Redis on a free loopback port, nothing kept on disk. */
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { installPackage } from './chromium.mjs';

const POLL_MS = 50;
const START_MS = 10_000;

function freePort() {
  return new Promise((done, fail) => {
    const probe = createServer().once('error', fail);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => done(port));
    });
  });
}

function answers(port) {
  return new Promise((done) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => done(true) || socket.destroy()).once('error', () => done(false));
  });
}

const exists = () => spawnSync('redis-server', ['--version']).status === 0;

/** Debian's package, where there is none and it can be had so. */
export const bringRedis = () => exists() || installPackage('redis-server');

/** `{ url, stop }`. @throws Error with the fix when there is no redis-server and none can be installed */
export async function startRedis() {
  bringRedis();
  if (!exists())
    throw new Error('No redis-server: install it (apt-get install redis-server) to test the queue on Redis too.');
  const port = await freePort();
  const dir = mkdtempSync(join(tmpdir(), 'to-so-redis-'));
  const flags = ['--port', port, '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', '--dir', dir];
  const server = spawn('redis-server', flags.map(String), { stdio: 'ignore' });
  const deadline = Date.now() + START_MS;
  while (!(await answers(port))) {
    if (server.exitCode !== null || Date.now() > deadline)
      throw new Error(`redis-server did not start on port ${port}`);
    await wait(POLL_MS);
  }
  const ended = new Promise((done) => server.once('exit', done));
  const stop = async () => {
    server.kill('SIGTERM');
    await ended;
    rmSync(dir, { recursive: true, force: true });
  };
  return { url: `redis://127.0.0.1:${port}/0`, stop };
}
