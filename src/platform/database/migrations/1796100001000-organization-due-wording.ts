import type { MigrationInterface, QueryRunner } from 'typeorm';

/** "Đến hết ngày 25" is kept as it was worded, beside the day before which a report is due. */
export class OrganizationDueWording1796100001000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table period_rules add column wording text not null default 'before';
      alter table period_rules add constraint period_rules_wording_check check (wording in ('before', 'until')) not valid;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table period_rules drop column wording');
  }
}
