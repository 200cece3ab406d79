import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whether somebody was ever in is asked of ended sessions too, which the index of open ones does not hold. */
export class MembershipSessionsOfAPerson1795847189000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('create index sessions_of_person on sessions (person_id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index sessions_of_person');
  }
}
