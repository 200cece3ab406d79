/** A durable embedded PostgreSQL of the bench's own, and a Redis when asked for; both end with the bench. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { migrate } from '#platform/database';
import { createDatabase, removeEmbeddedPostgres, startEmbeddedPostgres } from '#embedded-postgres';

export interface BenchServers {
  /** A fresh, migrated database. */
  database(name: string): Promise<string>;
  redisUrl: string | undefined;
  folder: string;
  stop(): Promise<void>;
}

export interface RedisServer {
  url: string;
  start(): Promise<void>;
  kill(): Promise<void>;
  stop(): Promise<void>;
}

export async function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });
}

/** `redis-server` of the machine, without a file: what a restart forgets, the product must find again. */
export async function redisServer(): Promise<RedisServer> {
  const port = await freePort();
  let child: ChildProcess | undefined;
  const start = async () => {
    child = spawn(
      'redis-server',
      [
        '--port',
        String(port),
        '--bind',
        '127.0.0.1',
        '--save',
        '',
        '--appendonly',
        'no',
        '--maxmemory-policy',
        'noeviction',
      ],
      { stdio: 'ignore' },
    );
    child.on('error', () => undefined);
    const probe = new Redis(port, '127.0.0.1', {
      lazyConnect: true,
      retryStrategy: () => 100,
      maxRetriesPerRequest: 100,
    }).on('error', () => undefined);
    await probe.ping();
    probe.disconnect();
  };
  const kill = async () => {
    const gone = new Promise((resolve) => child?.once('exit', resolve));
    child?.kill('SIGKILL');
    await Promise.race([gone, wait(2_000)]);
  };
  return { url: `redis://127.0.0.1:${port}`, start, kill, stop: kill };
}

export async function startBenchServers(backend: 'postgres' | 'redis'): Promise<BenchServers> {
  const folder = mkdtempSync(join(tmpdir(), 'to-so-bench-'));
  const server = await startEmbeddedPostgres({ dataDir: join(folder, 'postgres'), persistent: true });
  const redis = backend === 'redis' ? await redisServer() : undefined;
  await redis?.start();
  return {
    folder,
    redisUrl: redis?.url,
    database: async (name) => {
      const url = await createDatabase(server.url, name);
      await migrate(url);
      return url;
    },
    stop: async () => {
      await redis?.stop();
      await server.stop();
      await removeEmbeddedPostgres(join(folder, 'postgres')).catch(() => undefined);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export interface RestartableDatabase {
  folder: string;
  /** A fresh, migrated database. */
  create(name: string): Promise<string>;
  /** Down and up again on the same port: whoever was connected loses the connection. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

export async function restartableDatabase(): Promise<RestartableDatabase> {
  const folder = mkdtempSync(join(tmpdir(), 'to-so-bench-'));
  const start = () => startEmbeddedPostgres({ dataDir: join(folder, 'postgres'), persistent: true });
  let server = await start();
  return {
    folder,
    create: async (name) => {
      const url = await createDatabase(server.url, name);
      await migrate(url);
      return url;
    },
    restart: async () => {
      await server.stop();
      server = await start();
    },
    stop: async () => {
      await server.stop();
      await removeEmbeddedPostgres(join(folder, 'postgres')).catch(() => undefined);
    },
  };
}
