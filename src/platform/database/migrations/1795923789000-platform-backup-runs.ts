import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Each attempt to back the installation up: what an administrator is shown, and what the schedule goes by. */
export class PlatformBackupRuns1795923789000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table backup_runs (
        id uuid primary key,
        state text not null check (state in ('running', 'done', 'failed')),
        started_by text not null check (started_by in ('command', 'schedule')),
        started_at timestamptz not null,
        ended_at timestamptz check ((ended_at is null) = (state = 'running')),
        folder text not null,
        encrypted boolean not null,
        bytes bigint,
        row_count bigint,
        file_count int,
        failure text,
        verified_at timestamptz,
        removed_at timestamptz
      );
      create index backup_runs_by_time on backup_runs (started_at desc, id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table backup_runs');
  }
}
