import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A published answer can be taken back; it keeps its row, so that publishing it again tells nobody a second time. */
export class TasksKnowHowWithdrawn1795861895000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table know_how add column withdrawn_at timestamptz');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table know_how drop column withdrawn_at');
  }
}
