import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Hours and days in which members of a unit's teams are left alone. */
export class NotificationsQuietRules1795863300000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table quiet_rules (
        id uuid primary key,
        unit_id uuid not null references units,
        whole_days boolean not null,
        quiet_from text not null,
        quiet_to text not null,
        directive_id uuid not null references directives,
        validity daterange not null check (not isempty(validity)),
        constraint quiet_rules_one_per_day exclude using gist (unit_id with =, validity with &&),
        constraint quiet_hours_of_a_rule
          check (quiet_from ~ '^([01]\\d|2[0-3]):[0-5]\\d$' and quiet_to ~ '^([01]\\d|2[0-3]):[0-5]\\d$')
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table quiet_rules');
  }
}
