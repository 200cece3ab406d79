import type { MigrationInterface, QueryRunner } from 'typeorm';

/** By what a session was opened, and officers who cannot get in and ask those above them. */
export class MembershipAccessHelp1795839817000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Null: by a platform's account, or before this was kept.
      alter table sessions add column opened_by text check (opened_by in ('invite', 'password'));
      create table access_requests (
        id uuid primary key,
        person_id uuid not null references people,
        asked_at timestamptz not null,
        -- When somebody above issued a new invite, or the person came in without one.
        closed_at timestamptz
      );
      create unique index access_requests_open on access_requests (person_id) where closed_at is null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table access_requests; alter table sessions drop column opened_by');
  }
}
