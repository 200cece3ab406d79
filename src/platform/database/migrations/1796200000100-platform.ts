import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What has happened and what was done, the clock's own marks, keys, samples, runs of backup and retention. */
export class Platform1796200000100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [
      text,
      history,
      outbox,
      clock,
      commands,
      secrets,
      trail,
      acts,
      backup,
      retention,
      measures,
      health,
    ])
      await runner.query(part);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table process_clocks, system_samples, retention_runs, backup_runs, held_acts, access_acts, secrets,
        command_answers, ticks, event_handlings, outbox cascade;
      drop function refuse_change_of_history(), fold(text) cascade;
      drop collation "vi-natural";
    `);
  }
}

const text = `
  create extension if not exists unaccent;
  create extension if not exists pg_trgm;
  create extension if not exists btree_gist;

  -- The one fold for searching: marks, case and đ are ignored; immutable, so that it can be indexed.
  create function fold(value text) returns text language sql immutable parallel safe strict
    return lower(public.unaccent('public.unaccent'::regdictionary, normalize(value, NFC)));

  -- The Vietnamese order of people and places, numbers by value: Thôn 6 before Thôn 10. For ORDER BY only.
  create collation "vi-natural" (provider = icu, locale = 'vi-u-kn-true');
`;

const history = `
  create function refuse_change_of_history() returns trigger
    language plpgsql as $$
    begin
      raise exception 'The rows of % are history: they cannot be changed or taken away.', tg_table_name using errcode = 'TS001';
    end $$;
`;

const outbox = `
  -- What has happened: published to its subscribers, and kept as the audit trail.
  create table outbox (
    id uuid primary key,
    name text not null,
    payload jsonb not null,
    occurred_at timestamptz not null,
    actor_id uuid,
    post_id uuid,
    unit_id uuid,
    command_id uuid,
    changes jsonb not null default '{}',
    claimed_until timestamptz,
    published_at timestamptz,
    -- place_id: whose log the event stands in: the unit that it names, else that of the post by which it was done.
    place_id uuid,
    session_id uuid,
    trace_parent text
  );
  create index outbox_unpublished on outbox (id) where published_at is null;
  create index outbox_by_subject on outbox using gin (payload jsonb_path_ops);
  -- Whether a command has written what it was to write, asked when it comes again without a kept answer.
  create index outbox_commands on outbox (command_id) where command_id is not null;
  -- What the clock did is no part of the log.
  create index outbox_of_place on outbox (place_id, occurred_at, id) where actor_id is not null;
  create index outbox_of_actor on outbox (actor_id, occurred_at, id) where actor_id is not null;
  create index outbox_by_time on outbox (occurred_at, id) where actor_id is not null;
  create index outbox_of_clock on outbox (occurred_at) where actor_id is null;

  create trigger outbox_is_not_emptied before truncate on outbox for each statement
    execute function refuse_change_of_history();
  alter table outbox enable always trigger outbox_is_not_emptied;

  -- claimed_until and published_at are the relay's own.
  create trigger outbox_stays
    before update of id, name, payload, occurred_at, actor_id, post_id, unit_id, command_id, changes, place_id, session_id
    on outbox for each row
    execute function refuse_change_of_history();
  alter table outbox enable always trigger outbox_stays;

  -- One row per event and subscriber: what is not done is put into the queue again, whatever the queue lost.
  create table event_handlings (
    event_id uuid not null references outbox on delete cascade,
    subscriber text not null,
    attempts int not null default 0,
    next_attempt_at timestamptz not null,
    done_at timestamptz,
    failure text,
    primary key (event_id, subscriber)
  );
  create index event_handlings_open on event_handlings (next_attempt_at) where done_at is null;
`;

const clock = `
  -- When each regular task ran last: of several processes one takes it.
  create table ticks (
    name text primary key,
    ran_at timestamptz not null
  );
`;

const commands = `
  -- What a command was answered: the same command sent again gets the same answer and is not worked twice.
  create table command_answers (
    person_id uuid not null,
    command_id uuid not null,
    route text not null,
    body_hash text not null,
    status int,
    answer jsonb,
    started_at timestamptz not null,
    primary key (person_id, command_id)
  );
  create index command_answers_age on command_answers (started_at);
`;

const secrets = `
  -- Key material that is made once and shared by all processes, where SECRET_KEY is not set.
  create table secrets (
    name text primary key,
    value text not null
  );
`;

const trail = `
  -- What somebody did without changing anything: looked at numbers, took a list away, signed in, was refused.
  create table access_acts (
    id uuid primary key,
    at timestamptz not null,
    kind text not null check (kind in ('look', 'export', 'sign_in', 'refused')),
    what text not null,
    person_id uuid not null,
    -- Whose log it stands in: the unit that it is about.
    unit_id uuid,
    -- Of the post by which it was done.
    by_unit_id uuid,
    people int,
    purpose text,
    session_id uuid,
    command_id uuid,
    screen text,
    route text,
    -- Lists that were taken before have none.
    trace text,
    constraint access_acts_check check (trace is null or kind = 'export')
  );
  create index access_acts_of_unit on access_acts (unit_id, kind, at, id);
  create index access_acts_by_time on access_acts (kind, at, id);
  create index access_acts_of_person on access_acts (person_id, at, id);
  create unique index access_acts_by_trace on access_acts (trace) where trace is not null;

  create trigger access_acts_stay before update on access_acts for each row execute function refuse_change_of_history();
  alter table access_acts enable always trigger access_acts_stay;

  create trigger access_acts_are_not_emptied before truncate on access_acts for each statement
    execute function refuse_change_of_history();
  alter table access_acts enable always trigger access_acts_are_not_emptied;
`;

const acts = `
  create table held_acts (
    id uuid primary key,
    kind text not null,
    person_id uuid not null,
    until timestamptz not null,
    before jsonb not null,
    taken_back_at timestamptz,
    answer jsonb
  );
  create index held_acts_by_until on held_acts (until);
`;

const backup = `
  create table backup_runs (
    id uuid primary key,
    state text not null check (state in ('running', 'done', 'failed')),
    started_by text not null check (started_by in ('command', 'schedule')),
    started_at timestamptz not null,
    ended_at timestamptz,
    folder text not null,
    encrypted boolean not null,
    bytes bigint,
    row_count bigint,
    file_count int,
    failure text,
    verified_at timestamptz,
    removed_at timestamptz,
    constraint backup_runs_check check ((ended_at is null) = (state = 'running'))
  );
  create index backup_runs_by_time on backup_runs (started_at desc, id);
`;

const retention = `
  -- What went because its time was over: how many of a kind on a day.
  create table retention_runs (
    on_day date not null,
    record text not null,
    at timestamptz not null,
    before timestamptz not null,
    gone int not null,
    primary key (on_day, record)
  );
`;

const measures = `
  create table system_samples (
    part text not null,
    at timestamptz not null,
    value float8 not null,
    primary key (part, at)
  );
`;

const health = `
  create table process_clocks (
    process text primary key,
    ahead_ms float8 not null,
    measured_at timestamptz not null
  );
`;
