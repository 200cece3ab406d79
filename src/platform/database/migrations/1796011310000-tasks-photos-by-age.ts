import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Photos are found by their age, and by the file that they name. */
export class TasksPhotosByAge1796011310000 implements MigrationInterface {
  transaction = false as const;

  async up(runner: QueryRunner): Promise<void> {
    // It waits for old transactions, and nobody waits for it.
    await runner.query('set lock_timeout = 0');
    await runner.query('drop index concurrently if exists photos_age');
    await runner.query('create index concurrently photos_age on photos (stored_at) where stored_at is not null');
    await runner.query('drop index concurrently if exists photos_content');
    await runner.query(
      'create index concurrently photos_content on photos (content_hash) where content_hash is not null',
    );
    await runner.query('reset lock_timeout');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index photos_age, photos_content');
  }
}
