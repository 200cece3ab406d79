import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The index of a chunk's entries holds all entries. As a partial one it could be read whole, without a key, for one person's
 * delivery: cheap while statistics know of no chunks, and the slowest way of all once an order has gone out.
 */
export class NotificationsChunkIndex1795818483000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index notifications_chunk;
      create index notifications_chunk on notifications (chunk_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index notifications_chunk;
      create index notifications_chunk on notifications (chunk_id) where chunk_id is not null;
    `);
  }
}
