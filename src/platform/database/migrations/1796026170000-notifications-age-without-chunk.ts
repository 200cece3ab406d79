import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Every entry of the inbox was written to an index by age that only the nightly cleaning reads: an eighth of what planning a page
 * costs. An entry that went out by a channel is found by its chunk, until the chunk is forgotten and the entry names none.
 */
export class NotificationsAgeWithoutChunk1796026170000 implements MigrationInterface {
  transaction = false as const;

  async up(runner: QueryRunner): Promise<void> {
    // It waits for old transactions, and nobody waits for it.
    await runner.query('set lock_timeout = 0');
    await runner.query('drop index concurrently if exists notifications_apart_age');
    await runner.query(
      'create index concurrently notifications_apart_age on notifications (created_at) where chunk_id is null',
    );
    await runner.query('drop index concurrently if exists notifications_age');
    await runner.query('reset lock_timeout');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('create index notifications_age on notifications (created_at)');
    await runner.query('drop index notifications_apart_age');
  }
}
