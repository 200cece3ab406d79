import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An authenticator and codes on paper besides the password, and sessions that wait for them. */
export class MembershipSecondFactors1795903248000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table second_factors (
        id uuid primary key,
        person_id uuid not null references people,
        -- The secret, by the installation's key.
        sealed bytea not null,
        made_at timestamptz not null,
        confirmed_at timestamptz,
        -- The latest step of thirty seconds whose code was used.
        last_step int
      );
      create unique index second_factors_one on second_factors (person_id) where confirmed_at is not null;
      create unique index second_factors_one_begun on second_factors (person_id) where confirmed_at is null;
      create table recovery_codes (
        id uuid primary key,
        factor_id uuid not null references second_factors on delete cascade,
        code_hash bytea not null,
        used_at timestamptz,
        constraint recovery_codes_once unique (factor_id, code_hash)
      );
      alter table sessions
        -- The password was right; the code has not come.
        add column awaits_code boolean not null default false,
        -- When the person last showed password or code here.
        add column proven_at timestamptz;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      delete from sessions where awaits_code;
      alter table sessions drop column awaits_code, drop column proven_at;
      drop table recovery_codes;
      drop table second_factors;
    `);
  }
}
