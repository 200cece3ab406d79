import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Until when a campaign is taken back without a word. */
export class ReportingCampaignRecall1795903230000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table campaigns add column recall_until timestamptz');
    await runner.query('update campaigns set recall_until = made_at');
    await runner.query('alter table campaigns alter column recall_until set not null');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table campaigns drop column recall_until');
  }
}
