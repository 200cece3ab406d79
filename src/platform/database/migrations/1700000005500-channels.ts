import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Channels1700000005500 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`${states}${pace}${chunks}${digest}${addresses}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create or replace function addresses_at(at timestamptz)
        returns table (person_id uuid, channel text, address text, language text)
        language sql stable parallel safe as $$
          select c.person_id, 'email', c.email, c.language from contactable_at(at) c
        $$;
      drop function lost_addresses_at(timestamptz);
      drop table digest_people;
      drop index delivery_chunks_done;
      alter table delivery_chunks drop column halted, drop column cost_vnd;
      drop index deliveries_provider;
      alter table deliveries drop column cost_vnd;
      drop table channel_tokens, pace_buckets, channel_log, channel_stops, channel_states, push_subscriptions, address_states;
    `);
  }
}

const states = `
  -- What is known of an address besides that it exists: when its owner last wrote (the window in which texts are free),
  -- how many were sent since, and whether the platform says that it is gone.
  create table address_states (
    channel text not null,
    address text not null,
    last_inbound_at timestamptz,
    sent_since int not null default 0,
    gone_at timestamptz,
    gone_code text,
    -- The platform gave another address for it: a group that became a supergroup.
    moved_to text,
    changed_at timestamptz not null,
    primary key (channel, address)
  );
  create index address_states_changed on address_states (channel, changed_at);

  -- A browser that takes notices. Ends with the session that asked for it.
  create table push_subscriptions (
    id uuid primary key,
    person_id uuid not null references people,
    session_id uuid not null,
    endpoint_hash bytea not null unique,
    address text not null,
    created_at timestamptz not null
  );
  create index push_subscriptions_person on push_subscriptions (person_id);

  -- One row per channel that has ever been in trouble or under a quota; shared by all workers.
  create table channel_states (
    channel text primary key,
    declared_down_at timestamptz,
    declared_by uuid references people,
    declared_reason text,
    failing_since timestamptz,
    failing_code text,
    -- The provider told the whole account to wait.
    paused_until timestamptz,
    quota_left int,
    quota_total int,
    quota_at timestamptz,
    changed_at timestamptz not null
  );

  create table channel_stops (
    id uuid primary key,
    at timestamptz not null,
    by_id uuid references people,
    reason text not null,
    resumed_at timestamptz,
    resumed_by uuid references people
  );
  create unique index channel_stops_one on channel_stops ((true)) where resumed_at is null;

  create table channel_log (
    id uuid primary key,
    at timestamptz not null,
    channel text,
    kind text not null,
    by_id uuid references people,
    detail text,
    count int
  );
  create index channel_log_at on channel_log (at desc);

  alter table deliveries add column cost_vnd int not null default 0;
  -- Receipts name the provider's id; only these channels send receipts.
  create index deliveries_provider on deliveries (channel, provider_id) where channel in ('zalo-oa', 'zalo-zbs') and provider_id is not null;
`;

const pace = `
  -- A limit that holds over all workers: the instant from which the next send is free of it (GCRA's arrival time).
  create table pace_buckets (
    key text primary key,
    free_at timestamptz not null
  ) with (fillfactor = 50);

  -- An account's tokens, sealed with the installation's key.
  create table channel_tokens (
    name text primary key,
    sealed bytea not null,
    version int not null,
    changed_at timestamptz not null
  );
`;

const chunks = `
  -- Told to end at the next write of its results: its channel was declared down, or everything was stopped. What it has
  -- not handed over yet goes back to the sweep; what it has is written as usual.
  alter table delivery_chunks add column halted boolean not null default false, add column cost_vnd int not null default 0;
  -- The board counts by chunks: a day of half a million messages is a thousand of them.
  create index delivery_chunks_done on delivery_chunks (done_at) where done_at is not null;
`;

const digest = `
  -- Who has something for the digest of that day.
  create table digest_people (
    due_on date not null,
    person_id uuid not null references people,
    primary key (due_on, person_id)
  );
`;

const isGone = (channel: string, address: string): string =>
  `exists (select 1 from address_states s where s.channel = '${channel}' and s.address = ${address} and s.gone_at is not null)`;

/** The account linked last of those that work, where the platform says that it is now. */
const account = (channel: string, space: string): string => `
        select p.id, '${channel}', a.address, p.language from people p cross join lateral (
          select coalesce(s.moved_to, l.external_id) as address
            from linked_accounts_at(at) l left join address_states s on s.channel = '${channel}' and s.address = l.external_id
           where l.person_id = p.id and l.space = '${space}' and s.gone_at is null order by l.linked_at desc limit 1) a
         where p.anonymised_at is null`;

/**
 * Where each person can be reached outside the inbox. Each channel is a select of its own with its name as a constant, so
 * that whoever asks for some channels pays for no other. Addresses that the platform calls gone are left out until their
 * owner writes again.
 */
const addresses = `
  create or replace function addresses_at(at timestamptz)
    returns table (person_id uuid, channel text, address text, language text)
    language sql stable parallel safe as $$
        select c.person_id, 'email', c.email, c.language from contactable_at(at) c where not ${isGone('email', 'c.email')}
        union all${account('telegram', 'telegram')}
        union all${account('zalo-oa', 'zalo-oa')}
        union all${account('zalo-bot', 'zalo-bot')}
        union all${account('zalo-mini', 'zalo-app')}
        union all
        select p.id, 'zalo-zbs', a.address, p.language from people p cross join lateral (
          select k.address from (
            (select 'user:' || l.external_id as address, 1 as n from linked_accounts_at(at) l where l.person_id = p.id and l.space = 'zalo-oa' order by l.linked_at desc limit 1)
            union all
            select 'phone:' || substr(f.e164, 2), 2 from phones f where f.person_id = p.id and f.is_primary and f.state = 'ok' and f.e164 like '+84%') k
           where not ${isGone('zalo-zbs', 'k.address')} order by k.n limit 1) a
         where p.anonymised_at is null
        union all
        select p.id, 'web-push', a.address, p.language from people p cross join lateral (
          select b.address from push_subscriptions b join open_sessions_at(at) o on o.session_id = b.session_id
           where b.person_id = p.id and not ${isGone('web-push', 'b.address')} order by b.created_at desc limit 1) a
         where p.anonymised_at is null
    $$;

  -- Addresses that a person had and that do not work any more.
  create function lost_addresses_at(at timestamptz)
    returns table (person_id uuid, channel text)
    language sql stable parallel safe as $$
      select e.person_id, 'email' from emails e where e.state = 'bounced'
      union all
      select l.person_id, case l.space when 'zalo-app' then 'zalo-mini' else l.space end
        from linked_accounts_at(at) l
        join address_states s on s.channel = case l.space when 'zalo-app' then 'zalo-mini' else l.space end and s.address = l.external_id and s.gone_at is not null
      union all
      select b.person_id, 'web-push' from push_subscriptions b join address_states s on s.channel = 'web-push' and s.address = b.address and s.gone_at is not null
    $$;
`;
