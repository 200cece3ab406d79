import { join } from 'node:path';
import type { Env } from '#platform/config';
import { startEmbeddedPostgres } from '#embedded-postgres';

export interface RunningDatabase {
  url: string;
  stop(): Promise<void>;
}

/** The database that the environment names, or the embedded one below DATA_DIR. */
export async function databaseOf(env: Env): Promise<RunningDatabase> {
  if (env.DATABASE_URL) return { url: env.DATABASE_URL, stop: async () => undefined };
  const server = await startEmbeddedPostgres({
    dataDir: join(env.DATA_DIR, 'postgres'),
    persistent: true,
    log: (line) => process.stderr.write(`${line}\n`),
  });
  return { url: server.url, stop: () => server.stop() };
}
