import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The names of groups cite the directive that lays them down; of one kind a unit has one rule a day. */
export class OrganizationRulesByDirective1795850358000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table group_name_templates add column directive_id uuid references directives,
        add constraint group_name_templates_one_per_day exclude using gist (unit_id with =, validity with &&);
      alter table period_rules
        add constraint period_rules_one_per_day exclude using gist (unit_id with =, validity with &&);
      create index composition_rules_unit on composition_rules (unit_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index composition_rules_unit;
      alter table period_rules drop constraint period_rules_one_per_day;
      alter table group_name_templates drop constraint group_name_templates_one_per_day, drop column directive_id;
    `);
  }
}
