import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { KeptName } from '#contracts/privacy/kept-records';
import { type Sql, sql } from '#platform/database';
import { type Due, type KeptRecords, RetentionRegistry } from '#platform/retention';

/** Whoever has had no place since then, nor has one to come; who never had one counts from when they were written down. */
const leftOnes = (before: Date): Sql => sql`left_ones as materialized (
  select p.id, p.created_at from people p where p.created_at < ${before} and not exists (
    select 1 from person_places pp where pp.person_id = p.id
      and (upper_inf(pp.validity) or upper(pp.validity) > (${before}::timestamptz at time zone 'Asia/Ho_Chi_Minh')::date)))`;
const leftAt = sql`coalesce((
  select max(upper(pp.validity)) from person_places pp where pp.person_id = l.id)::timestamptz, l.created_at)`;
const held = sql`is_held('keepLeavers', l.id, null)`;

/** Sessions go before the accounts that opened them. */
const withoutSession = sql`not exists (select 1 from sessions s where s.account_id = r.id)`;
const comesIn = sql`(r.login_email is not null or r.password_hash is not null)`;

const has = (name: KeptName, table: Sql, which: Sql, most: number): Sql => sql`(
  select ${name}::text as name, l.id, l.created_at from ${table} r join left_ones l on l.id = r.person_id
   where ${which} limit ${most})`;

/** Whoever has left is looked for once: that is most of the work. */
const counts = ({ before, most }: Due): Sql => sql`
  with ${leftOnes(before)}, found as (
    ${has('leaverPhones', sql`phones`, sql`true`, most)} union all ${has('leaverMails', sql`emails`, sql`true`, most)}
    union all ${has('leaverFaces', sql`card_photos`, sql`true`, most)}
    union all ${has('leaverSkills', sql`member_skills`, sql`true`, most)}
    union all ${has('leaverAccounts', sql`linked_accounts`, withoutSession, most)}
    union all ${has('leaverLogins', sql`(select *, id as person_id from people)`, comesIn, most)})
  select d.name, count(*) filter (where not d.held)::int as count, min(d.at) filter (where not d.held) as oldest,
         count(*) filter (where d.held)::int as held
    from (select l.name, ${leftAt} as at, ${held} as held from found l) d group by 1`;

const eraseOf =
  (table: Sql, which: Sql = sql`true`): KeptRecords['erase'] =>
  ({ before, most }) =>
    sql`with ${leftOnes(before)}, gone as (
      delete from ${table} where ctid = any(array(
        select r.ctid from ${table} r join left_ones l on l.id = r.person_id where ${which} and not ${held} limit ${most})) returning 1)
      select count(*)::int as gone from gone`;

const eraseLogins: KeptRecords['erase'] = ({ before, most }) =>
  sql`with ${leftOnes(before)}, going as materialized (
      select r.id from people r join left_ones l on l.id = r.id where ${comesIn} and not ${held} limit ${most}),
    factors as (delete from second_factors where person_id in (select id from going)),
    gone as (update people set login_email = null, password_hash = null where id in (select id from going) returning 1)
    select count(*)::int as gone from gone`;

/** How people could be reached and come in who have left: names stay with what they did, and go when they ask. */
@Injectable()
export class KeptLeavers implements OnModuleInit {
  constructor(private readonly registry: RetentionRegistry) {}

  onModuleInit(): void {
    this.registry.keepTogether(
      [
        { name: 'leaverPhones', erase: eraseOf(sql`phones`) },
        { name: 'leaverMails', erase: eraseOf(sql`emails`) },
        { name: 'leaverFaces', erase: eraseOf(sql`card_photos`) },
        { name: 'leaverSkills', erase: eraseOf(sql`member_skills`) },
        { name: 'leaverAccounts', erase: eraseOf(sql`linked_accounts`, withoutSession) },
        { name: 'leaverLogins', erase: eraseLogins },
      ],
      counts,
    );
  }
}
