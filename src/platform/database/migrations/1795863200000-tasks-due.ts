import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Work in hand by its last day: the day's digest begins with what ends now. */
export class TasksDue1795863200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      "create index tasks_due on tasks (due_on) where state in ('accepted', 'returned') and team_id is not null",
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index tasks_due');
  }
}
