import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ChannelTests1700000008200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Who sent a test and when: counted over an hour, older rows go with the next test of the same person.
      create table channel_tests (
        id uuid primary key,
        person_id uuid not null references people,
        channel text not null,
        at timestamptz not null
      );
      create index channel_tests_person on channel_tests (person_id, at);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table channel_tests');
  }
}
