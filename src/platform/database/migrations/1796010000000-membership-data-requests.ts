import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What people ask about their data, as cases; and what an erasure takes out of free words. */
export class MembershipDataRequests1796010000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [requests, words]) await runner.query(part);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table data_requests; drop function without_words(text, text[])`);
  }
}

const requests = `
  create table data_requests (
    id uuid primary key,
    -- Whose officers answer.
    unit_id uuid not null references units,
    -- Counted in the unit: "YC-0031".
    no int not null check (no > 0),
    person_id uuid not null references people,
    kind text not null check (kind in ('view', 'looks', 'correct', 'object', 'erase')),
    source text not null check (source in ('app', 'paper')),
    words text,
    new_name text,
    new_phone text,
    filed_by uuid not null references people,
    received_at timestamptz not null,
    -- The last day of the answer, inclusive: reckoned once, by the work days that were known then.
    due_on date not null,
    verified_at timestamptz,
    verified_how text check (verified_how in ('account', 'called', 'met')),
    -- Null: the account itself.
    verified_by uuid references people,
    owner_id uuid references people,
    escalated_at timestamptz,
    outcome text check (outcome in ('answered', 'refused')),
    answer text,
    answered_at timestamptz,
    answered_by uuid references people,
    stops text[] not null default '{}',
    unique (unit_id, no),
    check ((outcome is null) = (answered_at is null)),
    check ((verified_at is null) = (verified_how is null))
  );
  create index data_requests_open on data_requests (due_on) where outcome is null;
  create index data_requests_unit on data_requests (unit_id, received_at desc);
  create unique index data_requests_once on data_requests (person_id, kind) where outcome is null;
  create index data_requests_person on data_requests (person_id, received_at desc);
`;

const words = `
  -- A text without these words, each as it stands.
  create function without_words(source text, words text[]) returns text language plpgsql immutable parallel safe as $$
  declare word text;
  begin
    foreach word in array words loop
      if word <> '' then source := replace(source, word, '…'); end if;
    end loop;
    return source;
  end $$;
`;
