import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Platform1700000000100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [text, events, commands, secrets, accessLog, history]) await runner.query(part);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table access_log, secrets, command_answers, ticks, event_handlings, outbox;
      drop function forget_old_events(timestamptz, int), refuse_early_forgetting(), refuse_change_of_history(), fold(text);
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

const events = `
  -- What has happened: published to its subscribers, and kept as the audit trail.
  create table outbox (
    id uuid primary key,
    name text not null,
    payload jsonb not null,
    occurred_at timestamptz not null,
    actor_id uuid, post_id uuid, unit_id uuid, command_id uuid,
    changes jsonb not null default '{}',
    claimed_until timestamptz,
    published_at timestamptz
  );
  create index outbox_unpublished on outbox (id) where published_at is null;
  create index outbox_by_subject on outbox using gin (payload jsonb_path_ops);
  -- Whether a command has written what it was to write, asked when it comes again without a kept answer.
  create index outbox_commands on outbox (command_id) where command_id is not null;

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

  -- When each regular task ran last: of several processes one takes it.
  create table ticks (name text primary key, ran_at timestamptz not null);
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
  create table secrets (name text primary key, value text not null);
`;

const accessLog = `
  -- Who looked at whose telephone number, when and what for.
  create table access_log (
    id uuid primary key,
    at timestamptz not null,
    person_id uuid not null,
    what text not null,
    subject_id uuid,
    purpose text
  );
  create index access_log_subject on access_log (subject_id, at);
`;

/** The audit trail and the log of reads can be added to, not changed: docs/decisions/0073 says why by triggers. */
const history = `
  create function refuse_change_of_history() returns trigger language plpgsql as $$
    begin
      raise exception 'The rows of % are history: they cannot be changed or taken away.', tg_table_name using errcode = 'TS001';
    end
  $$;

  -- Within forget_old_events, and only what has been kept for its time and is published.
  create function refuse_early_forgetting() returns trigger language plpgsql as $$
    begin
      if current_setting('to_so.forgetting', true) = 'on'
         and old.published_at is not null and old.occurred_at < now() - interval '730 days' then
        return old;
      end if;
      raise exception 'The rows of % are history: they are kept for 24 months.', tg_table_name using errcode = 'TS001';
    end
  $$;

  -- The only way in which events go. Gives how many went; never one that is younger than 730 days.
  create function forget_old_events(before timestamptz, at_most int) returns int language plpgsql as $$
    declare gone int;
    begin
      perform set_config('to_so.forgetting', 'on', true);
      delete from outbox where id in (
        select id from outbox
         where occurred_at < least(before, now() - interval '730 days') and published_at is not null limit at_most);
      get diagnostics gone = row_count;
      perform set_config('to_so.forgetting', 'off', true);
      return gone;
    end
  $$;

  -- claimed_until and published_at are the relay's own.
  create trigger outbox_stays before update of id, name, payload, occurred_at, actor_id, post_id, unit_id, command_id, changes
    on outbox for each row execute function refuse_change_of_history();
  create trigger outbox_is_kept before delete on outbox for each row execute function refuse_early_forgetting();
  create trigger outbox_is_not_emptied before truncate on outbox execute function refuse_change_of_history();
  alter table outbox enable always trigger outbox_stays;
  alter table outbox enable always trigger outbox_is_kept;
  alter table outbox enable always trigger outbox_is_not_emptied;

  create trigger access_log_stays before update or delete on access_log for each row execute function refuse_change_of_history();
  create trigger access_log_is_not_emptied before truncate on access_log execute function refuse_change_of_history();
  alter table access_log enable always trigger access_log_stays;
  alter table access_log enable always trigger access_log_is_not_emptied;
`;
