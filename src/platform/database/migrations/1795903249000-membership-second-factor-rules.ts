import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Of whom a second factor is required is a dated rule of the topmost unit; where nobody has set one, of nobody. */
export class MembershipSecondFactorRules1795903249000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table second_factor_rules (
        id uuid primary key,
        -- The topmost one.
        unit_id uuid not null references units,
        -- Of whom one is required.
        roles text[] not null,
        -- Before what weighs much, officers without one show their password again.
        ask_again boolean not null,
        directive_id uuid not null references directives,
        validity daterange not null check (not isempty(validity)),
        constraint second_factor_rules_one_per_day exclude using gist (unit_id with =, validity with &&)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table second_factor_rules`);
  }
}
