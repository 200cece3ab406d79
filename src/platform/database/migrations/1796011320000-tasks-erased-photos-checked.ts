import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What holds of an erased photo holds of those of before too; looked at while they are written. */
export class TasksErasedPhotosChecked1796011320000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table photos validate constraint photos_erased');
  }

  /** The constraint itself goes with its column. */
  async down(): Promise<void> {}
}
