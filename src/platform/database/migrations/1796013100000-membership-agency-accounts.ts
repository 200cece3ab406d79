import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Accounts of an agency's identity provider, tied to people by an administrator, and what signing out there needs. */
export class MembershipAgencyAccounts1796013100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table agency_accounts (
        id uuid primary key,
        issuer text not null,
        subject text not null,
        -- What the provider calls it: shown, never matched.
        said_name text not null,
        said_email text not null,
        asked_at timestamptz not null,
        person_id uuid references people,
        decided_at timestamptz,
        decided_by uuid references people,
        constraint agency_accounts_subject unique (issuer, subject),
        constraint agency_accounts_decided check (person_id is null or decided_at is not null)
      );
      create index agency_accounts_of_person on agency_accounts (person_id);
      create index agency_accounts_by_age on agency_accounts (asked_at, id);
      create table agency_sessions (
        session_id uuid primary key references sessions on delete cascade,
        account_id uuid not null references agency_accounts on delete cascade,
        -- The id token, by the installation's key.
        sealed bytea not null
      );
      create index agency_sessions_of_account on agency_sessions (account_id);
      alter table sessions drop constraint sessions_opened_by_check,
        add constraint sessions_opened_by_check check (opened_by in ('invite', 'password', 'agency')) not valid;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table agency_sessions;
      drop table agency_accounts;
      delete from sessions where opened_by = 'agency';
      alter table sessions drop constraint sessions_opened_by_check,
        add constraint sessions_opened_by_check check (opened_by in ('invite', 'password'));
    `);
  }
}
