import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An event keeps the trace that it belongs to; measures of the last day, a row per measure and five minutes. */
export class PlatformSeeing1796012000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table outbox add column trace_parent text;
      create table system_samples (
        part text not null,
        at timestamptz not null,
        value double precision not null,
        primary key (part, at)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table system_samples; alter table outbox drop column trace_parent');
  }
}
