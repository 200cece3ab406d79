import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What follows a reform is held and goes on, a step that failed says why, and what was there before it is counted once. */
export class OrganizationReformsUnderWay1796025300000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- lock: some ten rows
      alter table reorganisations
        add column paused_by uuid references people,
        add column paused_at timestamptz,
        add check (num_nonnulls(paused_by, paused_at) in (0, 2));
      alter table reorganisation_steps
        add column failures int not null default 0,
        add column failed_at timestamptz,
        add column failure text;
      create table reorganisation_counts (
        reorganisation_id uuid not null references reorganisations on delete cascade,
        name text not null check (name in ('hamlets', 'teams', 'members', 'tasks', 'sessions')),
        before int not null,
        primary key (reorganisation_id, name)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table reorganisation_counts;
      alter table reorganisation_steps drop column failures, drop column failed_at, drop column failure;
      alter table reorganisations drop column paused_by, drop column paused_at;
    `);
  }
}
