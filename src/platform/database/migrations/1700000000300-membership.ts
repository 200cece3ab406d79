import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Membership1700000000300 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [people, teams, decisions, posts, places, accounts, proofs, signIn, rosters, published])
      await runner.query(part);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function open_sessions_at(timestamptz), linked_accounts_at(timestamptz), contactable_at(timestamptz),
        team_members_at(date), teams_at(date);
      drop view person_places;
      drop table roster_columns, roster_import_files, roster_imports, login_attempts, known_devices, sessions, invites, refused_proofs,
        used_proofs, link_codes, link_requests, link_tickets, account_joins, linked_accounts, account_scopes, posts, decision_corrections,
        establishing_decisions, steering_committees, chat_groups, supporters, team_endings, team_members, teams, emails, phones;
      alter table directive_corrections drop constraint directive_corrections_by_id_fkey;
      drop table people;
    `);
  }
}

const people = `
  create table people (
    id uuid primary key,
    full_name text not null,
    full_name_folded text not null generated always as (fold(full_name)) stored,
    language text not null default 'vi' check (language in ('vi', 'en')),
    login_email text,
    password_hash text,
    created_at timestamptz not null,
    anonymised_at timestamptz
  );
  create unique index people_login_email on people (lower(login_email));
  create index people_name on people using gin (full_name_folded gin_trgm_ops);
  alter table directive_corrections add foreign key (by_id) references people;

  create table phones (
    id uuid primary key,
    person_id uuid not null references people,
    e164 text not null check (e164 ~ '^\\+\\d{8,15}$'),
    raw text not null,
    is_primary boolean not null,
    state text not null default 'ok' check (state in ('ok', 'unverified', 'bounced')),
    added_at timestamptz not null,
    -- Why two people share this number, as the officer said.
    shared_reason text,
    -- Another took its place then: it proves nothing any more, and hears for three days more, so that the news of the change
    -- reaches its owner.
    replaced_at timestamptz,
    -- It took the place of another number then, or came beside one, by somebody else's hand, and nobody has proved it since.
    unproven_since timestamptz,
    unique (person_id, e164)
  );
  create unique index phones_one_primary on phones (person_id) where is_primary;
  create index phones_number on phones (e164);

  create table emails (
    id uuid primary key,
    person_id uuid not null references people,
    address text not null,
    is_primary boolean not null,
    state text not null default 'ok' check (state in ('ok', 'unverified', 'bounced')),
    added_at timestamptz not null,
    -- As for phones.
    replaced_at timestamptz
  );
  create unique index emails_one_per_person on emails (person_id, lower(address));
  create unique index emails_one_primary on emails (person_id) where is_primary;
`;

const teams = `
  create table teams (
    id uuid primary key,
    unit_id uuid not null references units,
    -- Only where a team is not called like its unit.
    name text,
    status text not null check (status in ('draft', 'active', 'dissolved')),
    validity daterange not null check (not isempty(validity)),
    created_at timestamptz not null,
    -- Each hamlet sets up one team: at any date one that is no draft.
    constraint teams_one_per_unit exclude using gist (unit_id with =, validity with &&) where (status <> 'draft')
  );
  create index teams_unit on teams (unit_id);

  create table team_members (
    id uuid primary key,
    team_id uuid not null references teams,
    person_id uuid not null references people,
    role text not null check (role in ('leader', 'deputy', 'member')),
    position text,
    affiliation text not null default 'other',
    validity daterange not null check (not isempty(validity)),
    end_reason text,
    -- Who took the place over, when somebody did.
    successor_id uuid references people,
    -- That this row's end is known to all whom it concerns; an end in the future is told on its day.
    end_told boolean not null default false,
    constraint team_members_once exclude using gist (team_id with =, person_id with =, validity with &&),
    constraint team_members_one_leader exclude using gist (team_id with =, validity with &&) where (role = 'leader')
  );
  create index team_members_person on team_members (person_id);
  create index team_members_team on team_members (team_id, person_id);
  create index team_members_ending on team_members (upper(validity)) where not end_told;

  -- What becomes of a dissolved team's open work, told to the others on the day from which the team is no more.
  create table team_endings (
    team_id uuid primary key references teams,
    from_on date not null,
    reason text not null,
    -- The team that takes the open work over; null: it is cancelled.
    heir_id uuid references teams check (heir_id <> team_id),
    by_id uuid not null references people,
    told boolean not null default false
  );
  create index team_endings_due on team_endings (from_on) where not told;

  create table supporters (
    id uuid primary key,
    team_id uuid not null references teams,
    person_id uuid not null references people,
    validity daterange not null check (not isempty(validity)),
    constraint supporters_once exclude using gist (team_id with =, person_id with =, validity with &&)
  );
  create index supporters_person on supporters (person_id);

  -- How the group of a team or of a commune is called and found.
  create table chat_groups (
    id uuid primary key,
    team_id uuid unique references teams,
    unit_id uuid unique references units,
    channel text not null check (channel in ('zalo', 'telegram', 'other')),
    name text not null,
    link text,
    registered_by uuid not null references people,
    registered_at timestamptz not null,
    check (num_nonnulls(team_id, unit_id) = 1)
  );
`;

const decisions = `
  create table steering_committees (
    id uuid primary key,
    unit_id uuid not null references units,
    validity daterange not null check (not isempty(validity)),
    constraint steering_committees_one_per_unit exclude using gist (unit_id with =, validity with &&)
  );

  create table establishing_decisions (
    id uuid primary key,
    kind text not null check (kind in ('establish', 'change', 'dissolve')),
    number text not null,
    signed_on date not null,
    signer text not null,
    team_id uuid references teams,
    committee_id uuid references steering_committees,
    recorded_at timestamptz not null,
    version int not null default 1,
    check (num_nonnulls(team_id, committee_id) = 1)
  );
  create index establishing_decisions_team on establishing_decisions (team_id);
  create index establishing_decisions_committee on establishing_decisions (committee_id);

  -- What was put right in a decision: its row holds what is right, these what stood there, who changed it and why.
  create table decision_corrections (
    id uuid primary key,
    decision_id uuid not null references establishing_decisions,
    -- The version that was put right.
    version int not null,
    before jsonb not null,
    after jsonb not null,
    reason text not null,
    by_id uuid not null references people,
    at timestamptz not null,
    unique (decision_id, version)
  );
  create trigger decision_corrections_stay before update or delete on decision_corrections
    for each row execute function refuse_change_of_history();
  create trigger decision_corrections_are_not_emptied before truncate on decision_corrections
    execute function refuse_change_of_history();
  alter table decision_corrections enable always trigger decision_corrections_stay;
  alter table decision_corrections enable always trigger decision_corrections_are_not_emptied;
`;

const posts = `
  -- Rights of officers and trainers come from here; those of team members from team_members.
  create table posts (
    id uuid primary key,
    person_id uuid not null references people,
    role text not null
      check (role in ('admin', 'province_officer', 'district_officer', 'committee_member', 'focal_officer', 'trainer')),
    unit_id uuid not null references units,
    provider_id uuid references providers,
    title text not null,
    affiliation text not null default 'other',
    stand_in boolean not null default false,
    validity daterange not null check (not isempty(validity)),
    end_reason text,
    check (not stand_in or role = 'focal_officer'),
    constraint posts_once exclude using gist (person_id with =, unit_id with =, role with =, validity with &&),
    constraint posts_one_focal_officer exclude using gist (unit_id with =, validity with &&)
      where (role = 'focal_officer' and not stand_in)
  );
  create index posts_person on posts (person_id);
  create index posts_unit on posts (unit_id);
`;

/** Every place that a person has or had: what rights, lists and invites are derived from. */
const places = `
  create view person_places as
    select m.id as post_id, m.person_id, t.unit_id, t.id as team_id, m.role, m.position as title, m.affiliation,
           m.validity * t.validity as validity
      from team_members m join teams t on t.id = m.team_id
    union all
    select p.id, p.person_id, p.unit_id, null, p.role, p.title, p.affiliation, p.validity from posts p
    union all
    select s.id, s.person_id, t.unit_id, t.id, 'supporter', null, null, s.validity from supporters s join teams t on t.id = s.team_id;
`;

const accounts = `
  -- Within which bot, app or Official Account this installation knows ids: the configured one. Written at start.
  create table account_scopes (space text primary key, scope text not null);

  -- An account of a messaging platform that is proven to be a person's. A person may have several.
  create table linked_accounts (
    id uuid primary key,
    person_id uuid not null references people,
    space text not null check (space in ('telegram', 'zalo-app', 'zalo-oa', 'zalo-bot')),
    scope text not null,
    external_id text not null,
    proof text not null check (proof in ('invite', 'code', 'phone', 'officer', 'platform')),
    -- The number that the platform proved, when it did.
    phone_e164 text,
    linked_at timestamptz not null,
    -- Another account has proved the same number since: nothing goes there until an officer has looked.
    suspended_at timestamptz,
    ended_at timestamptz,
    end_reason text,
    -- What it was proven by does not count any more: it signs nobody in until it is proven anew, and hears for three days more.
    doubted_at timestamptz
  );
  create unique index linked_accounts_once on linked_accounts (space, scope, external_id) where ended_at is null;
  create index linked_accounts_person on linked_accounts (person_id) where ended_at is null;
  create index linked_accounts_phone on linked_accounts (phone_e164) where ended_at is null and phone_e164 is not null;

  -- One person of the platform under two of its ids, as the platform itself has signed: an Official Account's user and the
  -- app's. What is proven of the one holds for the other.
  create table account_joins (
    from_space text not null,
    from_scope text not null,
    from_id text not null,
    to_space text not null,
    to_scope text not null,
    to_id text not null,
    seen_at timestamptz not null,
    primary key (from_space, from_scope, from_id)
  );
  create index account_joins_to on account_joins (to_space, to_scope, to_id);
`;

const proofs = `
  -- A proven account without a person, for the minutes in which it is asked who it is.
  create table link_tickets (
    id uuid primary key,
    token_hash bytea not null unique,
    space text not null,
    scope text not null,
    external_id text not null,
    display_name text not null,
    phone_e164 text,
    matched_person_id uuid references people,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    used_at timestamptz
  );

  -- What an officer has to decide.
  create table link_requests (
    id uuid primary key,
    space text not null,
    scope text not null,
    external_id text not null,
    display_name text not null,
    phone_e164 text,
    reason text not null check (reason in ('nobody', 'several', 'rejected', 'number_reused', 'officer', 'changed')),
    asked_at timestamptz not null,
    decided_at timestamptz,
    decided_by uuid references people,
    person_id uuid references people,
    -- Candidates of whom an officer has said that it is not them.
    not_these uuid[] not null default '{}'
  );
  create unique index link_requests_open on link_requests (space, scope, external_id) where decided_at is null;
  create index link_requests_phone on link_requests (phone_e164) where decided_at is null;

  -- Sent from a chat, it ties that chat's account to the person who asked for it.
  create table link_codes (
    id uuid primary key,
    code_hash bytea not null unique,
    person_id uuid not null references people,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    used_at timestamptz,
    revoked_at timestamptz
  );
  create index link_codes_person on link_codes (person_id);

  -- Launch data that has been used: a copy is worth nothing.
  create table used_proofs (key text primary key, expires_at timestamptz not null);
  create index used_proofs_expiry on used_proofs (expires_at);

  -- How many forged, stale, replayed or broken proofs came by each way in: a sudden rise is an attack or a wrong clock.
  create table refused_proofs (
    day date not null,
    door text not null,
    reason text not null,
    refused int not null,
    primary key (day, door, reason)
  );
`;

const signIn = `
  create table invites (
    id uuid primary key,
    code_hash bytea not null unique,
    person_id uuid not null references people,
    kind text not null check (kind in ('member', 'officer')),
    created_by uuid references people,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    used_at timestamptz,
    rejected_at timestamptz,
    revoked_at timestamptz
  );
  create index invites_person on invites (person_id);

  create table sessions (
    id uuid primary key,
    person_id uuid not null references people,
    token_hash bytea not null unique,
    device text not null,
    created_at timestamptz not null,
    last_seen_at timestamptz not null,
    expires_at timestamptz not null,
    -- Of a device that its owner called private: each use moves the end to this many seconds ahead. Null: how long the
    -- session lives is asked at each use.
    slides_seconds int check (slides_seconds > 0),
    ended_at timestamptz,
    -- A session that an account opened ends with it.
    account_id uuid references linked_accounts
  );
  create index sessions_person on sessions (person_id, expires_at) where ended_at is null;
  create index sessions_account on sessions (account_id) where account_id is not null and ended_at is null;

  -- Devices on which a person has signed in with the password: their tries are counted apart from strangers' tries.
  create table known_devices (
    key_hash bytea primary key,
    person_id uuid not null references people,
    made_at timestamptz not null,
    used_at timestamptz not null
  );
  create index known_devices_person on known_devices (person_id, used_at);

  create table login_attempts (
    id uuid primary key,
    login_hash bytea not null,
    at timestamptz not null
  );
  create index login_attempts_login on login_attempts (login_hash, at);
  create index login_attempts_age on login_attempts (at);
`;

const rosters = `
  create table roster_imports (
    id uuid primary key,
    unit_id uuid not null references units,
    file_name text not null,
    -- SHA-256 of the file, hex: the same file again meets the same import.
    file_hash text not null,
    status text not null check (status in ('staged', 'confirmed')),
    -- Without the columns that the form does not ask for; null once it is erased.
    workbook jsonb,
    choices jsonb not null default '{}',
    dropped jsonb not null default '[]',
    uploaded_by uuid not null references people,
    uploaded_at timestamptz not null,
    expires_at timestamptz not null,
    confirmed_by uuid references people,
    confirmed_at timestamptz,
    result jsonb,
    -- What was read of the file, and a hash of the choices and facts that it was read for.
    reading jsonb, reading_of text,
    -- Which column is which, as the officer said, table by table.
    columns jsonb not null default '[]',
    check ((status = 'confirmed') = (result is not null))
  );
  create unique index roster_imports_staged on roster_imports (unit_id, file_hash) where status = 'staged';
  create index roster_imports_file on roster_imports (unit_id, file_hash);
  create index roster_imports_expiry on roster_imports (expires_at) where workbook is not null;

  -- The file as it came. It may hold more than the form asks for, so it goes when the import is confirmed or discarded.
  create table roster_import_files (
    import_id uuid primary key references roster_imports on delete cascade,
    content bytea not null
  );

  -- What officers of a commune said of heads like these, for its next file.
  create table roster_columns (
    unit_id uuid not null references units,
    -- SHA-256 of the folded heads, hex.
    head_key text not null,
    columns jsonb not null,
    said_by uuid not null references people,
    said_at timestamptz not null,
    primary key (unit_id, head_key)
  );
`;

/** What other modules may join in SQL. Single selects, so that the planner sees through them. */
const published = `
  create function teams_at(on_date date)
    returns table (id uuid, unit_id uuid, commune_id uuid, name text, status text)
    language sql stable parallel safe as $$
      select t.id, t.unit_id, c.ancestor_id,
             coalesce(t.name, case when v.name ilike v.type || ' %' then v.name
                                   else upper(left(v.type, 1)) || substr(v.type, 2) || ' ' || v.name end, ''),
             case when t.status = 'draft' then 'draft' else 'active' end
        from teams t
        left join unit_versions v on v.unit_id = t.unit_id and v.validity @> on_date
        left join unit_closure c on c.descendant_id = t.unit_id and c.ancestor_kind = 'commune'
       where t.validity @> on_date
    $$;

  create function team_members_at(on_date date)
    returns table (id uuid, team_id uuid, person_id uuid, role text, "position" text, affiliation text)
    language sql stable parallel safe as $$
      select m.id, m.team_id, m.person_id, m.role, m.position, m.affiliation
        from team_members m join teams t on t.id = m.team_id and t.validity @> on_date
       where m.validity @> on_date
    $$;

  -- Who can be told something: an address that was replaced hears for three days more.
  create function contactable_at(at timestamptz)
    returns table (person_id uuid, language text, email text, has_session boolean)
    language sql stable parallel safe as $$
      select p.id, p.language,
             coalesce((select e.address from emails e where e.person_id = p.id and e.state <> 'bounced'
                          and e.replaced_at > at - interval '3 days' order by e.replaced_at limit 1),
                      (select e.address from emails e where e.person_id = p.id and e.is_primary and e.state <> 'bounced'),
                      (select e.address from emails e where e.person_id = p.id and e.state <> 'bounced' order by e.added_at limit 1),
                      p.login_email),
             exists (select 1 from sessions s where s.person_id = p.id and s.ended_at is null and s.expires_at > at)
        from people p where p.anonymised_at is null
    $$;

  -- Accounts to which something may be sent: one in doubt hears for three days more.
  create function linked_accounts_at(at timestamptz)
    returns table (person_id uuid, space text, external_id text, linked_at timestamptz)
    language sql stable parallel safe as $$
      select a.person_id, a.space, a.external_id, a.linked_at
        from linked_accounts a join account_scopes s on s.space = a.space and s.scope = a.scope
       where a.ended_at is null and a.suspended_at is null
         and (a.doubted_at is null or a.doubted_at > at - interval '3 days')
    $$;

  create function open_sessions_at(at timestamptz)
    returns table (session_id uuid, person_id uuid)
    language sql stable parallel safe as $$
      select s.id, s.person_id from sessions s where s.ended_at is null and s.expires_at > at
    $$;
`;
