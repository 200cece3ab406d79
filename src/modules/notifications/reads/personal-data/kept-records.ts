import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type Sql, sql } from '#platform/database';
import { type KeptRecords, oldRows, RetentionRegistry } from '#platform/retention';

/** The inbox, what became of each message, and what platforms told. Sums of an order stay with the order. */
@Injectable()
export class NotificationsKeptRecords implements OnModuleInit {
  constructor(private readonly registry: RetentionRegistry) {}

  onModuleInit(): void {
    const { registry } = this;
    registry.keep('inbox', inbox);
    registry.keep('messages', messages);
    registry.keep('deliveries', deliveries);
    registry.keep(
      'officeMails',
      oldRows({
        table: sql`office_mails`,
        at: sql`r.made_at`,
        which: sql`r.state not in ('due', 'claimed')`,
        held: sql`is_held('keepInbox', r.person_id, r.unit_id)`,
      }),
    );
    registry.keep('pushes', pushes);
    this.told();
  }

  private told(): void {
    const { registry } = this;
    const held = sql`is_held('keepWebhooks', null, null)`;
    registry.keep('webhooks', oldRows({ table: sql`webhook_events`, at: sql`r.received_at`, held }));
    registry.keep(
      'chatWords',
      oldRows({ table: sql`chat_said`, at: sql`r.said_at`, held: sql`is_held('keepWebhooks', r.person_id, null)` }),
    );
    registry.keep('chatHints', oldRows({ table: sql`chat_hints`, at: sql`r.hinted_at`, held }));
    registry.keep('chatQuestions', oldRows({ table: sql`chat_questions`, at: sql`r.expires_at` }));
    registry.keep('consents', oldRows({ table: sql`oa_consents`, at: sql`r.expires_at` }));
  }
}

const entryHeld = sql`is_held('keepInbox', n.person_id, (select m.issuer_unit_id from messages m where m.id = n.message_id))`;

const isOver = sql`c.done_at is not null and not c.forgotten`;

/**
 * Of entries older than `before`. Only those that no chunk names have an index by age, which planning would have to write for
 * everybody else; a chunk says when its entries went out, until it is forgotten and they name it no more.
 */
const oldEntries = (columns: Sql, before: Date): Sql => sql`(
  select ${columns} from notifications n where n.chunk_id is null and n.created_at < ${before}
  union all
  select ${columns} from delivery_chunks c join notifications n on n.chunk_id = c.id and n.created_at < ${before}
   where ${isOver} and c.done_at < ${before}
  union all
  select ${columns} from delivery_chunks c join notifications n on n.chunk_id = c.id and n.created_at < ${before}
   where c.state <> 'done' and c.done_at is null)`;

const inbox: KeptRecords = {
  due: ({ before, most }) =>
    sql`select n.created_at as at, ${entryHeld} as held
      from ${oldEntries(sql`n.created_at, n.person_id, n.message_id`, before)} n limit ${most}`,
  erase: ({ before, most }) =>
    sql`with gone as (
      delete from notifications where ctid = any(array(
        select n.id from ${oldEntries(sql`n.ctid as id, n.person_id, n.message_id`, before)} n
         where not ${entryHeld} limit ${most})) returning 1)
      select count(*)::int as gone from gone`,
};

/**
 * What nobody has in the inbox any more. How many people an order was told to, and how each channel did, is a figure of the
 * order: of that message the sums stay, and its words and its sender go. Entries are a moment younger than their message, and
 * those that went out long after it are found by its chunks.
 */
const ofOrder = sql`(m.kind = 'taskAssigned' and m.assignment_id is not null)`;
const isFull = sql`not (${ofOrder} and m.sender_id is null and m.params = '{}')`;
const messageHeld = sql`is_held('keepInbox', m.sender_id, m.issuer_unit_id)`;

const messages: KeptRecords = {
  due: ({ before, most }) =>
    sql`select m.created_at as at, ${messageHeld} as held from messages m
      where m.created_at < ${before}::timestamptz - interval '1 day' and ${isFull} limit ${most}`,
  erase: ({ before, most }) =>
    sql`with picked as materialized (
        select m.id, ${ofOrder} as stays from messages m
         where m.created_at < ${before}::timestamptz - interval '1 day' and ${isFull} and not ${messageHeld}
           and not exists (
             select 1 from notifications n where n.chunk_id is null and n.created_at < ${before} and n.message_id = m.id)
           and not exists (
             select 1 from delivery_chunks c join notifications n on n.chunk_id = c.id where c.message_id = m.id) limit ${most}),
      ended as (select id from picked where not stays),
      chunks as (delete from delivery_chunks where message_id in (select id from ended)),
      apart as (delete from delivery_rows where message_id in (select id from ended)),
      emptied as (
        update messages set params = '{}', sender_id = null where id in (select id from picked where stays) returning 1),
      gone as (delete from messages where id in (select id from ended) returning 1)
      select ((select count(*) from gone) + (select count(*) from emptied))::int as gone`,
};

/** A browser takes notices while its session is open. */
const pushes: KeptRecords = {
  due: ({ before, now, most }) =>
    sql`select r.created_at as at, is_held('keepSessions', r.person_id, null) as held from push_subscriptions r
      where r.created_at < ${before} and not exists (
        select 1 from open_sessions_at(${now}) o where o.session_id = r.session_id) limit ${most}`,
  erase: ({ before, now, most }) =>
    sql`with gone as (
      delete from push_subscriptions where id = any(array(
        select r.id from push_subscriptions r where r.created_at < ${before} and not is_held('keepSessions', r.person_id, null)
           and not exists (select 1 from open_sessions_at(${now}) o where o.session_id = r.session_id) limit ${most})) returning 1)
      select count(*)::int as gone from gone`,
};

const chunkHeld = sql`exists (select 1 from messages m where m.id = c.message_id and is_held('keepDeliveries', m.sender_id, m.issuer_unit_id))
  or exists (select 1 from notifications n where n.chunk_id = c.id and is_held('keepDeliveries', n.person_id, null))
  or exists (select 1 from delivery_rows d where d.chunk_id = c.id and is_held('keepDeliveries', d.person_id, null))`;

/** Who, to which address and under which number of the provider's; how many of a chunk went out and failed stays. */
const deliveries: KeptRecords = {
  batch: 5,
  due: ({ before, most }) =>
    sql`select c.done_at as at, ${chunkHeld} as held from delivery_chunks c
      where ${isOver} and c.done_at < ${before} limit ${most}`,
  erase: ({ before, most }) =>
    sql`with picked as materialized (
        select c.id from delivery_chunks c where ${isOver} and c.done_at < ${before} and not (${chunkHeld}) limit ${most}),
      rows_of as (delete from delivery_rows where chunk_id in (select id from picked)),
      entries as (update notifications set chunk_id = null, position = null where chunk_id in (select id from picked)),
      gone as (
        update delivery_chunks set forgotten = true, addresses = null, languages = null, provider_ids = null
         where id in (select id from picked) returning 1)
      select count(*)::int as gone from gone`,
};
