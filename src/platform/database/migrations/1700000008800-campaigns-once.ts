import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CampaignsOnce1700000008800 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table campaigns add column cancelled_by uuid references people, add column cancel_reason text;
      -- Two officers who ask for the same by the same day ask once.
      create unique index campaigns_once on campaigns (unit_id, kind, fixed_due_on) where cancelled_at is null;

      -- Hours that no clock shows.
      update notification_preferences set quiet_from = null where quiet_from !~ '^([01]\\d|2[0-3]):[0-5]\\d$';
      update notification_preferences set quiet_to = null where quiet_to !~ '^([01]\\d|2[0-3]):[0-5]\\d$';
      alter table notification_preferences add constraint quiet_hours_of_a_day
        check (quiet_from ~ '^([01]\\d|2[0-3]):[0-5]\\d$' and quiet_to ~ '^([01]\\d|2[0-3]):[0-5]\\d$');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table notification_preferences drop constraint quiet_hours_of_a_day;
      drop index campaigns_once;
      alter table campaigns drop column cancelled_by, drop column cancel_reason;
    `);
  }
}
