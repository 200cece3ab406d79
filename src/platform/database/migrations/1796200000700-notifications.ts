import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Messages, deliveries by chunks, groups, webhooks, chats, preferences, mails to offices. */
export class Notifications1796200000700 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [plan, deliver, groups, webhooks, chat, reads]) await runner.query(part);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop view deliveries cascade;
      drop table public_months, office_mails, recipient_mailboxes, chat_hints, chat_said, chat_questions, oa_consents,
        webhook_events, group_posts, group_chats, channel_tokens, notification_preferences, delivery_rows, delivery_chunks,
        notifications, log_questions, quiet_rules, channel_tests, pace_buckets, channel_log, channel_stops, channel_states,
        push_subscriptions, address_states, chases, chase_rules, call_notes, digest_people, messages cascade;
      drop function addresses_of(uuid[], text[], timestamptz), lost_addresses_at(timestamptz),
        addresses_at(timestamptz) cascade;
    `);
  }
}

const plan = `
  -- One message per event and kind; its id is the event's, so that the same event plans nothing twice.
  create table messages (
    id uuid primary key,
    kind text not null,
    params jsonb not null,
    assignment_id uuid references assignments,
    task_id uuid references tasks,
    team_id uuid references teams,
    issuer_unit_id uuid references units,
    sender_id uuid references people,
    -- After a crash between sending and noting it, sent once more; others are shown to the operator.
    repeatable boolean not null,
    -- The audience are members of teams: who has left by the time of sending is skipped.
    to_members boolean not null,
    -- External channels wait until then: a recall before it is silent.
    hold_until timestamptz not null,
    expires_at timestamptz not null,
    created_at timestamptz not null,
    -- How far planning has come: the last page's cursor, the people so far, and the end.
    page_cursor text not null default '',
    people int not null default 0,
    planned_at timestamptz,
    cancelled_at timestamptz,
    -- Recalled within the hold: gone from the inbox too.
    withdrawn_at timestamptz,
    -- The training session that it tells of.
    session_id uuid,
    subject text,
    trace_parent text
  );
  create index messages_assignment on messages (assignment_id, kind);
  create index messages_task on messages (task_id) where task_id is not null;
  create index messages_team on messages (team_id, id desc) where team_id is not null;
  create index messages_session on messages (session_id) where session_id is not null;
  create index messages_unplanned on messages (id) where planned_at is null;
  create index messages_subject on messages (subject) where subject is not null;
  create index messages_age on messages (created_at);

  -- Who has something for the digest of that day.
  create table digest_people (
    due_on date not null,
    person_id uuid not null references people,
    primary key (due_on, person_id)
  );

  -- "Đã báo": told by phone; counts as reached and seen.
  create table call_notes (
    id uuid primary key,
    assignment_id uuid not null references assignments,
    person_id uuid not null references people,
    by_id uuid not null references people,
    at timestamptz not null,
    note text
  );
  create index call_notes_person on call_notes (assignment_id, person_id, at desc);

  -- Hours after issue for an order that is to be answered within reply_days; other reply days stretch or shrink them.
  create table chase_rules (
    id uuid primary key,
    unit_id uuid references units,
    reply_days int not null check (reply_days > 0),
    remind_hours int not null,
    supporter_hours int not null,
    call_list_hours int not null,
    remind_every_hours int not null check (remind_every_hours > 0),
    validity daterange not null,
    directive_id uuid references directives,
    urgent_percent int not null default 50 check (urgent_percent between 10 and 100),
    constraint chase_rules_check check (remind_hours <= supporter_hours and supporter_hours <= call_list_hours),
    constraint chase_rules_one_per_day exclude using gist (unit_id with =, validity with &&)
  );

  insert into chase_rules (id, reply_days, remind_hours, supporter_hours, call_list_hours, remind_every_hours, validity, urgent_percent) values
    ('0180c2f0-0000-7000-8000-000000000004', 3, 24, 48, 72, 4, '[2022-01-01,)', 50);

  -- Each time a team was chased for an answer, by a person or by the rules; a step of the rules comes once per task.
  create table chases (
    id uuid primary key,
    assignment_id uuid not null references assignments,
    task_id uuid not null references tasks,
    team_id uuid not null references teams,
    step text not null check (step in ('manual', 'remind', 'supporter', 'call_list')),
    event_id uuid not null,
    by_id uuid references people,
    at timestamptz not null
  );
  create unique index chases_step_once on chases (task_id, step) where step <> 'manual';
  create index chases_team on chases (assignment_id, team_id, at desc);
  create index chases_event on chases (event_id, team_id);

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

  create function addresses_at(at timestamptz)
      returns table(person_id uuid, channel text, address text, language text)
    language sql stable parallel safe as $$
        select c.person_id, 'email', e.address, c.language
          from contactable_at(at) c cross join lateral (select c.email as address offset 0) e
         where not exists (select 1 from address_states s where s.channel = 'email' and s.address = e.address and s.gone_at is not null)
        union all
        select p.id, 'telegram', a.address, p.language from people p cross join lateral (
          select coalesce(s.moved_to, l.external_id) as address
            from linked_accounts_at(at) l left join address_states s on s.channel = 'telegram' and s.address = l.external_id
           where l.person_id = p.id and l.space = 'telegram' and s.gone_at is null order by l.linked_at desc limit 1) a
         where p.anonymised_at is null
        union all
        select p.id, 'zalo-oa', a.address, p.language from people p cross join lateral (
          select coalesce(s.moved_to, l.external_id) as address
            from linked_accounts_at(at) l left join address_states s on s.channel = 'zalo-oa' and s.address = l.external_id
           where l.person_id = p.id and l.space = 'zalo-oa' and s.gone_at is null order by l.linked_at desc limit 1) a
         where p.anonymised_at is null
        union all
        select p.id, 'zalo-bot', a.address, p.language from people p cross join lateral (
          select coalesce(s.moved_to, l.external_id) as address
            from linked_accounts_at(at) l left join address_states s on s.channel = 'zalo-bot' and s.address = l.external_id
           where l.person_id = p.id and l.space = 'zalo-bot' and s.gone_at is null order by l.linked_at desc limit 1) a
         where p.anonymised_at is null
        union all
        select p.id, 'zalo-mini', a.address, p.language from people p cross join lateral (
          select coalesce(s.moved_to, l.external_id) as address
            from linked_accounts_at(at) l left join address_states s on s.channel = 'zalo-mini' and s.address = l.external_id
           where l.person_id = p.id and l.space = 'zalo-app' and s.gone_at is null order by l.linked_at desc limit 1) a
         where p.anonymised_at is null
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

  -- Addresses that a person had and that do not work any more.
  create function lost_addresses_at(at timestamptz) returns table(person_id uuid, channel text)
    language sql stable parallel safe as $$
      select e.person_id, 'email' from emails e where e.state = 'bounced'
      union all
      select l.person_id, case l.space when 'zalo-app' then 'zalo-mini' else l.space end
        from linked_accounts_at(at) l
        join address_states s on s.channel = case l.space when 'zalo-app' then 'zalo-mini' else l.space end
                             and s.address = l.external_id and s.gone_at is not null
      union all
      select b.person_id, 'web-push' from push_subscriptions b
        join address_states s on s.channel = 'web-push' and s.address = b.address and s.gone_at is not null
    $$;

  create function addresses_of(ids uuid[], wanted text[], at timestamptz)
      returns table(person_id uuid, channel text, address text, language text)
    language sql stable parallel safe as $$
    with persons as materialized (
      select p.id, p.login_email, p.language from people p where p.id = any(ids) and p.anonymised_at is null),
    accounts as materialized (
      select l.person_id, l.space, l.external_id, l.linked_at from linked_accounts_at(at) l
       where l.person_id = any(ids) and wanted && '{telegram,zalo-oa,zalo-bot,zalo-mini,zalo-zbs}'::text[]),
    mails as materialized (
      select distinct on (m.person_id) m.person_id, m.address from (
        select e.person_id, e.address, e.replaced_at, e.is_primary, e.added_at, false as is_login
          from emails e where e.person_id = any(ids) and e.state <> 'bounced'
        union all
        select p.id, p.login_email, null, false, null, true from persons p where p.login_email is not null) m
       where 'email' = any(wanted)
       order by m.person_id, m.is_login, case when m.replaced_at > at - interval '3 days' then m.replaced_at end nulls last,
                not m.is_primary, m.added_at),
    gone as materialized (
      select s.address from address_states s
       where s.channel = 'email' and s.gone_at is not null and s.address = any((select array_agg(m.address) from mails m)::text[])),
    chats as (
      select distinct on (l.person_id, c.channel) l.person_id, c.channel, coalesce(s.moved_to, l.external_id) as address
        from accounts l
        join (values ('telegram', 'telegram'), ('zalo-oa', 'zalo-oa'), ('zalo-bot', 'zalo-bot'), ('zalo-app', 'zalo-mini'))
          as c(space, channel) on c.space = l.space and c.channel = any(wanted)
        left join lateral (
             select gone_at, moved_to from address_states where channel = c.channel and address = l.external_id offset 0) s on true
       where s.gone_at is null
       order by l.person_id, c.channel, l.linked_at desc),
    -- Templates go to the account where one is linked, else to the number.
    templates as (
      select distinct on (k.person_id) k.person_id, k.address from (
        (select distinct on (l.person_id) l.person_id, 'user:' || l.external_id as address, 1 as n
           from accounts l where l.space = 'zalo-oa' order by l.person_id, l.linked_at desc)
        union all
        (select distinct on (f.person_id) f.person_id, 'phone:' || substr(f.e164, 2), 2
           from phones f
          where f.person_id = any(ids) and f.state = 'ok' and f.e164 like '+84%'
            and (f.is_primary or f.replaced_at > at - interval '3 days')
          order by f.person_id, f.is_primary, f.replaced_at)) k
       where 'zalo-zbs' = any(wanted)
         and (select s.gone_at from address_states s where s.channel = 'zalo-zbs' and s.address = k.address) is null
       order by k.person_id, k.n),
    pushes as (
      select distinct on (b.person_id) b.person_id, b.address
        from push_subscriptions b join open_sessions_at(at) o on o.session_id = b.session_id
       where 'web-push' = any(wanted) and b.person_id = any(ids)
         and (select s.gone_at from address_states s where s.channel = 'web-push' and s.address = b.address) is null
       order by b.person_id, b.created_at desc),
    found as (
      select m.person_id, 'email' as channel, m.address from mails m
       where m.address not in (select g.address from gone g)
      union all select c.person_id, c.channel, c.address from chats c
      union all select t.person_id, 'zalo-zbs', t.address from templates t
      union all select b.person_id, 'web-push', b.address from pushes b)
    select x.id, x.channel, x.address, x.language from (
      select p.id, p.language, f.channel, f.address from persons p full join found f on f.person_id = p.id offset 0) x
     where x.id is not null and x.channel is not null
    $$;

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

  -- A limit that holds over all workers: the instant from which the next send is free of it (GCRA's arrival time).
  create table pace_buckets (
    key text primary key,
    free_at timestamptz not null
  ) with (fillfactor = 50);

  -- Who sent a test and when: counted over an hour, older rows go with the next test of the same person.
  create table channel_tests (
    id uuid primary key,
    person_id uuid not null references people,
    channel text not null,
    at timestamptz not null
  );
  create index channel_tests_person on channel_tests (person_id, at);

  create table quiet_rules (
    id uuid primary key,
    unit_id uuid not null references units,
    whole_days boolean not null,
    quiet_from text not null,
    quiet_to text not null,
    directive_id uuid not null references directives,
    validity daterange not null check (not isempty(validity)),
    constraint quiet_hours_of_a_rule check (quiet_from ~ '^([01]\\d|2[0-3]):[0-5]\\d$'
      and quiet_to ~ '^([01]\\d|2[0-3]):[0-5]\\d$'),
    constraint quiet_rules_one_per_day exclude using gist (unit_id with =, validity with &&)
  );

  create table log_questions (
    id uuid primary key,
    -- The look or the list; the question goes with it.
    act_id uuid not null unique references access_acts on delete cascade,
    person_id uuid not null references people,
    -- In whose log it was asked.
    unit_id uuid not null references units,
    asked_by uuid not null references people,
    asked_at timestamptz not null,
    answer text,
    answered_at timestamptz,
    constraint log_questions_check check ((answer is null) = (answered_at is null))
  );
`;

const deliver = `
  -- The inbox entry: one per message and person. Its only index serves the inbox, the uniqueness and the look-ups by
  -- person; fetching and seeing change no indexed column and stay on the page.
  create table notifications (
    person_id uuid not null,
    message_id uuid not null,
    team_id uuid,
    task_id uuid,
    mandatory boolean not null,
    created_at timestamptz not null,
    fetched_at timestamptz,
    seen_at timestamptz,
    chunk_id bigint,
    "position" smallint,
    primary key (person_id, message_id)
  ) with (fillfactor = 85);
  -- A chunk's entries have one key: such an index is a few bytes per entry.
  create index notifications_chunk on notifications (chunk_id);
  create index notifications_apart_age on notifications (created_at) where chunk_id is null;

  -- Up to 500 deliveries of one message in one channel: what is queued, claimed, counted and retried. Small and often
  -- updated, while the deliveries below are written twice in their life.
  create table delivery_chunks (
    id bigint generated by default as identity primary key,
    message_id uuid not null references messages,
    channel text not null,
    state text not null default 'due' check (state in ('due', 'claimed', 'done')),
    due_at timestamptz not null,
    offered_at timestamptz,
    claim uuid,
    claimed_until timestamptz,
    -- Positions below this one may have been handed to the provider under the present claim.
    attempted int not null default 0,
    -- Holds deliveries that were in doubt before: sent a few at a time.
    careful boolean not null default false,
    -- When something of it is due again.
    retry_at timestamptz,
    size int not null,
    sent int not null default 0,
    failed int not null default 0,
    unknown int not null default 0,
    skipped int not null default 0,
    done_at timestamptz,
    -- Told to end at the next write of its results: its channel was declared down, or everything was stopped. What it has
    -- not handed over yet goes back to the sweep; what it has is written as usual.
    halted boolean not null default false,
    cost_vnd int not null default 0,
    -- Deliveries from position settled on are due and have no row.
    folded boolean not null default false,
    -- Deliveries below it went out at the first try, unless a row says otherwise.
    settled int not null default 0,
    settled_at timestamptz,
    -- By position, each followed by a line feed; addresses are forgotten when the chunk ends.
    addresses text,
    languages text,
    provider_ids text,
    -- Who they were, to which address and under which number of the provider's is gone; the sums are not.
    forgotten boolean not null default false
  ) with (fillfactor = 50);
  create index delivery_chunks_due on delivery_chunks (due_at) where state <> 'done';
  create index delivery_chunks_retry on delivery_chunks (retry_at) where retry_at is not null;
  create index delivery_chunks_message on delivery_chunks (message_id);
  -- The board counts by chunks: a day of half a million messages is a thousand of them.
  create index delivery_chunks_done on delivery_chunks (done_at) where done_at is not null;
  create index delivery_chunks_to_forget on delivery_chunks (done_at) where done_at is not null and not forgotten;

  -- 'claimed' is derived: due, below the mark of a claimed chunk. Half a page stays free, so that the one update that
  -- most rows see stays on their page and touches no index.
  create table delivery_rows (
    message_id uuid not null,
    person_id uuid not null,
    chunk_id bigint not null,
    next_attempt_at timestamptz,
    changed_at timestamptz not null,
    "position" int not null,
    attempts smallint not null default 0,
    repeats smallint not null default 0,
    channel text not null,
    state text not null default 'due' check (state in ('due', 'claimed', 'sent', 'delivered', 'failed', 'unknown',
      'skipped')),
    failure_class text,
    failure_code text,
    provider_id text,
    language text not null,
    -- Taken when planned and again before each retry; forgotten once the delivery has ended.
    address text,
    cost_vnd int not null default 0,
    primary key (message_id, person_id, channel)
  ) with (fillfactor = 50);
  create index delivery_rows_chunk on delivery_rows (chunk_id, "position");
  -- Receipts name the provider's id; only these channels send receipts.
  create index delivery_rows_provider on delivery_rows (channel, provider_id) where channel in ('zalo-oa', 'zalo-zbs')
    and provider_id is not null;

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

  create table notification_preferences (
    person_id uuid primary key references people,
    muted text[] not null default '{}',
    quiet_from text,
    quiet_to text,
    off_channels text[] not null default '{}',
    changed_at timestamptz not null,
    reads jsonb not null default '{}',
    read_channel text,
    constraint quiet_hours_of_a_day check (quiet_from ~ '^([01]\\d|2[0-3]):[0-5]\\d$'
      and quiet_to ~ '^([01]\\d|2[0-3]):[0-5]\\d$')
  );

  -- An account's tokens, sealed with the installation's key.
  create table channel_tokens (
    name text primary key,
    sealed bytea not null,
    version int not null,
    changed_at timestamptz not null
  );
`;

const groups = `
  -- A group or forum topic into which the installation writes; confirmed by somebody who answers for the team or the
  -- commune. How the group is called and named for people stands in chat_groups.
  create table group_chats (
    id uuid primary key,
    team_id uuid references teams,
    unit_id uuid references units,
    channel text not null check (channel in ('telegram', 'zalo-gmf')),
    -- Null only while the Official Account is being asked to make the group.
    address text,
    title text not null,
    link text,
    -- The paid seat of a group that the Official Account makes.
    asset_id text,
    -- While one process asks for the group to be made, no other does.
    making_until timestamptz,
    linked_by uuid references people,
    linked_at timestamptz not null,
    ended_at timestamptz,
    ended_by uuid references people,
    -- The platform says that the bot can no longer write there; it stays in the list until it is linked anew or ended.
    gone_at timestamptz,
    gone_code text,
    constraint group_chats_check check (num_nonnulls(team_id, unit_id) = 1),
    constraint group_chats_check1 check (address is not null or asset_id is not null)
  );
  create unique index group_chats_address on group_chats (channel, address) where ended_at is null;
  -- One group at a time, and besides it one that is being made.
  create unique index group_chats_team on group_chats (team_id, ((address is null))) where ended_at is null
    and team_id is not null;
  create unique index group_chats_unit on group_chats (unit_id, ((address is null))) where ended_at is null
    and unit_id is not null;
  -- A seat is spent once.
  create unique index group_chats_asset on group_chats (asset_id) where ended_at is null and asset_id is not null;

  -- One post into one group, about one order or one session. The key names what it tells: the order and, for a reminder, the day.
  create table group_posts (
    message_key text not null,
    group_id uuid not null references group_chats,
    kind text not null check (kind in ('assigned', 'cancelled', 'deadline', 'session', 'session_moved', 'session_cancelled',
      'changed')),
    assignment_id uuid references assignments,
    state text not null default 'due' check (state in ('due', 'claimed', 'sent', 'failed', 'unknown', 'skipped')),
    due_at timestamptz not null,
    expires_at timestamptz not null,
    attempts int not null default 0,
    claim uuid,
    claimed_until timestamptz,
    provider_id text,
    failure_class text,
    failure_code text,
    created_at timestamptz not null,
    changed_at timestamptz not null,
    session_id uuid references training_sessions,
    constraint group_posts_about check (num_nonnulls(assignment_id, session_id) = 1),
    primary key (message_key, group_id)
  );
  create index group_posts_due on group_posts (due_at) where state = 'due';
  create index group_posts_claimed on group_posts (claimed_until) where state = 'claimed';
  -- Of the last minute, for the limits of a group.
  create index group_posts_group on group_posts (group_id, changed_at);
  create index group_posts_assignment on group_posts (assignment_id);
  create index group_posts_session on group_posts (session_id) where session_id is not null;
`;

const webhooks = `
  -- Each event that a platform has told, once. Its id is made from the channel and the platform's own key for it, so the
  -- same event delivered again is the same row, and what it orders is the same command.
  create table webhook_events (
    id uuid primary key,
    channel text not null,
    kind text not null,
    -- Whose chat it is of: those of one chat are worked in turn. Forgotten with the body.
    chat text,
    -- Until it is worked; then nothing of what people wrote is kept.
    body jsonb,
    received_at timestamptz not null,
    -- Not before then: after a failure, or while somebody works on it.
    due_at timestamptz not null,
    attempts int not null default 0,
    done_at timestamptz,
    -- The last attempt has failed; when done: it was given up.
    failed boolean not null default false,
    constraint webhook_events_check check ((done_at is null) = ((body is not null) and (chat is not null)))
  );
  create index webhook_events_due on webhook_events (due_at) where done_at is null;
  create index webhook_events_chat on webhook_events (channel, chat, received_at, id) where done_at is null;
  create index webhook_events_old on webhook_events (received_at);

  -- A consent of the Official Account that was asked for; the verifier is derived from the state, which only its link carries.
  create table oa_consents (
    state_hash bytea primary key,
    asked_by uuid not null references people,
    expires_at timestamptz not null,
    used_at timestamptz
  );
`;

const chat = `
  -- The one question that is open in a chat: what each of its answers orders. Numbers and buttons name the answer.
  create table chat_questions (
    channel text not null,
    address text not null,
    id uuid not null,
    content jsonb not null,
    expires_at timestamptz not null,
    -- The event that answered it; the same event may do so again after a crash, no other.
    answered_by uuid,
    primary key (channel, address)
  );
  create index chat_questions_expiry on chat_questions (expires_at);

  -- What was recorded last from a chat: "sửa 4" means that, and nothing that was recorded elsewhere.
  create table chat_said (
    channel text not null,
    address text not null,
    person_id uuid not null references people,
    entries jsonb not null,
    said_at timestamptz not null,
    primary key (channel, address)
  );
  create index chat_said_old on chat_said (said_at);

  -- When a stranger was last told how to link: once in a while, not at each word.
  create table chat_hints (
    channel text not null,
    address text not null,
    hinted_at timestamptz not null,
    -- The event that was answered so: worked again after a crash, it is answered again.
    hinted_by uuid not null,
    primary key (channel, address)
  );
`;

const reads = `
  create table recipient_mailboxes (
    id uuid primary key,
    -- In whose "Nơi nhận" the office is named; what is below may use it too.
    unit_id uuid not null references units,
    -- The office's name without marks and signs: two spellings are one office.
    key text not null,
    name text not null,
    address text not null,
    -- From the day on which its code came back; null until then.
    validity daterange,
    tries int not null default 0,
    named_by uuid not null references people,
    named_at timestamptz not null,
    confirmed_by uuid references people,
    confirmed_at timestamptz,
    constraint recipient_mailboxes_confirmed check ((validity is null) = (confirmed_at is null)
      and (confirmed_at is null) = (confirmed_by is null)),
    constraint recipient_mailboxes_one_per_day exclude using gist (unit_id with =, key with =, validity with &&)
  );
  create unique index recipient_mailboxes_tried on recipient_mailboxes (unit_id, key) where validity is null;

  -- A copy on its way to an office's mailbox. One per version, occasion and office, however often the event is worked.
  create table office_mails (
    id uuid primary key,
    report_id uuid,
    version int,
    occasion text not null check (occasion in ('submitted', 'accepted', 'copy', 'test', 'invite')),
    unit_id uuid not null references units,
    address text not null,
    state text not null default 'due' check (state in ('due', 'claimed', 'sent', 'failed', 'unknown')),
    attempts int not null default 0,
    -- Sent once more, under the same Message-ID, after it was not known whether it went.
    repeats int not null default 0,
    due_at timestamptz not null,
    claimed_at timestamptz,
    sent_at timestamptz,
    failure_code text,
    made_at timestamptz not null,
    recipient text,
    -- Null again for the test of a mailbox that was given up.
    mailbox_id uuid references recipient_mailboxes on delete set null,
    -- Which time that the version goes there.
    round int not null default 1,
    is_signed boolean not null default false,
    -- Of an invite: which, to whom, and who sent it.
    invite_id uuid unique references invites on delete cascade,
    person_id uuid references people,
    made_by uuid references people,
    foreign key (report_id, version) references report_versions,
    constraint office_mails_to_an_office check (occasion not in ('copy', 'test') or recipient is not null),
    constraint office_mails_of_a_report check ((occasion in ('test', 'invite')) = (report_id is null)
      and (report_id is null) = (version is null)),
    constraint office_mails_of_an_invite check (num_nonnulls(invite_id, person_id,
      made_by) =
case
    when (occasion = 'invite') then 3
    else 0
end)
  );
  create index office_mails_due on office_mails (due_at) where state in ('due', 'claimed');
  create unique index office_mails_once on office_mails (report_id, version, occasion, unit_id, coalesce(recipient,
    ''::text), round) where report_id is not null;
  create index office_mails_tests on office_mails (unit_id, made_at) where occasion = 'test';
  create index office_mails_of_mailbox on office_mails (mailbox_id) where mailbox_id is not null;
  create index office_mails_invited on office_mails (person_id, made_at) where occasion = 'invite';
  create index office_mails_inviting on office_mails (made_by, made_at) where occasion = 'invite';
  create index office_mails_of_unit on office_mails (unit_id) where recipient is null and report_id is not null;

  create table public_months (
    month date primary key check (extract(day from month) = (1)::numeric),
    sent int not null,
    median_seconds int,
    slow_seconds int,
    commands int not null,
    refused int not null,
    failed int not null,
    counted_at timestamptz not null
  );
`;
