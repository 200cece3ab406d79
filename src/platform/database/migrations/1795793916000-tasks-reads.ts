import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A unit's tasks are found from its hamlets, and whether an order is still open from one row. */
export class TasksReads1795793916000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create index tasks_of_unit on tasks (unit_id, assignment_id);
      create index tasks_open on tasks (assignment_id) where state not in ('confirmed', 'cancelled');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index tasks_open, tasks_of_unit');
  }
}
