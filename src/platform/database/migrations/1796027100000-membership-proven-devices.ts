import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Wrong codes of a second factor are counted apart where their person has shown one before: on a device, by its key. Whoever
 * has only the password has a key too, so that the key alone says nothing.
 */
export class MembershipProvenDevices1796027100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Of the key of the device that signed in with the password.
      alter table sessions add column device_hash bytea;
      -- When somebody last showed the second factor on it.
      alter table known_devices add column proven_at timestamptz;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table sessions drop column device_hash; alter table known_devices drop column proven_at');
  }
}
