import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The first delivery of a message to a person is no row of its own any more: the inbox entry names its chunk and position,
 * and the chunk keeps what all of them need. Only what did not simply go out at the first try stands in `delivery_rows`.
 * `deliveries` is a view of both. Why: docs/decisions/0090.
 */
export class NotificationsFoldedChunks1795800872000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [tables, view, addresses(mailOnce)]) await runner.query(part);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(addresses(mailTwice));
    await runner.query(`
      insert into delivery_rows (message_id, person_id, chunk_id, changed_at, position, attempts, channel, state, provider_id, language, address)
        select message_id, person_id, chunk_id, changed_at, position, attempts, channel, state, provider_id, language, address
          from deliveries d where not exists (
            select 1 from delivery_rows r where r.message_id = d.message_id and r.person_id = d.person_id and r.channel = d.channel);
      drop view deliveries;
      alter table delivery_rows rename to deliveries;
      drop index notifications_chunk;
      alter table notifications drop column chunk_id, drop column position;
      alter table delivery_chunks drop column folded, drop column settled, drop column settled_at, drop column addresses,
        drop column languages, drop column provider_ids;
    `);
  }
}

const tables = `
  alter table deliveries rename to delivery_rows;
  alter table notifications add column chunk_id bigint, add column position smallint;
  -- A chunk's entries have one key: such an index is a few bytes per entry.
  create index notifications_chunk on notifications (chunk_id) where chunk_id is not null;
  alter table delivery_chunks
    -- Deliveries from position settled on are due and have no row.
    add column folded boolean not null default false,
    -- Deliveries below it went out at the first try, unless a row says otherwise.
    add column settled int not null default 0,
    add column settled_at timestamptz,
    -- By position, each followed by a line feed; addresses are forgotten when the chunk ends.
    add column addresses text,
    add column languages text,
    add column provider_ids text;
`;

const view = `
  create view deliveries as
    select message_id, person_id, chunk_id, next_attempt_at, changed_at, position, attempts, repeats, channel, state,
           failure_class, failure_code, provider_id, language, address, cost_vnd
      from delivery_rows
    union all
    select n.message_id, n.person_id, n.chunk_id, null::timestamptz,
           case when n.position < c.settled then c.settled_at else n.created_at end, n.position::int,
           (n.position < c.settled)::int::smallint, 0::smallint, c.channel,
           case when n.position < c.settled then 'sent' else 'due' end, null::text, null::text,
           nullif(split_part(c.provider_ids, E'\\n', n.position + 1), ''), split_part(c.languages, E'\\n', n.position + 1),
           nullif(split_part(c.addresses, E'\\n', n.position + 1), ''), 0
      from notifications n join delivery_chunks c on c.id = n.chunk_id
     where not exists (
       select 1 from delivery_rows r where r.message_id = n.message_id and r.person_id = n.person_id and r.channel = c.channel);
`;

/** The account linked last of those that work, where the platform says that it is now. */
const linkedAccount = (channel: string, space: string): string => `
        select p.id, '${channel}', a.address, p.language from people p cross join lateral (
          select coalesce(s.moved_to, l.external_id) as address
            from linked_accounts_at(at) l left join address_states s on s.channel = '${channel}' and s.address = l.external_id
           where l.person_id = p.id and l.space = '${space}' and s.gone_at is null order by l.linked_at desc limit 1) a
         where p.anonymised_at is null`;

/** Worked out once, and not again for the look whether it is gone. */
const mailOnce = `
        select c.person_id, 'email', e.address, c.language
          from contactable_at(at) c cross join lateral (select c.email as address offset 0) e
         where not exists (select 1 from address_states s where s.channel = 'email' and s.address = e.address and s.gone_at is not null)`;

const mailTwice = `
        select c.person_id, 'email', c.email, c.language from contactable_at(at) c
         where not exists (select 1 from address_states s where s.channel = 'email' and s.address = c.email and s.gone_at is not null)`;

/** Where each person can be reached outside the inbox. */
const addresses = (email: string): string => `
  create or replace function addresses_at(at timestamptz)
    returns table (person_id uuid, channel text, address text, language text)
    language sql stable parallel safe as $$${email}
        union all${linkedAccount('telegram', 'telegram')}
        union all${linkedAccount('zalo-oa', 'zalo-oa')}
        union all${linkedAccount('zalo-bot', 'zalo-bot')}
        union all${linkedAccount('zalo-mini', 'zalo-app')}
        union all
        -- Templates go to the account where one is linked, else to the number.
        select p.id, 'zalo-zbs', a.address, p.language from people p cross join lateral (
          select k.address from (
            (select 'user:' || l.external_id as address, 1 as n from linked_accounts_at(at) l
              where l.person_id = p.id and l.space = 'zalo-oa' order by l.linked_at desc limit 1)
            union all
            (select 'phone:' || substr(f.e164, 2), 2 from phones f
              where f.person_id = p.id and f.state = 'ok' and f.e164 like '+84%'
                and (f.is_primary or f.replaced_at > at - interval '3 days')
              order by f.is_primary, f.replaced_at limit 1)) k
           where not exists (select 1 from address_states s
                              where s.channel = 'zalo-zbs' and s.address = k.address and s.gone_at is not null)
           order by k.n limit 1) a
         where p.anonymised_at is null
        union all
        select p.id, 'web-push', a.address, p.language from people p cross join lateral (
          select b.address from push_subscriptions b join open_sessions_at(at) o on o.session_id = b.session_id
           where b.person_id = p.id
             and not exists (select 1 from address_states s
                              where s.channel = 'web-push' and s.address = b.address and s.gone_at is not null)
           order by b.created_at desc limit 1) a
         where p.anonymised_at is null
    $$;
`;
