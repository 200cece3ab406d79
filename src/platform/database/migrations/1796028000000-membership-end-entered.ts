import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When the end of a membership was entered: who leaves on the very day was in the team on it until then. */
export class MembershipEndEntered1796028000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table team_members add end_entered_on date;
      comment on column team_members.end_entered_on is 'The day on which the end was entered; null where there is none, or from before this was kept';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table team_members drop column end_entered_on');
  }
}
