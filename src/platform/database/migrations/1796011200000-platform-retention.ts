import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What went by time is noted, what is held stays, and looks at numbers go with the acts that they belong to. */
export class PlatformRetention1796011200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [runs, indexes, forgetting]) await runner.query(part);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(forgettingBefore);
    await runner.query('drop index outbox_of_clock, access_log_by_time');
    await runner.query('drop table retention_runs');
  }
}

const runs = `
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

/** Each event is in one index of time: those of people are in outbox_by_time. */
const indexes = `
  create index outbox_of_clock on outbox (occurred_at) where actor_id is null;
  create index access_log_by_time on access_log (at);
`;

/**
 * As before, nothing younger than 24 months goes and nothing is changed. New: what is held stays, looks go with their time as
 * their acts do, and the functions work as the owner of the tables, so that the application may be another role.
 */
const forgetting = `
  create or replace function refuse_early_forgetting() returns trigger language plpgsql as $$
    begin
      if current_setting('to_so.forgetting', true) = 'on'
         and old.published_at is not null and old.occurred_at < now() - interval '730 days'
         and not is_held('keepLog', old.actor_id, coalesce(old.place_id, old.unit_id)) then
        return old;
      end if;
      raise exception 'The rows of % are history: they are kept for 24 months.', tg_table_name using errcode = 'TS001';
    end
  $$;

  create or replace function forget_old_events(before timestamptz, at_most int) returns int
    language plpgsql security definer set search_path = public, pg_temp as $$
    declare
      gone int;
      oldest timestamptz := least(before, now() - interval '730 days');
    begin
      perform set_config('to_so.forgetting', 'on', true);
      delete from outbox where ctid = any(array(
        select x.ctid from (
          (select o.ctid from outbox o where o.actor_id is not null and o.occurred_at < oldest and o.published_at is not null
             and not is_held('keepLog', o.actor_id, coalesce(o.place_id, o.unit_id)) limit at_most)
          union all
          (select o.ctid from outbox o where o.actor_id is null and o.occurred_at < oldest and o.published_at is not null
             and not is_held('keepLog', null, coalesce(o.place_id, o.unit_id)) limit at_most)) x limit at_most));
      get diagnostics gone = row_count;
      perform set_config('to_so.forgetting', 'off', true);
      return gone;
    end
  $$;

  create or replace function refuse_early_forgetting_of_acts() returns trigger language plpgsql as $$
    begin
      if current_setting('to_so.forgetting', true) = 'on' and old.at < now() - interval '730 days'
         and not is_held('keepLog', old.person_id, old.unit_id) then return old; end if;
      raise exception 'The rows of % are history: they are kept for 24 months.', tg_table_name using errcode = 'TS001';
    end
  $$;

  -- An act stays while a look of it does.
  create or replace function forget_old_acts(before timestamptz, at_most int) returns int
    language plpgsql security definer set search_path = public, pg_temp as $$
    declare gone int;
    begin
      perform set_config('to_so.forgetting', 'on', true);
      delete from access_acts where ctid = any(array(
        select a.ctid from access_acts a
         where a.kind in ('look', 'export', 'sign_in', 'refused') and a.at < least(before, now() - interval '730 days')
           and not is_held('keepLog', a.person_id, a.unit_id)
           and not exists (select 1 from access_log l where l.act_id = a.id) limit at_most));
      get diagnostics gone = row_count;
      perform set_config('to_so.forgetting', 'off', true);
      return gone;
    end
  $$;

  create function refuse_early_forgetting_of_looks() returns trigger language plpgsql as $$
    begin
      if current_setting('to_so.forgetting', true) = 'on' and old.at < now() - interval '730 days'
         and not is_held('keepLog', old.person_id, null) and not is_held('keepLog', old.subject_id, null) then return old; end if;
      raise exception 'The rows of % are history: they are kept for 24 months.', tg_table_name using errcode = 'TS001';
    end
  $$;

  create function forget_old_looks(before timestamptz, at_most int) returns int
    language plpgsql security definer set search_path = public, pg_temp as $$
    declare gone int;
    begin
      perform set_config('to_so.forgetting', 'on', true);
      delete from access_log where ctid = any(array(
        select l.ctid from access_log l where l.at < least(before, now() - interval '730 days')
           and not is_held('keepLog', l.person_id, null) and not is_held('keepLog', l.subject_id, null) limit at_most));
      get diagnostics gone = row_count;
      perform set_config('to_so.forgetting', 'off', true);
      return gone;
    end
  $$;

  drop trigger access_log_stays on access_log;
  create trigger access_log_stays before update on access_log for each row execute function refuse_change_of_history();
  create trigger access_log_is_kept before delete on access_log for each row execute function refuse_early_forgetting_of_looks();
  alter table access_log enable always trigger access_log_stays;
  alter table access_log enable always trigger access_log_is_kept;
`;

const forgettingBefore = `
  drop trigger access_log_is_kept on access_log;
  drop trigger access_log_stays on access_log;
  create trigger access_log_stays before update or delete on access_log for each row execute function refuse_change_of_history();
  alter table access_log enable always trigger access_log_stays;
  drop function forget_old_looks(timestamptz, int), refuse_early_forgetting_of_looks();
  create or replace function refuse_early_forgetting() returns trigger language plpgsql as $$
    begin
      if current_setting('to_so.forgetting', true) = 'on'
         and old.published_at is not null and old.occurred_at < now() - interval '730 days' then
        return old;
      end if;
      raise exception 'The rows of % are history: they are kept for 24 months.', tg_table_name using errcode = 'TS001';
    end
  $$;
  drop function forget_old_events(timestamptz, int);
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
  create or replace function refuse_early_forgetting_of_acts() returns trigger language plpgsql as $$
    begin
      if current_setting('to_so.forgetting', true) = 'on' and old.at < now() - interval '730 days' then return old; end if;
      raise exception 'The rows of % are history: they are kept for 24 months.', tg_table_name using errcode = 'TS001';
    end
  $$;
  drop function forget_old_acts(timestamptz, int);
  create function forget_old_acts(before timestamptz, at_most int) returns int language plpgsql as $$
    declare gone int;
    begin
      perform set_config('to_so.forgetting', 'on', true);
      delete from access_acts where id in (
        select id from access_acts where at < least(before, now() - interval '730 days') limit at_most);
      get diagnostics gone = row_count;
      perform set_config('to_so.forgetting', 'off', true);
      return gone;
    end
  $$;
`;
