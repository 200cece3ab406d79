import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A message keeps the trace of the act that it tells of: it is sent after a hold, by whichever worker is free. */
export class NotificationsTraces1796012100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table messages add column trace_parent text');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table messages drop column trace_parent');
  }
}
