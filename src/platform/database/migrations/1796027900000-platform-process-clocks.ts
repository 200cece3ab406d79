import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What each process has found of its machine's clock, for those who watch all of them. */
export class PlatformProcessClocks1796027900000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table process_clocks (
        process text primary key,
        ahead_ms double precision not null,
        measured_at timestamptz not null
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table process_clocks');
  }
}
