import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A team that began because the hamlet of an earlier one became two knows that one. */
export class MembershipSplitTeams1796025100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table teams add column split_from_id uuid');
    await runner.query(`
      alter table teams add constraint teams_split_from_id_fkey foreign key (split_from_id) references teams not valid;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table teams drop column split_from_id');
  }
}
