import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A unit adds kinds of work of its own for itself and all below, each by a directive; those of the catalogue are of no unit. */
export class TasksOwnTemplates1795863775000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table task_templates add column unit_id uuid references units, add column directive_id uuid references directives;
      create index task_templates_unit on task_templates (unit_id) where unit_id is not null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index task_templates_unit;
      alter table task_templates drop column unit_id, drop column directive_id;
    `);
  }
}
