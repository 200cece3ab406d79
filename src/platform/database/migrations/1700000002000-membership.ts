import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Membership1700000002000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`${people}${teams}${posts}${places}${access}${doors}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function contactable_at(timestamptz);
      drop function team_members_at(date);
      drop function teams_at(date);
      drop view person_places;
      drop table login_attempts, sessions, invites, chat_groups, supporters, posts, establishing_decisions, steering_committees,
        team_members, teams, emails, phones, people;
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

  create table phones (
    id uuid primary key,
    person_id uuid not null references people,
    e164 text not null check (e164 ~ '^\\+\\d{8,15}$'),
    raw text not null,
    is_primary boolean not null,
    state text not null default 'ok' check (state in ('ok', 'unverified', 'bounced')),
    added_at timestamptz not null,
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
    added_at timestamptz not null
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
    check (num_nonnulls(team_id, committee_id) = 1)
  );
  create index establishing_decisions_team on establishing_decisions (team_id);
  create index establishing_decisions_committee on establishing_decisions (committee_id);

  create table supporters (
    id uuid primary key,
    team_id uuid not null references teams,
    person_id uuid not null references people,
    validity daterange not null check (not isempty(validity)),
    constraint supporters_once exclude using gist (team_id with =, person_id with =, validity with &&)
  );
  create index supporters_person on supporters (person_id);

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

const posts = `
  -- Rights of officers and trainers come from here; those of team members from team_members.
  create table posts (
    id uuid primary key,
    person_id uuid not null references people,
    role text not null check (role in ('admin', 'province_officer', 'district_officer', 'committee_member', 'focal_officer', 'trainer')),
    unit_id uuid not null references units,
    provider_id uuid references providers,
    title text not null,
    affiliation text not null default 'other',
    stand_in boolean not null default false,
    validity daterange not null check (not isempty(validity)),
    end_reason text,
    check (not stand_in or role = 'focal_officer'),
    constraint posts_once exclude using gist (person_id with =, unit_id with =, role with =, validity with &&),
    constraint posts_one_focal_officer exclude using gist (unit_id with =, validity with &&) where (role = 'focal_officer' and not stand_in)
  );
  create index posts_person on posts (person_id);
  create index posts_unit on posts (unit_id);
`;

/** Every place that a person has or had: what rights, lists and invites are derived from. */
const places = `
  create view person_places as
    select m.id as post_id, m.person_id, t.unit_id, t.id as team_id, m.role, m.position as title, m.affiliation, m.validity * t.validity as validity
      from team_members m join teams t on t.id = m.team_id
    union all
    select p.id, p.person_id, p.unit_id, null, p.role, p.title, p.affiliation, p.validity from posts p
    union all
    select s.id, s.person_id, t.unit_id, t.id, 'supporter', null, null, s.validity from supporters s join teams t on t.id = s.team_id;
`;

const access = `
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
    -- Each use moves the end to this many seconds ahead; null: the end is fixed.
    slides_seconds int check (slides_seconds > 0),
    ended_at timestamptz
  );
  create index sessions_person on sessions (person_id, expires_at) where ended_at is null;

  create table login_attempts (
    id uuid primary key,
    login_hash bytea not null,
    at timestamptz not null
  );
  create index login_attempts_login on login_attempts (login_hash, at);
`;

/** What other modules may join in SQL. Single selects, so that the planner sees through them. */
const doors = `
  create function teams_at(on_date date)
    returns table (id uuid, unit_id uuid, commune_id uuid, name text, status text)
    language sql stable parallel safe as $$
      select t.id, t.unit_id, c.ancestor_id,
             coalesce(t.name, case when v.name ilike v.type || ' %' then v.name else upper(left(v.type, 1)) || substr(v.type, 2) || ' ' || v.name end, ''),
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

  create function contactable_at(at timestamptz)
    returns table (person_id uuid, language text, email text, has_session boolean)
    language sql stable parallel safe as $$
      select p.id, p.language,
             coalesce((select e.address from emails e where e.person_id = p.id and e.is_primary and e.state <> 'bounced'),
                      (select e.address from emails e where e.person_id = p.id and e.state <> 'bounced' order by e.added_at limit 1), p.login_email),
             exists (select 1 from sessions s where s.person_id = p.id and s.ended_at is null and s.expires_at > at)
        from people p where p.anonymised_at is null
    $$;
`;
