import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Inbox entries, messages and deliveries go by time: found by their age. */
export class NotificationsByAge1796011410000 implements MigrationInterface {
  transaction = false as const;

  async up(runner: QueryRunner): Promise<void> {
    // It waits for old transactions, and nobody waits for it.
    await runner.query('set lock_timeout = 0');
    // Written in the order of time, many with one time: such an index is a few bytes per entry.
    await runner.query('drop index concurrently if exists notifications_age');
    await runner.query('create index concurrently notifications_age on notifications (created_at)');
    await runner.query('drop index concurrently if exists messages_age');
    await runner.query('create index concurrently messages_age on messages (created_at)');
    await runner.query('drop index concurrently if exists delivery_chunks_to_forget');
    await runner.query(
      'create index concurrently delivery_chunks_to_forget on delivery_chunks (done_at) where done_at is not null and not forgotten',
    );
    await runner.query('reset lock_timeout');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index notifications_age, messages_age, delivery_chunks_to_forget');
  }
}
