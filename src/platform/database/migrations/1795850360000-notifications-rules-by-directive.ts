import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The steps of chasing cite the directive that lays them down; a unit has one rule of them a day. */
export class NotificationsRulesByDirective1795850360000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table chase_rules add column directive_id uuid references directives,
        add constraint chase_rules_one_per_day exclude using gist (unit_id with =, validity with &&);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table chase_rules drop constraint chase_rules_one_per_day, drop column directive_id;
    `);
  }
}
