import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How long the log, lists, uploads and sessions that are over are kept is a dated rule. */
export class OrganizationKeepingRules1795899904000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table keeping_rules (
        id uuid primary key,
        -- The topmost unit; null: it holds until somebody sets one.
        unit_id uuid references units,
        kind text not null,
        -- Months or days, by the kind.
        amount int not null check (amount > 0),
        directive_id uuid references directives,
        citation text,
        validity daterange not null check (not isempty(validity)),
        constraint keeping_rules_one_per_day exclude using gist
          ((coalesce(unit_id, '00000000-0000-0000-0000-000000000000'::uuid)) with =, kind with =, validity with &&),
        check (kind <> 'keepLog' or amount >= 24)
      );
      insert into keeping_rules (id, kind, amount, citation, validity) values
        (gen_random_uuid(), 'keepLog', 24, 'Nghị định 53/2022/NĐ-CP', '[2022-01-01,)'),
        (gen_random_uuid(), 'keepLists', 7, null, '[2022-01-01,)'),
        (gen_random_uuid(), 'keepUploads', 7, null, '[2022-01-01,)'),
        (gen_random_uuid(), 'keepSessions', 30, null, '[2022-01-01,)');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table keeping_rules`);
  }
}
