import type { MigrationInterface, QueryRunner } from 'typeorm';

export class KnownDevices1700000008100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Devices on which a person has signed in with the password: their tries are counted apart from strangers' tries.
      create table known_devices (
        key_hash bytea primary key,
        person_id uuid not null references people,
        made_at timestamptz not null,
        used_at timestamptz not null
      );
      create index known_devices_person on known_devices (person_id, used_at);
      create index login_attempts_age on login_attempts (at);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index login_attempts_age;
      drop table known_devices;
    `);
  }
}
