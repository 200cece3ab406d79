import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A number that nobody answers, and twice a year the question whether a card is still right. */
export class OrganizationOfficeCalls1796028200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table offices add unanswered_on date, add asked_on date;
      comment on column offices.unanswered_on is 'The day on which somebody called and nobody answered';
      comment on column offices.asked_on is 'The day on which its keepers were last asked whether it is still right';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table offices drop unanswered_on, drop asked_on');
  }
}
