import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who came on paper is erased by two officers and after a wait, whose length is a dated rule. */
export class MembershipPlannedErasing1796027220000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table data_requests add column erase_asked_by uuid, add column erase_asked_at timestamptz,
        add column erase_on date, add column erase_seconded_by uuid, add column erase_seconded_at timestamptz
    `);
    await runner.query(`
      alter table data_requests
        add constraint data_requests_erase_asked_by_fkey foreign key (erase_asked_by) references people not valid,
        add constraint data_requests_erase_seconded_by_fkey foreign key (erase_seconded_by) references people not valid;
      comment on column data_requests.erase_on is 'the first day on which the person is erased';
    `);
    await runner.query(`
      -- lock: one row
      insert into keeping_rules (id, kind, amount, citation, validity)
        values (gen_random_uuid(), 'keepAsked', 2, null, '[2022-01-01,)')
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("delete from keeping_rules where kind = 'keepAsked'");
    await runner.query(`
      alter table data_requests drop column erase_asked_by, drop column erase_asked_at, drop column erase_on,
        drop column erase_seconded_by, drop column erase_seconded_at
    `);
  }
}
