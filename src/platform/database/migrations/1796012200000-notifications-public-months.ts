import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The figures of a month that the public page tells, counted once when the month is over. */
export class NotificationsPublicMonths1796012200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table public_months (
        month date primary key check (extract(day from month) = 1),
        sent int not null,
        median_seconds int,
        slow_seconds int,
        commands int not null,
        refused int not null,
        failed int not null,
        counted_at timestamptz not null
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table public_months');
  }
}
