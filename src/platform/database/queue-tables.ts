import { runMigrations } from 'bullmq';
import { Pool } from 'pg';

/** BullMQ keeps its queues in a schema of its own in the same database. */
export async function migrateQueues(url: string): Promise<void> {
  const pool = new Pool({ connectionString: url, max: 1 });
  try {
    await runMigrations(pool);
  } finally {
    await pool.end();
  }
}
