import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When inviting members is done and how it goes on paper is a dated rule; so far the numbers stood in code. */
export class OrganizationInvitingRules1796028201000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table inviting_rules (
        id uuid primary key,
        -- Null: it holds where nobody has set one.
        unit_id uuid references units,
        done_percent int not null check (done_percent between 1 and 100),
        slips_at_once int not null check (slips_at_once > 0),
        slip_days int not null check (slip_days > 0),
        directive_id uuid references directives,
        validity daterange not null check (not isempty(validity)),
        constraint inviting_rules_one_per_day exclude using gist
          ((coalesce(unit_id, '00000000-0000-0000-0000-000000000000'::uuid)) with =, validity with &&)
      );
      insert into inviting_rules (id, done_percent, slips_at_once, slip_days, validity)
        values (gen_random_uuid(), 80, 500, 30, '[2022-01-01,)');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table inviting_rules');
  }
}
