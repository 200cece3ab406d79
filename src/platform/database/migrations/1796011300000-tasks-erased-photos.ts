import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A photo that has been kept for its time loses its bytes; that there was one stays with the result that it shows. */
export class TasksErasedPhotos1796011300000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- When its time was over; it is neither there nor still to come.
      alter table photos add column erased_at timestamptz check (erased_at is null or content_hash is null);
      create index photos_age on photos (stored_at) where stored_at is not null;
      -- Whether a file is still named by one.
      create index photos_content on photos (content_hash) where content_hash is not null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index photos_age, photos_content;
      alter table photos drop column erased_at;
    `);
  }
}
