import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What of a takeover after a reform somebody said is settled. */
export class MembershipTakeoverTicks1796022000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table takeover_ticks (
        unit_id uuid not null references units,
        on_date date not null,
        kind text not null check (kind in ('standIn', 'committee', 'names', 'groups', 'all')),
        by_id uuid not null references people,
        at timestamptz not null,
        primary key (unit_id, on_date, kind)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table takeover_ticks');
  }
}
