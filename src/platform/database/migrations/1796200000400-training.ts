import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Topics, sessions, check-ins, attendance sheets, results and certificates. */
export class Training1796200000400 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [
      trainers,
      catalogue,
      planning,
      trainingSessions,
      seats,
      checkIn,
      attendanceSheets,
      results,
      certificates,
      credits,
      calendar,
    ])
      await runner.query(part);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop view trained_at_sessions cascade;
      drop table calendar_feeds, training_credits, certificates, training_feedback, sheet_photos, check_ins,
        session_invitations, session_teams, training_sessions, avoid_times, training_topics cascade;
      drop function trainers_at(date) cascade;
    `);
  }
}

const trainers = `
  -- Who teaches for which provider; the post's unit is the highest one in which they do.
  create function trainers_at(on_date date)
      returns table(post_id uuid, person_id uuid, provider_id uuid, unit_id uuid)
    language sql stable parallel safe as $$
      select p.id, p.person_id, p.provider_id, p.unit_id from posts p
       where p.role = 'trainer' and p.provider_id is not null and p.validity @> on_date
    $$;
`;

const catalogue = `
  -- Filled from the catalogue's file at start; a topic that was taught is never taken out.
  create table training_topics (
    code text primary key,
    title text not null,
    title_en text not null,
    topic_group text not null check (topic_group in ('team', 'wide')),
    hours numeric(4,1) not null check (hours > (0)::numeric),
    "position" int not null
  );
`;

const planning = `
  create table avoid_times (
    id uuid primary key,
    unit_id uuid not null references units,
    label text not null,
    weekdays int[] not null default '{}',
    lunar_days int[] not null default '{}',
    from_on date,
    to_on date,
    start_time text not null check (start_time ~ '^\\d{2}:\\d{2}$'),
    end_time text not null check (end_time ~ '^\\d{2}:\\d{2}$')
  );
  create index avoid_times_unit on avoid_times (unit_id);
`;

const trainingSessions = `
  create table training_sessions (
    id uuid primary key,
    state text not null check (state in ('proposed', 'changes_asked', 'refused', 'published', 'done', 'cancelled')),
    provider_id uuid not null references providers,
    trainer_id uuid not null references people,
    commune_id uuid not null references units,
    topic_code text not null references training_topics,
    title text not null,
    audience text not null check (audience in ('teams', 'businesses', 'households', 'citizens')),
    starts_at timestamptz not null,
    ends_at timestamptz not null,
    place text,
    place_folded text generated always as (fold(place)) stored,
    map_url text,
    online_url text,
    capacity int not null check (capacity > 0),
    seats_per_team int not null default 0,
    held_until date,
    language text not null,
    materials text,
    bring text,
    -- Grows with each change of time or place after publishing; an invitation notes the last one acknowledged.
    version int not null default 1,
    -- Time and place before the last such change, and the commune's wish.
    before jsonb,
    proposal jsonb,
    -- Order of asking: seats and the waiting list go by it.
    asked int not null default 0,
    -- 32 bytes: the codes shown for checking in and people's keys come from it.
    secret bytea not null,
    proposed_by uuid not null references people,
    proposed_at timestamptz not null,
    decided_by uuid references people,
    decided_at timestamptz,
    note text,
    nudged_at timestamptz,
    cancelled_at timestamptz,
    cancel_reason text,
    done_at timestamptz,
    constraint training_sessions_check check (ends_at > starts_at),
    constraint training_sessions_check1 check (place is not null or online_url is not null),
    constraint training_sessions_one_trainer exclude using gist (trainer_id with =, tstzrange(starts_at,
      ends_at) with &&) where (state in ('proposed', 'published', 'done')),
    constraint training_sessions_one_place exclude using gist (commune_id with =, place_folded with =, tstzrange(starts_at,
      ends_at) with &&) where (state in ('proposed', 'published', 'done') and place is not null)
  );
  create index training_sessions_commune on training_sessions (commune_id, starts_at);
  create index training_sessions_provider on training_sessions (provider_id, starts_at);
  create index training_sessions_coming on training_sessions (starts_at) where state = 'published';

  -- Teams that are invited; each keeps some seats for a while, so that no hamlet is left out.
  create table session_teams (
    session_id uuid not null references training_sessions,
    team_id uuid not null references teams,
    kept int not null check (kept >= 0),
    primary key (session_id, team_id)
  );
  create index session_teams_team on session_teams (team_id);
`;

const seats = `
  create table session_invitations (
    session_id uuid not null references training_sessions,
    person_id uuid not null references people,
    team_id uuid references teams,
    state text not null default 'invited' check (state in ('invited', 'seated', 'waiting', 'given_back', 'declined')),
    -- Position in the order of asking, while seated or waiting.
    asked int,
    answered_at timestamptz,
    invited_at timestamptz not null,
    acknowledged int not null default 1,
    reminded text[] not null default '{}',
    -- The trainer has called them.
    told_at timestamptz,
    primary key (session_id, person_id)
  );
  create index session_invitations_person on session_invitations (person_id);
  create index session_invitations_waiting on session_invitations (session_id, asked) where state in ('seated', 'waiting');
`;

const checkIn = `
  create table check_ins (
    id uuid primary key,
    session_id uuid not null references training_sessions,
    -- Null for walk-ins who are on no roster: known by their name and the id that the phone made.
    person_id uuid references people,
    full_name text not null,
    team_id uuid references teams,
    method text not null check (method in ('scanned', 'six_digits', 'by_name', 'walk_in', 'paper', 'self')),
    at timestamptz not null,
    received_at timestamptz not null,
    by_id uuid references people,
    state text not null check (state in ('counted', 'doubtful', 'refused')),
    why text,
    decided_by uuid references people
  );
  -- Two phones, one person: the first that is merged counts.
  create unique index check_ins_once on check_ins (session_id, person_id) where person_id is not null and state <> 'refused';
  create index check_ins_session on check_ins (session_id);
  create index check_ins_person on check_ins (person_id) where person_id is not null;
  create index check_ins_team on check_ins (team_id);

  -- Each proven attendance of a person: what coverage, indicators and reports count.
  create view trained_at_sessions as
    select c.person_id, c.team_id, s.id as session_id, s.topic_code, s.commune_id, s.provider_id, s.audience,
           (s.starts_at at time zone 'Asia/Ho_Chi_Minh')::date as held_on, extract(epoch from s.ends_at - s.starts_at) / 3600 as hours,
           case when s.online_url is not null and s.place is null then 'online' else 'in_person' end as form
      from check_ins c join training_sessions s on s.id = c.session_id
     where c.state = 'counted' and s.state in ('published', 'done');
`;

const attendanceSheets = `
  create table sheet_photos (
    id uuid primary key,
    session_id uuid not null references training_sessions,
    file text not null,
    added_by uuid not null references people,
    added_at timestamptz not null
  );
`;

const results = `
  create table training_feedback (
    session_id uuid not null references training_sessions,
    person_id uuid not null references people,
    liked int not null check (liked between 1 and 3),
    can_do int not null check (can_do between 1 and 3),
    next_topic text references training_topics,
    at timestamptz not null,
    primary key (session_id, person_id)
  );
`;

const certificates = `
  create table certificates (
    id uuid primary key,
    -- What the certificate shows and the public may ask by: 80 bits, no order in it.
    code text not null unique,
    session_id uuid not null references training_sessions,
    person_id uuid not null references people,
    full_name text not null,
    title text not null,
    topic_code text not null,
    provider text not null,
    hours numeric(4,1) not null,
    held_on date not null,
    issued_by uuid not null references people,
    issued_at timestamptz not null,
    revoked_at timestamptz,
    revoked_by uuid references people,
    revoke_reason text
  );
  create unique index certificates_once on certificates (session_id, person_id) where revoked_at is null;
  create index certificates_person on certificates (person_id);
  create index certificates_session on certificates (session_id);
`;

const credits = `
  -- Courses taken elsewhere, until the commune has looked at the proof and after.
  create table training_credits (
    id uuid primary key,
    person_id uuid not null references people,
    course text not null,
    organiser text not null,
    topic_code text not null references training_topics,
    hours numeric(5,1) not null,
    completed_on date not null,
    proof_url text,
    proof_file text,
    state text not null default 'waiting' check (state in ('waiting', 'accepted', 'refused')),
    note text,
    recorded_at timestamptz not null,
    decided_by uuid references people,
    decided_at timestamptz
  );
  create index training_credits_person on training_credits (person_id);
`;

const calendar = `
  create table calendar_feeds (
    token_hash bytea primary key,
    person_id uuid not null references people,
    opened_at timestamptz not null,
    closed_at timestamptz
  );
  create unique index calendar_feeds_one on calendar_feeds (person_id) where closed_at is null;
`;
