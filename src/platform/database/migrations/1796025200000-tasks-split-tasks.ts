import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The part of a task that went to the other half of a hamlet knows the task that it was. */
export class TasksSplitTasks1796025200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table tasks add column split_from_id uuid');
    await runner.query(`
      alter table tasks add constraint tasks_split_from_id_fkey foreign key (split_from_id) references tasks not valid;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table tasks drop column split_from_id');
  }
}
