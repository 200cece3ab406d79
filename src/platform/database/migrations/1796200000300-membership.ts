import type { MigrationInterface, QueryRunner } from 'typeorm';

/** People, teams, committees, posts, ways to sign in, rosters, requests about data. */
export class Membership1796200000300 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [words, people, officers, establishingDecisions, identity, rosters, sends, privacy])
      await runner.query(part);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop view person_places cascade;
      drop table retention_holds, data_requests, send_requests, second_approval_rules, person_merges, roster_columns,
        roster_import_files, roster_imports, agency_sessions, agency_accounts, passkey_challenges, passkeys,
        second_factor_rules, recovery_codes, second_factors, access_requests, login_attempts, known_devices, sessions, invites,
        refused_proofs, used_proofs, link_codes, link_requests, link_tickets, account_joins, linked_accounts, account_scopes,
        decision_scans, decision_corrections, establishing_decisions, takeover_ticks, handovers, posts, steering_committees,
        supporters, member_skills, busy_words, number_questions, card_requests, card_photos, card_reports, member_cards,
        chat_groups, team_endings, team_members, teams, emails, phones, people, access_log cascade;
      drop function forget_old_acts(timestamptz, int), refuse_early_forgetting_of_acts(), forget_old_events(timestamptz,
        int), refuse_early_forgetting(), forget_old_looks(timestamptz, int), refuse_early_forgetting_of_looks(), is_held(text,
        uuid, uuid), open_sessions_at(timestamptz), contactable_at(timestamptz), linked_accounts_at(timestamptz),
        team_members_at(date), teams_at(date), without_words(text, text[]) cascade;
    `);
  }
}

const words = `
  -- A text without these words, each as it stands.
  create function without_words(source text, words text[]) returns text
    language plpgsql immutable parallel safe as $$
    declare word text;
    begin
      foreach word in array words loop
        if word <> '' then source := replace(source, word, '…'); end if;
      end loop;
      return source;
    end $$;
`;

const people = `
  -- Who looked at whose telephone number, when and what for.
  create table access_log (
    id uuid primary key,
    at timestamptz not null,
    person_id uuid not null,
    what text not null,
    subject_id uuid,
    purpose text,
    act_id uuid
  );
  create index access_log_subject on access_log (subject_id, at);
  create index access_log_act on access_log (act_id) where act_id is not null;
  create index access_log_by_time on access_log (at);

  create trigger access_log_is_not_emptied before truncate on access_log for each statement
    execute function refuse_change_of_history();
  alter table access_log enable always trigger access_log_is_not_emptied;

  create trigger access_log_stays before update on access_log for each row execute function refuse_change_of_history();
  alter table access_log enable always trigger access_log_stays;

  create table people (
    id uuid primary key,
    full_name text not null,
    full_name_folded text not null generated always as (fold(full_name)) stored,
    language text not null default 'vi' check (language in ('vi', 'en')),
    login_email text,
    password_hash text,
    created_at timestamptz not null,
    anonymised_at timestamptz,
    -- The record that this one is part of today; never one that is itself part of another.
    merged_into_id uuid references people,
    constraint people_check check (merged_into_id <> id)
  );
  create unique index people_login_email on people (lower(login_email));
  create index people_name on people using gin (full_name_folded gin_trgm_ops);
  create index people_merged_into on people (merged_into_id) where merged_into_id is not null;

  alter table directive_corrections add foreign key (by_id) references people;

  alter table unit_changes add foreign key (made_by) references people;

  alter table unit_maps add foreign key (uploaded_by) references people;

  alter table unit_maps add foreign key (removed_by) references people;

  alter table reorganisations add foreign key (made_by) references people;

  alter table reorganisations add foreign key (scheduled_by) references people;

  alter table reorganisations add foreign key (revoked_by) references people;

  alter table reorganisations add foreign key (paused_by) references people;

  alter table reorganisation_lines add foreign key (person_id) references people;

  alter table name_opinions add foreign key (asked_by) references people;

  alter table name_opinions add foreign key (answered_by) references people;

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

  create table teams (
    id uuid primary key,
    unit_id uuid not null references units,
    -- Only where a team is not called like its unit.
    name text,
    status text not null check (status in ('draft', 'active', 'dissolved')),
    validity daterange not null check (not isempty(validity)),
    created_at timestamptz not null,
    -- The team of the same unit that had ended and goes on as this one.
    revived_from_id uuid references teams,
    merged_into_id uuid references teams,
    split_from_id uuid references teams,
    -- Each hamlet sets up one team: at any date one that is no draft.
    constraint teams_one_per_unit exclude using gist (unit_id with =, validity with &&) where (status <> 'draft'),
    constraint teams_revived_once unique (revived_from_id),
    constraint teams_check check (revived_from_id <> id)
  );
  create index teams_unit on teams (unit_id);
  create index teams_merged on teams (merged_into_id) where merged_into_id is not null;
  create index teams_split on teams (split_from_id) where split_from_id is not null;

  create function teams_at(on_date date)
      returns table(id uuid, unit_id uuid, commune_id uuid, name text, status text)
    language sql stable parallel safe as $$
      select t.id, t.unit_id, c.ancestor_id,
             coalesce(t.name, case when v.name ilike v.type || ' %' then v.name
                                   else upper(left(v.type, 1)) || substr(v.type, 2) || ' ' || v.name end
                              || case when exists (
                                   select 1 from unit_versions s where s.parent_id = v.parent_id and s.name_folded = v.name_folded
                                      and s.unit_id <> v.unit_id and s.validity @> on_date)
                                 then told_apart(t.unit_id, on_date) else '' end, ''),
             case when t.status = 'draft' then 'draft' else 'active' end
        from teams t
        left join unit_versions v on v.unit_id = t.unit_id and v.validity @> on_date
        left join unit_closure_spans c on c.descendant_id = t.unit_id and c.ancestor_kind = 'commune' and c.validity @> on_date
       where t.validity @> on_date
    $$;

  create table team_members (
    id uuid primary key,
    team_id uuid not null references teams,
    person_id uuid not null references people,
    role text not null check (role in ('leader', 'deputy', 'member')),
    "position" text,
    affiliation text not null default 'other',
    validity daterange not null check (not isempty(validity)),
    end_reason text,
    -- Who took the place over, when somebody did.
    successor_id uuid references people,
    -- That this row's end is known to all whom it concerns; an end in the future is told on its day.
    end_told boolean not null default false,
    -- The day on which the end was entered; null where there is none, or from before this was kept.
    end_entered_on date,
    constraint team_members_once exclude using gist (team_id with =, person_id with =, validity with &&),
    constraint team_members_one_leader exclude using gist (team_id with =, validity with &&) where (role = 'leader')
  );
  create index team_members_person on team_members (person_id);
  create index team_members_team on team_members (team_id, person_id);
  create index team_members_ending on team_members (upper(validity)) where not end_told;

  create function team_members_at(on_date date)
      returns table(id uuid, team_id uuid, person_id uuid, role text, "position" text, affiliation text)
    language sql stable parallel safe as $$
      select m.id, m.team_id, m.person_id, m.role, m.position, m.affiliation
        from team_members m join teams t on t.id = m.team_id and t.validity @> on_date
       where m.validity @> on_date
    $$;

  -- What becomes of a dissolved team's open work, told to the others on the day from which the team is no more.
  create table team_endings (
    team_id uuid primary key references teams,
    from_on date not null,
    reason text not null,
    -- The team that takes the open work over; null: it is cancelled.
    heir_id uuid references teams,
    by_id uuid not null references people,
    told boolean not null default false,
    -- Memberships and supports as they were before the end cut them, for taking the end back before its day.
    cut jsonb not null default '{}',
    constraint team_endings_check check (heir_id <> team_id)
  );
  create index team_endings_due on team_endings (from_on) where not told;

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
    constraint chat_groups_check check (num_nonnulls(team_id, unit_id) = 1)
  );

  create table member_cards (
    id uuid primary key,
    code text not null unique,
    team_id uuid not null references teams,
    person_id uuid not null references people,
    kind text not null check (kind in ('phone', 'paper')),
    -- What the phone signs with has this other half; a card on paper signs nothing.
    public_key text,
    -- The sign-in that it was made under, which ends it; no reference, since old sessions are deleted.
    session_id uuid,
    valid_until date not null,
    issued_at timestamptz not null,
    issued_by uuid not null references people,
    revoked_at timestamptz,
    revoked_by uuid references people,
    constraint member_cards_check check ((kind = 'phone') = (public_key is not null)),
    constraint member_cards_check1 check (num_nonnulls(revoked_at, revoked_by) = any (array[0, 2]))
  );
  create unique index member_cards_open on member_cards (person_id, team_id, kind) where revoked_at is null;
  create index member_cards_person on member_cards (person_id);

  create table card_reports (
    id uuid primary key,
    team_id uuid not null references teams,
    commune_id uuid not null references units,
    text text,
    at timestamptz not null,
    -- Of the address that it came from, by the day's key: it counts, and names nobody.
    from_hash bytea not null
  );
  create index card_reports_at on card_reports (at);

  create table card_photos (
    person_id uuid primary key references people,
    content_hash text not null,
    at timestamptz not null
  );

  create table card_requests (
    team_id uuid not null references teams,
    person_id uuid not null references people,
    at timestamptz not null,
    primary key (team_id, person_id)
  );

  create table number_questions (
    id uuid primary key,
    phone_id uuid not null references phones on delete cascade,
    person_id uuid not null references people,
    code text not null,
    state_before text not null check (state_before in ('ok', 'unverified')),
    asked_at timestamptz not null,
    reply_by_on date not null,
    answered_at timestamptz,
    answered_by uuid references people,
    answer text check (answer in ('kept', 'changed')),
    constraint number_questions_check check ((answered_at is null) = (answer is null))
  );
  create index number_questions_phone on number_questions (phone_id);

  create table busy_words (
    person_id uuid primary key references people,
    reason text not null check (reason in ('harvest', 'family', 'job', 'away', 'other')),
    until_on date not null,
    said_at timestamptz not null
  );

  create table member_skills (
    person_id uuid primary key references people,
    -- Empty where the person took it back: nobody writes another one.
    skills text[] not null check (cardinality(skills) <= 6),
    by_self boolean not null,
    said_at timestamptz not null,
    constraint member_skills_check check (by_self or cardinality(skills) > 0 and not (skills @> '{ethnic_language}'::text[]))
  );
`;

const officers = `
  create table supporters (
    id uuid primary key,
    team_id uuid not null references teams,
    person_id uuid not null references people,
    validity daterange not null check (not isempty(validity)),
    constraint supporters_once exclude using gist (team_id with =, person_id with =, validity with &&)
  );
  create index supporters_person on supporters (person_id);

  create table steering_committees (
    id uuid primary key,
    unit_id uuid not null references units,
    validity daterange not null check (not isempty(validity)),
    draft boolean not null default false,
    constraint steering_committees_one_per_unit exclude using gist (unit_id with =, validity with &&)
  );

  -- Rights of officers and trainers come from here; those of team members from team_members.
  create table posts (
    id uuid primary key,
    person_id uuid not null references people,
    role text not null check (role in ('admin', 'province_officer', 'district_officer', 'committee_member', 'focal_officer',
      'trainer')),
    unit_id uuid not null references units,
    provider_id uuid references providers,
    title text not null,
    affiliation text not null default 'other',
    stand_in boolean not null default false,
    validity daterange not null check (not isempty(validity)),
    end_reason text,
    -- Null of posts outside of committees; of a committee's post it says "member".
    seat text check (seat in ('head', 'deputy_head', 'standing', 'member')),
    -- Of the committee, looks after the focal post while nobody holds it; given and ended by the posts themselves.
    caretaker boolean not null default false,
    past_until date,
    -- Null: at the server, by rule, or before this was noted.
    given_by uuid references people,
    given_at timestamptz,
    constraint posts_check check (not stand_in or role = 'focal_officer'),
    constraint posts_once exclude using gist (person_id with =, unit_id with =, role with =, validity with &&),
    constraint posts_one_focal_officer exclude using gist (unit_id with =, validity with &&) where (role = 'focal_officer'
      and not stand_in),
    constraint posts_caretaker check (not caretaker or stand_in)
  );
  create index posts_person on posts (person_id);
  create index posts_unit on posts (unit_id);

  create view person_places as
    select m.id as post_id, m.person_id, t.unit_id, t.id as team_id, m.role, m.position as title, m.affiliation,
           m.validity * t.validity as validity
      from team_members m join teams t on t.id = m.team_id
    union all
    select p.id, p.person_id, p.unit_id, null, p.role, p.title, p.affiliation, p.validity from posts p
    union all
    select s.id, s.person_id, t.unit_id, t.id, 'supporter', null, null, s.validity from supporters s join teams t on t.id = s.team_id;

  create table handovers (
    id uuid primary key,
    unit_id uuid not null references units,
    mode text not null check (mode in ('replace', 'stand_in', 'caretaker', 'vacate')),
    from_post_id uuid not null references posts on delete cascade,
    from_person_id uuid not null references people,
    -- Gone with the post when it was taken back before its day.
    to_post_id uuid unique references posts on delete set null,
    to_person_id uuid references people,
    from_on date not null,
    basis text,
    was jsonb not null default '{}',
    open_work int,
    made_by uuid references people,
    made_at timestamptz not null,
    read_at timestamptz,
    taken_back_at timestamptz,
    taken_back_by uuid references people,
    constraint handovers_check check ((mode = 'vacate') = (to_person_id is null)),
    constraint handovers_check1 check ((taken_back_at is null) = (taken_back_by is null))
  );
  create index handovers_from on handovers (from_post_id);
  create index handovers_from_person on handovers (from_person_id);
  create index handovers_to_person on handovers (to_person_id);

  create table takeover_ticks (
    unit_id uuid not null references units,
    on_date date not null,
    kind text not null check (kind in ('standIn', 'committee', 'names', 'groups', 'all')),
    by_id uuid not null references people,
    at timestamptz not null,
    primary key (unit_id, on_date, kind)
  );
`;

const establishingDecisions = `
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
    voided_at timestamptz,
    voided_by uuid references people,
    void_reason text,
    constraint establishing_decisions_check check (num_nonnulls(team_id, committee_id) = 1),
    constraint establishing_decisions_void check (num_nonnulls(voided_at, voided_by, void_reason) = any (array[0, 3]))
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

  create trigger decision_corrections_stay before delete or update on decision_corrections for each row
    execute function refuse_change_of_history();
  alter table decision_corrections enable always trigger decision_corrections_stay;

  create trigger decision_corrections_are_not_emptied before truncate on decision_corrections for each statement
    execute function refuse_change_of_history();
  alter table decision_corrections enable always trigger decision_corrections_are_not_emptied;

  create table decision_scans (
    id uuid primary key,
    decision_id uuid not null references establishing_decisions,
    content_hash text not null,
    kind text not null check (kind in ('pdf', 'photo')),
    added_by uuid not null references people,
    added_at timestamptz not null,
    -- Another one took its place, or it was taken away: it stays among the earlier ones.
    ended_at timestamptz,
    ended_by uuid references people,
    end_reason text,
    constraint decision_scans_end check ((ended_at is null) = (ended_by is null))
  );
  create unique index decision_scans_one on decision_scans (decision_id) where ended_at is null;
`;

const identity = `
  -- Within which bot, app or Official Account this installation knows ids: the configured one. Written at start.
  create table account_scopes (
    space text primary key,
    scope text not null
  );

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
  create index linked_accounts_of_person on linked_accounts (person_id);

  -- Accounts to which something may be sent: one in doubt hears for three days more.
  create function linked_accounts_at(at timestamptz)
      returns table(person_id uuid, space text, external_id text, linked_at timestamptz)
    language sql stable parallel safe as $$
      select a.person_id, a.space, a.external_id, a.linked_at
        from linked_accounts a join account_scopes s on s.space = a.space and s.scope = a.scope
       where a.ended_at is null and a.suspended_at is null
         and (a.doubted_at is null or a.doubted_at > at - interval '3 days')
    $$;

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
  create table used_proofs (
    key text primary key,
    expires_at timestamptz not null
  );
  create index used_proofs_expiry on used_proofs (expires_at);

  -- How many forged, stale, replayed or broken proofs came by each way in: a sudden rise is an attack or a wrong clock.
  create table refused_proofs (
    day date not null,
    door text not null,
    reason text not null,
    refused int not null,
    primary key (day, door, reason)
  );

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
    revoked_at timestamptz,
    slip_hash bytea,
    print_id uuid
  );
  create index invites_person on invites (person_id);
  create unique index invites_slip on invites (slip_hash) where slip_hash is not null and used_at is null
    and rejected_at is null and revoked_at is null;
  create index invites_slips on invites (slip_hash) where slip_hash is not null;
  create index invites_print on invites (print_id) where print_id is not null;

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
    account_id uuid references linked_accounts,
    ended_because text check (ended_because in ('lost', 'signed_out', 'changed')),
    ended_by uuid,
    -- Null: by a platform's account, or before this was kept.
    opened_by text check (opened_by in ('invite', 'password', 'agency')),
    -- The password was right; the code has not come.
    awaits_code boolean not null default false,
    -- When the person last showed password or code here.
    proven_at timestamptz,
    -- Of the key of the device that signed in with the password.
    device_hash bytea
  );
  create index sessions_person on sessions (person_id, expires_at) where ended_at is null;
  create index sessions_account on sessions (account_id) where account_id is not null and ended_at is null;
  create index sessions_of_person on sessions (person_id);

  -- Who can be told something: an address that was replaced hears for three days more.
  create function contactable_at(at timestamptz)
      returns table(person_id uuid, language text, email text, has_session boolean)
    language sql stable parallel safe as $$
      select p.id, p.language,
             coalesce((select e.address from emails e where e.person_id = p.id and e.state <> 'bounced'
                        order by case when e.replaced_at > at - interval '3 days' then e.replaced_at end nulls last,
                                 not e.is_primary, e.added_at limit 1),
                      p.login_email),
             exists (select 1 from sessions s where s.person_id = p.id and s.ended_at is null and s.expires_at > at)
        from people p where p.anonymised_at is null
    $$;

  create function open_sessions_at(at timestamptz) returns table(session_id uuid, person_id uuid)
    language sql stable parallel safe as $$
      select s.id, s.person_id from sessions s where s.ended_at is null and s.expires_at > at
    $$;

  -- Devices on which a person has signed in with the password: their tries are counted apart from strangers' tries.
  create table known_devices (
    key_hash bytea primary key,
    person_id uuid not null references people,
    made_at timestamptz not null,
    used_at timestamptz not null,
    -- When somebody last showed the second factor on it.
    proven_at timestamptz,
    -- One machine on which people have signed in; null: not since this was noted.
    device_id uuid
  );
  create index known_devices_person on known_devices (person_id, used_at);

  create table login_attempts (
    id uuid primary key,
    login_hash bytea not null,
    at timestamptz not null
  );
  create index login_attempts_login on login_attempts (login_hash, at);
  create index login_attempts_age on login_attempts (at);

  create table access_requests (
    id uuid primary key,
    person_id uuid not null references people,
    asked_at timestamptz not null,
    -- When somebody above issued a new invite, or the person came in without one.
    closed_at timestamptz
  );
  create unique index access_requests_open on access_requests (person_id) where closed_at is null;

  create table second_factors (
    id uuid primary key,
    person_id uuid not null references people,
    -- Null: no authenticator, keys alone.
    sealed bytea,
    made_at timestamptz not null,
    confirmed_at timestamptz,
    -- The latest step of thirty seconds whose code was used.
    last_step int
  );
  create unique index second_factors_one on second_factors (person_id) where confirmed_at is not null;
  create unique index second_factors_one_begun on second_factors (person_id) where confirmed_at is null;

  create table recovery_codes (
    id uuid primary key,
    factor_id uuid not null references second_factors on delete cascade,
    code_hash bytea not null,
    used_at timestamptz,
    constraint recovery_codes_once unique (factor_id, code_hash)
  );

  create table second_factor_rules (
    id uuid primary key,
    -- The topmost one.
    unit_id uuid not null references units,
    -- Of whom one is required.
    roles text[] not null,
    -- Before what weighs much, officers without one show their password again.
    ask_again boolean not null,
    directive_id uuid not null references directives,
    validity daterange not null check (not isempty(validity)),
    constraint second_factor_rules_one_per_day exclude using gist (unit_id with =, validity with &&)
  );

  create table passkeys (
    id uuid primary key,
    factor_id uuid not null references second_factors on delete cascade,
    credential_id bytea not null,
    -- COSE.
    public_key bytea not null,
    -- How often the key says that it has signed; some never count.
    counter bigint not null,
    transports text[] not null,
    -- By its owner.
    name text not null,
    made_at timestamptz not null,
    used_at timestamptz,
    constraint passkeys_credential unique (credential_id)
  );
  create index passkeys_of_factor on passkeys (factor_id);

  -- What a key has to sign: one for each session and purpose, used up by the first answer.
  create table passkey_challenges (
    session_id uuid not null references sessions on delete cascade,
    purpose text not null,
    challenge text not null,
    expires_at timestamptz not null,
    constraint passkey_challenges_purpose check (purpose in ('add', 'show')),
    primary key (session_id, purpose)
  );

  create table agency_accounts (
    id uuid primary key,
    issuer text not null,
    subject text not null,
    -- What the provider calls it: shown, never matched.
    said_name text not null,
    said_email text not null,
    asked_at timestamptz not null,
    person_id uuid references people,
    decided_at timestamptz,
    decided_by uuid references people,
    constraint agency_accounts_decided check (person_id is null or decided_at is not null),
    constraint agency_accounts_subject unique (issuer, subject)
  );
  create index agency_accounts_of_person on agency_accounts (person_id);
  create index agency_accounts_by_age on agency_accounts (asked_at, id);

  create table agency_sessions (
    session_id uuid primary key references sessions on delete cascade,
    account_id uuid not null references agency_accounts on delete cascade,
    -- The id token, by the installation's key.
    sealed bytea not null
  );
  create index agency_sessions_of_account on agency_sessions (account_id);
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
    reading jsonb,
    reading_of text,
    -- Which column is which, as the officer said, table by table.
    columns jsonb not null default '[]',
    constraint roster_imports_check check ((status = 'confirmed') = (result is not null))
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

  create table person_merges (
    id uuid primary key,
    absorbed_id uuid not null unique references people,
    survivor_id uuid not null references people,
    merged_at timestamptz not null,
    merged_by uuid not null references people,
    reason text not null,
    survivor_proof text not null check (survivor_proof in ('met', 'called', 'paper')),
    absorbed_proof text not null check (absorbed_proof in ('met', 'called', 'paper')),
    -- How much of each kind went along.
    went jsonb not null,
    constraint person_merges_check check (absorbed_id <> survivor_id and merged_by <> absorbed_id
      and merged_by <> survivor_id)
  );
  create index person_merges_survivor on person_merges (survivor_id);

  create trigger person_merges_stay before delete or update on person_merges for each row
    execute function refuse_change_of_history();
  alter table person_merges enable always trigger person_merges_stay;

  create trigger person_merges_are_not_emptied before truncate on person_merges for each statement
    execute function refuse_change_of_history();
  alter table person_merges enable always trigger person_merges_are_not_emptied;
`;

const sends = `
  create table second_approval_rules (
    id uuid primary key,
    unit_id uuid not null references units,
    is_needed boolean not null,
    measure text not null check (measure in ('teams', 'people')),
    above int not null check (above >= 0),
    directive_id uuid not null references directives,
    validity daterange not null check (not isempty(validity)),
    constraint second_approval_rules_one_per_day exclude using gist (unit_id with =, validity with &&)
  );

  create table send_requests (
    id uuid primary key,
    unit_id uuid not null references units,
    content jsonb not null,
    places int not null,
    people int not null,
    draft_id uuid,
    asked_by uuid not null references people,
    asked_at timestamptz not null,
    outcome text check (outcome in ('approved', 'refused', 'dropped')),
    decided_by uuid references people,
    decided_at timestamptz,
    reason text,
    result_id uuid,
    kind text not null check (kind in ('order', 'campaign', 'teamReminder', 'reportReminder', 'campaignReminder',
      'groupNames')),
    title text not null,
    chosen_ids uuid[],
    sent_ids uuid[],
    constraint send_requests_decided check ((outcome is null) = (decided_at is null)
      and (outcome is null) = (decided_by is null)),
    constraint send_requests_two_people check (outcome is null or outcome = 'dropped' or decided_by <> asked_by),
    constraint send_requests_reason check ((outcome = 'refused') = (reason is not null)),
    constraint send_requests_result check (((not (outcome is distinct from 'approved')) and (kind in ('order',
      'campaign'))) = (result_id is not null))
  );
  create index send_requests_waiting on send_requests (unit_id, asked_at) where outcome is null;
  create index send_requests_of_draft on send_requests (draft_id) where outcome is null;
`;

const privacy = `
  create table data_requests (
    id uuid primary key,
    -- Whose officers answer.
    unit_id uuid not null references units,
    -- Counted in the unit: "YC-0031".
    no int not null check (no > 0),
    person_id uuid not null references people,
    kind text not null check (kind in ('view', 'looks', 'correct', 'object', 'erase')),
    source text not null check (source in ('app', 'paper')),
    words text,
    new_name text,
    new_phone text,
    filed_by uuid not null references people,
    received_at timestamptz not null,
    -- The last day of the answer, inclusive: reckoned once, by the work days that were known then.
    due_on date not null,
    verified_at timestamptz,
    verified_how text check (verified_how in ('account', 'called', 'met')),
    -- Null: the account itself.
    verified_by uuid references people,
    owner_id uuid references people,
    escalated_at timestamptz,
    outcome text check (outcome in ('answered', 'refused')),
    answer text,
    answered_at timestamptz,
    answered_by uuid references people,
    stops text[] not null default '{}',
    erase_asked_by uuid references people,
    erase_asked_at timestamptz,
    -- The first day on which the person is erased.
    erase_on date,
    erase_seconded_by uuid references people,
    erase_seconded_at timestamptz,
    constraint data_requests_check check ((outcome is null) = (answered_at is null)),
    constraint data_requests_check1 check ((verified_at is null) = (verified_how is null)),
    unique (unit_id, no)
  );
  create index data_requests_open on data_requests (due_on) where outcome is null;
  create index data_requests_unit on data_requests (unit_id, received_at desc);
  create unique index data_requests_once on data_requests (person_id, kind) where outcome is null;
  create index data_requests_person on data_requests (person_id, received_at desc);

  create table retention_holds (
    id uuid primary key,
    -- The dated rule whose records stay; null: those of every rule.
    kind text,
    person_id uuid references people,
    unit_id uuid references units,
    reason text not null,
    held_by uuid not null references people,
    held_at timestamptz not null,
    ended_by uuid references people,
    ended_at timestamptz,
    constraint retention_holds_check check (num_nonnulls(person_id, unit_id) <= 1),
    constraint retention_holds_check1 check (num_nonnulls(kind, person_id, unit_id) > 0),
    constraint retention_holds_check2 check ((ended_by is null) = (ended_at is null))
  );
  -- A few that stand, whatever has been held before.
  create index retention_holds_open on retention_holds (held_at) where ended_at is null;

  -- Whether a record under this rule, of this person and of this unit, is held back. A unit's people are those who ever had
  -- a place in it or below it; a person's are also what came with a record that became part of theirs.
  create function is_held(of_kind text, of_person uuid, of_unit uuid) returns boolean
    language sql stable parallel safe as $$
        select exists (
          select 1 from retention_holds h
           where h.ended_at is null and (h.kind is null or h.kind = of_kind)
             and (h.person_id is null and h.unit_id is null
               or h.person_id in (of_person, (select p.merged_into_id from people p where p.id = of_person))
               or h.unit_id is not null and (
                 exists (select 1 from unit_closure c where c.ancestor_id = h.unit_id and c.descendant_id = of_unit)
                 or exists (select 1 from person_places pp
                   join unit_closure c on c.descendant_id = pp.unit_id and c.ancestor_id = h.unit_id
                  where pp.person_id = of_person))))
    $$;

  create function refuse_early_forgetting_of_looks() returns trigger
    language plpgsql as $$
    begin
      if current_setting('to_so.forgetting', true) = 'on' and old.at < now() - interval '730 days'
         and not is_held('keepLog', old.person_id, null) and not is_held('keepLog', old.subject_id, null) then return old; end if;
      raise exception 'The rows of % are history: they are kept for 24 months.', tg_table_name using errcode = 'TS001';
    end
    $$;

  create function forget_old_looks(before timestamptz, at_most int) returns int
    language plpgsql security definer set search_path to 'public', 'pg_temp' as $$
    declare gone int;
    begin
      perform set_config('to_so.forgetting', 'on', true);
      delete from access_log where ctid = any(array(
        select l.ctid from access_log l where l.at < least(before, now() - interval '730 days')
           and not is_held('keepLog', l.person_id, null) and not is_held('keepLog', l.subject_id, null) limit at_most));
      get diagnostics gone = row_count;
      perform set_config('to_so.forgetting', 'off', true);
      return gone;
    end
    $$;

  create trigger access_log_is_kept before delete on access_log for each row
    execute function refuse_early_forgetting_of_looks();
  alter table access_log enable always trigger access_log_is_kept;

  -- Within forget_old_events, and only what has been kept for its time and is published.
  create function refuse_early_forgetting() returns trigger
    language plpgsql as $$
    begin
      if current_setting('to_so.forgetting', true) = 'on'
         and old.published_at is not null and old.occurred_at < now() - interval '730 days'
         and not is_held('keepLog', old.actor_id, coalesce(old.place_id, old.unit_id)) then
        return old;
      end if;
      raise exception 'The rows of % are history: they are kept for 24 months.', tg_table_name using errcode = 'TS001';
    end
    $$;

  -- The only way in which events go. Gives how many went; never one that is younger than 730 days.
  create function forget_old_events(before timestamptz, at_most int) returns int
    language plpgsql security definer set search_path to 'public', 'pg_temp' as $$
    declare
      gone int;
      oldest timestamptz := least(before, now() - interval '730 days');
    begin
      perform set_config('to_so.forgetting', 'on', true);
      delete from outbox where ctid = any(array(
        select x.ctid from (
          (select o.ctid from outbox o where o.actor_id is not null and o.occurred_at < oldest and o.published_at is not null
             and not is_held('keepLog', o.actor_id, coalesce(o.place_id, o.unit_id)) limit at_most)
          union all
          (select o.ctid from outbox o where o.actor_id is null and o.occurred_at < oldest and o.published_at is not null
             and not is_held('keepLog', null, coalesce(o.place_id, o.unit_id)) limit at_most)) x limit at_most));
      get diagnostics gone = row_count;
      perform set_config('to_so.forgetting', 'off', true);
      return gone;
    end
    $$;

  create function refuse_early_forgetting_of_acts() returns trigger
    language plpgsql as $$
    begin
      if current_setting('to_so.forgetting', true) = 'on' and old.at < now() - interval '730 days'
         and not is_held('keepLog', old.person_id, old.unit_id) then return old; end if;
      raise exception 'The rows of % are history: they are kept for 24 months.', tg_table_name using errcode = 'TS001';
    end
    $$;

  -- An act stays while a look of it does.
  create function forget_old_acts(before timestamptz, at_most int) returns int
    language plpgsql security definer set search_path to 'public', 'pg_temp' as $$
    declare gone int;
    begin
      perform set_config('to_so.forgetting', 'on', true);
      delete from access_acts where ctid = any(array(
        select a.ctid from access_acts a
         where a.kind in ('look', 'export', 'sign_in', 'refused') and a.at < least(before, now() - interval '730 days')
           and not is_held('keepLog', a.person_id, a.unit_id)
           and not exists (select 1 from access_log l where l.act_id = a.id) limit at_most));
      get diagnostics gone = row_count;
      perform set_config('to_so.forgetting', 'off', true);
      return gone;
    end
    $$;

  create trigger outbox_is_kept before delete on outbox for each row execute function refuse_early_forgetting();
  alter table outbox enable always trigger outbox_is_kept;

  create trigger access_acts_are_kept before delete on access_acts for each row
    execute function refuse_early_forgetting_of_acts();
  alter table access_acts enable always trigger access_acts_are_kept;
`;
