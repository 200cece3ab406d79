import type { MigrationInterface, QueryRunner } from 'typeorm';

/** From when on something is named so that an officer looks at it is a dated rule; so far the numbers stood in code. */
export class OrganizationAttentionRules1795903232000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table attention_rules (
        id uuid primary key,
        -- Null: it holds where nobody has set one.
        unit_id uuid references units,
        silent_days int not null check (silent_days > 0),
        busy_teams int not null check (busy_teams > 1),
        late_months int not null check (late_months > 0),
        late_times int not null check (late_times between 1 and late_months),
        late_days int not null check (late_days > 0),
        term_days int not null check (term_days > 0),
        directive_id uuid references directives,
        validity daterange not null check (not isempty(validity)),
        constraint attention_rules_one_per_day exclude using gist
          ((coalesce(unit_id, '00000000-0000-0000-0000-000000000000'::uuid)) with =, validity with &&)
      );
      insert into attention_rules (id, silent_days, busy_teams, late_months, late_times, late_days, term_days, validity)
        values (gen_random_uuid(), 14, 8, 6, 2, 7, 60, '[2022-01-01,)');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table attention_rules');
  }
}
