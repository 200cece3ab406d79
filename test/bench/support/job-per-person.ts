/** The baseline: one BullMQ job per person and a worker that does nothing, at the best of several concurrencies. */
import { createPostgresBackend, createRedisBackend, withBackend } from 'bullmq';
import { Redis } from 'ioredis';
import { Pool } from 'pg';
import type { BenchServers } from './bench-database.ts';

const CONCURRENCIES = [16, 64, 256];
const TRIAL = 4_000;
const ADD_BATCH = 2_000;

async function once(servers: BenchServers, url: string, people: number, concurrency: number): Promise<number> {
  const connect = () =>
    servers.redisUrl
      ? new Redis(servers.redisUrl, { maxRetriesPerRequest: null })
      : new Pool({ connectionString: url, max: 12, options: '-c search_path=bullmq,public' });
  const { Queue, Worker } = withBackend(
    (servers.redisUrl ? createRedisBackend : createPostgresBackend) as typeof createPostgresBackend,
  );
  const connection = connect();
  const name = `baseline-${people}-${concurrency}`;
  const options = { removeOnComplete: true, removeOnFail: true };
  const queue = new Queue(name, { connection: connection as never });
  let done = 0;
  const startedAt = performance.now();
  const finished = deferred();
  const worker = new Worker(
    name,
    async () => {
      done += 1;
      if (done === people) finished.resolve();
    },
    { connection: connection as never, concurrency },
  );
  worker.on('error', () => undefined);
  for (let start = 0; start < people; start += ADD_BATCH) {
    const size = Math.min(ADD_BATCH, people - start);
    await queue.addBulk(
      Array.from({ length: size }, (_, i) => ({ name: 'deliver', data: { personId: start + i }, opts: options })),
    );
  }
  await finished.promise;
  const rate = people / ((performance.now() - startedAt) / 1000);
  await worker.close();
  await queue.close();
  if (connection instanceof Pool) await connection.end();
  else connection.disconnect();
  return rate;
}

function deferred(): { promise: Promise<void>; resolve: () => void } {
  let resolve = () => {};
  const promise = new Promise<void>((done) => (resolve = done));
  return { promise, resolve };
}

export async function baselineRate(
  servers: BenchServers,
  people: number,
): Promise<{ rate: number; concurrency: number }> {
  const url = await servers.database('baseline');
  let best = { rate: 0, concurrency: 0 };
  for (const concurrency of CONCURRENCIES) {
    const rate = await once(servers, url, Math.min(people, TRIAL), concurrency);
    if (rate > best.rate) best = { rate, concurrency };
  }
  return { rate: await once(servers, url, people, best.concurrency), concurrency: best.concurrency };
}
