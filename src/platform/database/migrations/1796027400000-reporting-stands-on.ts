import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A report of a period that was over when a reform within it was entered shows its unit as that was before the reform. */
export class ReportingStandsOn1796027400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table reports add stands_on date;
      comment on column reports.stands_on is 'The day whose tree and lists the report shows; null: the last of its period';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table reports drop stands_on');
  }
}
