import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A team that has ended because its hamlet became part of another knows the team that goes on with its people and work. */
export class MembershipMergedTeams1795903254000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table teams add column merged_into_id uuid references teams;
      create index teams_merged on teams (merged_into_id) where merged_into_id is not null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table teams drop column merged_into_id`);
  }
}
