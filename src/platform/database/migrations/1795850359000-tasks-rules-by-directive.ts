import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Days to answer in cite the directive that lays them down; of one kind a unit has one rule a day. */
export class TasksRulesByDirective1795850359000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table reply_rules add column directive_id uuid references directives,
        add constraint reply_rules_one_per_day exclude using gist (unit_id with =, validity with &&);
      alter table difficulty_rules add column directive_id uuid references directives,
        add constraint difficulty_rules_one_per_day exclude using gist (unit_id with =, validity with &&);
      drop index difficulty_rules_unit;
      -- What holds where nobody has set a rule, as for orders.
      insert into difficulty_rules (id, days, validity)
        select '0180c2f0-0000-7000-8000-000000000005', 5, '[2022-01-01,)'
         where not exists (select 1 from difficulty_rules where unit_id is null);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      delete from difficulty_rules where id = '0180c2f0-0000-7000-8000-000000000005';
      create index difficulty_rules_unit on difficulty_rules (unit_id);
      alter table difficulty_rules drop constraint difficulty_rules_one_per_day, drop column directive_id;
      alter table reply_rules drop constraint reply_rules_one_per_day, drop column directive_id;
    `);
  }
}
