import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Keys of a machine (WebAuthn) as a second factor, beside an authenticator or in its place. */
export class MembershipPasskeys1796013000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Null: no authenticator, keys alone.
      alter table second_factors alter column sealed drop not null;
      create table passkeys (
        id uuid primary key,
        factor_id uuid not null references second_factors on delete cascade,
        credential_id bytea not null,
        -- COSE.
        public_key bytea not null,
        -- How often the key says that it has signed; some never count.
        counter bigint not null,
        transports text[] not null,
        -- By its owner.
        name text not null,
        made_at timestamptz not null,
        used_at timestamptz,
        constraint passkeys_credential unique (credential_id)
      );
      create index passkeys_of_factor on passkeys (factor_id);
      -- What a key has to sign: one for each session and purpose, used up by the first answer.
      create table passkey_challenges (
        session_id uuid not null references sessions on delete cascade,
        purpose text not null constraint passkey_challenges_purpose check (purpose in ('add', 'show')),
        challenge text not null,
        expires_at timestamptz not null,
        primary key (session_id, purpose)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table passkey_challenges;
      drop table passkeys;
      delete from second_factors where sealed is null;
      alter table second_factors alter column sealed set not null;
    `);
  }
}
