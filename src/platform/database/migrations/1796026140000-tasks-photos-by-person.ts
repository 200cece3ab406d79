import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a person is shown of their own counts the photos that they took, of all that the country has. */
export class TasksPhotosByPerson1796026140000 implements MigrationInterface {
  transaction = false as const;

  async up(runner: QueryRunner): Promise<void> {
    // It waits for old transactions, and nobody waits for it.
    await runner.query('set lock_timeout = 0');
    await runner.query('drop index concurrently if exists photos_person');
    await runner.query('create index concurrently photos_person on photos (taken_by)');
    await runner.query('reset lock_timeout');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index photos_person');
  }
}
