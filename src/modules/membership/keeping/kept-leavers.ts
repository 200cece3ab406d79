import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type Sql, sql } from '#platform/database';
import { type KeptRecords, RetentionRegistry } from '#platform/retention';

/** Whoever has had no place since then, nor has one to come; who never had one counts from when they were written down. */
const hasLeft = (before: Date): Sql => sql`p.created_at < ${before} and not exists (
  select 1 from person_places pp where pp.person_id = p.id
    and (upper_inf(pp.validity) or upper(pp.validity) > (${before}::timestamptz at time zone 'Asia/Ho_Chi_Minh')::date))`;
const leftAt = sql`coalesce((
  select max(upper(pp.validity)) from person_places pp where pp.person_id = p.id)::timestamptz, p.created_at)`;
const held = sql`is_held('keepLeavers', p.id, null)`;

/** What a table has of leavers. */
const ofLeavers = (table: Sql, which: Sql = sql`true`): KeptRecords => ({
  due: ({ before, most }) =>
    sql`select ${leftAt} as at, ${held} as held from ${table} r join people p on p.id = r.person_id
      where ${which} and ${hasLeft(before)} limit ${most}`,
  erase: ({ before, most }) =>
    sql`with gone as (
      delete from ${table} where ctid = any(array(
        select r.ctid from ${table} r join people p on p.id = r.person_id
         where ${which} and ${hasLeft(before)} and not ${held} limit ${most})) returning 1)
      select count(*)::int as gone from gone`,
});

/** How people could be reached and come in who have left: names stay with what they did, and go when they ask. */
@Injectable()
export class KeptLeavers implements OnModuleInit {
  constructor(private readonly registry: RetentionRegistry) {}

  onModuleInit(): void {
    const { registry } = this;
    registry.keep('leaverPhones', ofLeavers(sql`phones`));
    registry.keep('leaverMails', ofLeavers(sql`emails`));
    registry.keep('leaverFaces', ofLeavers(sql`card_photos`));
    // Sessions go before the accounts that opened them.
    registry.keep(
      'leaverAccounts',
      ofLeavers(sql`linked_accounts`, sql`not exists (select 1 from sessions s where s.account_id = r.id)`),
    );
    registry.keep('leaverLogins', logins);
  }
}

const logins: KeptRecords = {
  due: ({ before, most }) =>
    sql`select ${leftAt} as at, ${held} as held from people p
      where (p.login_email is not null or p.password_hash is not null) and ${hasLeft(before)} limit ${most}`,
  erase: ({ before, most }) =>
    sql`with left_ones as materialized (
        select p.id from people p where (p.login_email is not null or p.password_hash is not null)
          and ${hasLeft(before)} and not ${held} limit ${most}),
      factors as (delete from second_factors where person_id in (select id from left_ones)),
      gone as (update people set login_email = null, password_hash = null where id in (select id from left_ones) returning 1)
      select count(*)::int as gone from gone`,
};
