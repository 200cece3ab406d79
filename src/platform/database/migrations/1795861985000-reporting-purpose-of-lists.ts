import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Why somebody takes a list away is asked with the list, and stands in the log when it is made. */
export class ReportingPurposeOfLists1795861985000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table list_jobs add column purpose text`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table list_jobs drop column purpose`);
  }
}
