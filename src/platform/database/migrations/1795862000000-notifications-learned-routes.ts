import type { MigrationInterface, QueryRunner } from 'typeorm';

/** By which channel a person really reads, written when they read; planning looks at read_channel only. */
export class NotificationsLearnedRoutes1795862000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table notification_preferences add column reads jsonb not null default '{}', add column read_channel text;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table notification_preferences drop column reads, drop column read_channel');
  }
}
