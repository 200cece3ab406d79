import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Rows of before are looked at while they are written. */
export class TasksSplitTasksChecked1796025220000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table tasks validate constraint tasks_split_from_id_fkey');
  }

  /** The constraint itself goes with the column. */
  async down(): Promise<void> {}
}
