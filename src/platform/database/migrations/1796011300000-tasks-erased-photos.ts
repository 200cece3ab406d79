import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A photo that has been kept for its time loses its bytes; that there was one stays with the result that it shows. */
export class TasksErasedPhotos1796011300000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table photos add column erased_at timestamptz;
      -- When its time was over; it is neither there nor still to come.
      alter table photos add constraint photos_erased check (erased_at is null or content_hash is null) not valid;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table photos drop column erased_at');
  }
}
