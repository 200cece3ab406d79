import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Volunteers say that they cannot work until a day: one word of each person, the last one. */
export class MembershipBusyWords1796028100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table busy_words (
        person_id uuid primary key references people,
        reason text not null check (reason in ('harvest', 'family', 'job', 'away', 'other')),
        until_on date not null,
        said_at timestamptz not null
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table busy_words');
  }
}
