import { runMigrations } from 'bullmq';
import { Pool } from 'pg';

/** BullMQ keeps its queues in a schema of its own in the same database. */
export async function migrateQueues(url: string): Promise<void> {
  const pool = new Pool({ connectionString: url, max: 1 });
  // Whoever works by it hears that its statement has failed; unheard here, it would end the process.
  pool.on('connect', (client) => client.on('error', () => undefined)).on('error', () => undefined);
  try {
    await runMigrations(pool);
  } finally {
    await pool.end();
  }
}
