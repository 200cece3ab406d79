import type { MigrationInterface, QueryRunner } from 'typeorm';

export class LinkedAccounts1700000005000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`${accounts}${proofs}${doors}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function open_sessions_at(timestamptz);
      drop function linked_accounts_at(timestamptz);
      alter table sessions drop column account_id;
      drop table refused_proofs, used_proofs, link_codes, link_requests, link_tickets, account_joins, linked_accounts, account_scopes;
    `);
  }
}

const accounts = `
  -- Within which bot, app or Official Account this installation knows ids: the configured one. Written at start.
  create table account_scopes (space text primary key, scope text not null);

  -- An account of a messaging platform that is proven to be a person's. A person may have several.
  create table linked_accounts (
    id uuid primary key,
    person_id uuid not null references people,
    space text not null check (space in ('telegram', 'zalo-app', 'zalo-oa', 'zalo-bot')),
    scope text not null,
    external_id text not null,
    proof text not null check (proof in ('invite', 'code', 'phone', 'officer', 'platform')),
    -- The number that the platform proved, when it did.
    phone_e164 text,
    linked_at timestamptz not null,
    -- Another account has proved the same number since: nothing goes there until an officer has looked.
    suspended_at timestamptz,
    ended_at timestamptz,
    end_reason text
  );
  create unique index linked_accounts_once on linked_accounts (space, scope, external_id) where ended_at is null;
  create index linked_accounts_person on linked_accounts (person_id) where ended_at is null;
  create index linked_accounts_phone on linked_accounts (phone_e164) where ended_at is null and phone_e164 is not null;

  -- One person of the platform under two of its ids, as the platform itself has signed: an Official Account's user and the
  -- app's. What is proven of the one holds for the other.
  create table account_joins (
    from_space text not null,
    from_scope text not null,
    from_id text not null,
    to_space text not null,
    to_scope text not null,
    to_id text not null,
    seen_at timestamptz not null,
    primary key (from_space, from_scope, from_id)
  );
  create index account_joins_to on account_joins (to_space, to_scope, to_id);

  -- A session that an account opened ends with it.
  alter table sessions add column account_id uuid references linked_accounts;
  create index sessions_account on sessions (account_id) where account_id is not null and ended_at is null;
`;

const proofs = `
  -- A proven account without a person, for the minutes in which it is asked who it is.
  create table link_tickets (
    id uuid primary key,
    token_hash bytea not null unique,
    space text not null,
    scope text not null,
    external_id text not null,
    display_name text not null,
    phone_e164 text,
    matched_person_id uuid references people,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    used_at timestamptz
  );

  -- What an officer has to decide.
  create table link_requests (
    id uuid primary key,
    space text not null,
    scope text not null,
    external_id text not null,
    display_name text not null,
    phone_e164 text,
    reason text not null check (reason in ('nobody', 'several', 'rejected', 'number_reused')),
    asked_at timestamptz not null,
    decided_at timestamptz,
    decided_by uuid references people,
    person_id uuid references people,
    -- Candidates of whom an officer has said that it is not them.
    not_these uuid[] not null default '{}'
  );
  create unique index link_requests_open on link_requests (space, scope, external_id) where decided_at is null;
  create index link_requests_phone on link_requests (phone_e164) where decided_at is null;

  -- Sent from a chat, it ties that chat's account to the person who asked for it.
  create table link_codes (
    id uuid primary key,
    code_hash bytea not null unique,
    person_id uuid not null references people,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    used_at timestamptz,
    revoked_at timestamptz
  );
  create index link_codes_person on link_codes (person_id);

  -- Launch data that has been used: a copy is worth nothing.
  create table used_proofs (key text primary key, expires_at timestamptz not null);
  create index used_proofs_expiry on used_proofs (expires_at);

  -- How many forged, stale, replayed or broken proofs came to each door: a sudden rise is an attack or a wrong clock.
  create table refused_proofs (
    day date not null,
    door text not null,
    reason text not null,
    refused int not null,
    primary key (day, door, reason)
  );
`;

const doors = `
  create function linked_accounts_at(at timestamptz)
    returns table (person_id uuid, space text, external_id text, linked_at timestamptz)
    language sql stable parallel safe as $$
      select a.person_id, a.space, a.external_id, a.linked_at
        from linked_accounts a join account_scopes s on s.space = a.space and s.scope = a.scope
       where a.ended_at is null and a.suspended_at is null
    $$;

  create function open_sessions_at(at timestamptz)
    returns table (session_id uuid, person_id uuid)
    language sql stable parallel safe as $$
      select s.id, s.person_id from sessions s where s.ended_at is null and s.expires_at > at
    $$;
`;
