import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the log of an installation is read from: acts that change nothing, and whose place and session an event is of. */
export class PlatformTrail1795861984000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(acts);
    await runner.query(kept);
    await runner.query(earlierLooks);
    await runner.query(events);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index outbox_of_place, outbox_of_actor, outbox_by_time;
      drop trigger outbox_stays on outbox;
      create trigger outbox_stays before update of id, name, payload, occurred_at, actor_id, post_id, unit_id, command_id, changes
        on outbox for each row execute function refuse_change_of_history();
      alter table outbox enable always trigger outbox_stays;
      alter table outbox drop column place_id, drop column session_id;
      drop index access_log_act;
      alter table access_log drop column act_id;
      drop table access_acts;
      drop function forget_old_acts(timestamptz, int), refuse_early_forgetting_of_acts();
    `);
  }
}

const acts = `
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
    route text
  );
  create index access_acts_of_unit on access_acts (unit_id, kind, at, id);
  create index access_acts_by_time on access_acts (kind, at, id);
  create index access_acts_of_person on access_acts (person_id, at, id);
  alter table access_log add column act_id uuid;
  create index access_log_act on access_log (act_id) where act_id is not null;
`;

/** As decision 0073 says of the trail: added to, never changed; what is older than 24 months goes by one function. */
const kept = `
  create function refuse_early_forgetting_of_acts() returns trigger language plpgsql as $$
    begin
      if current_setting('to_so.forgetting', true) = 'on' and old.at < now() - interval '730 days' then return old; end if;
      raise exception 'The rows of % are history: they are kept for 24 months.', tg_table_name using errcode = 'TS001';
    end
  $$;

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

  create trigger access_acts_stay before update on access_acts for each row execute function refuse_change_of_history();
  create trigger access_acts_are_kept before delete on access_acts for each row execute function refuse_early_forgetting_of_acts();
  create trigger access_acts_are_not_emptied before truncate on access_acts execute function refuse_change_of_history();
  alter table access_acts enable always trigger access_acts_stay;
  alter table access_acts enable always trigger access_acts_are_kept;
  alter table access_acts enable always trigger access_acts_are_not_emptied;
`;

/** Looks of one request were written with one time: together they are one act. */
const earlierLooks = `
  insert into access_acts (id, at, kind, what, person_id, unit_id, by_unit_id, people, purpose)
    select (array_agg(l.id order by l.id))[1], l.at, 'look', l.what, l.person_id, place.unit_id, place.unit_id, count(*), l.purpose
      from access_log l
      left join lateral (select pp.unit_id from person_places pp
        where pp.person_id = l.person_id and pp.validity @> (l.at at time zone 'Asia/Ho_Chi_Minh')::date limit 1) place on true
     group by l.at, l.what, l.person_id, l.purpose, place.unit_id;
  alter table access_log disable trigger access_log_stays;
  update access_log l set act_id = a.id from access_acts a
   where a.person_id = l.person_id and a.at = l.at and a.what = l.what and a.purpose is not distinct from l.purpose;
  alter table access_log enable always trigger access_log_stays;
`;

const events = `
  -- place_id: whose log the event stands in: the unit that it names, else that of the post by which it was done.
  alter table outbox add column place_id uuid, add column session_id uuid;
  update outbox o set place_id = coalesce(o.unit_id, (select pp.unit_id from person_places pp where pp.post_id = o.post_id limit 1))
   where o.actor_id is not null;
  drop trigger outbox_stays on outbox;
  create trigger outbox_stays before update of id, name, payload, occurred_at, actor_id, post_id, unit_id, command_id, changes,
      place_id, session_id on outbox for each row execute function refuse_change_of_history();
  alter table outbox enable always trigger outbox_stays;
  -- What the clock did is no part of the log.
  create index outbox_of_place on outbox (place_id, occurred_at, id) where actor_id is not null;
  create index outbox_of_actor on outbox (actor_id, occurred_at, id) where actor_id is not null;
  create index outbox_by_time on outbox (occurred_at, id) where actor_id is not null;
`;
