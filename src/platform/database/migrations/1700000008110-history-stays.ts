import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The audit trail and the log of reads can be added to, not changed: docs/decisions/0073 says why by triggers. */
export class HistoryStays1700000008110 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
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
      create trigger access_log_stays before update or delete on access_log for each row execute function refuse_change_of_history();
      create trigger access_log_is_not_emptied before truncate on access_log execute function refuse_change_of_history();
      alter table outbox enable always trigger outbox_stays;
      alter table outbox enable always trigger outbox_is_kept;
      alter table outbox enable always trigger outbox_is_not_emptied;
      alter table access_log enable always trigger access_log_stays;
      alter table access_log enable always trigger access_log_is_not_emptied;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger access_log_is_not_emptied on access_log;
      drop trigger access_log_stays on access_log;
      drop trigger outbox_is_not_emptied on outbox;
      drop trigger outbox_is_kept on outbox;
      drop trigger outbox_stays on outbox;
      drop function forget_old_events(timestamptz, int);
      drop function refuse_early_forgetting();
      drop function refuse_change_of_history();
    `);
  }
}
