import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Acts on many, with what was before them, for as long as they can be taken back. */
export class PlatformHeldActs1795903240000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table held_acts (
        id uuid primary key,
        kind text not null,
        person_id uuid not null,
        until timestamptz not null,
        before jsonb not null,
        taken_back_at timestamptz,
        answer jsonb
      );
      create index held_acts_by_until on held_acts (until);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table held_acts');
  }
}
