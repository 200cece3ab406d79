import type { MigrationInterface, QueryRunner } from 'typeorm';

export class TeamEndings1700000008720 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- What becomes of a dissolved team's open work, told to the others on the day from which the team is no more.
      create table team_endings (
        team_id uuid primary key references teams,
        from_on date not null,
        reason text not null,
        -- The team that takes the open work over; null: it is cancelled.
        heir_id uuid references teams check (heir_id <> team_id),
        by_id uuid not null references people,
        told boolean not null default false
      );
      create index team_endings_due on team_endings (from_on) where not told;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table team_endings');
  }
}
