import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Tasks1700000000500 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [catalogue, orders, tasks, progress, evidence, difficulties, published])
      await runner.query(part);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop view counted_lines;
      drop table difficulties, difficulty_rules, photos, receipt_counters, entry_withdrawals, progress_lines, entry_decisions,
        progress_entries, confirmation_views, extension_requests, task_decisions, tasks, assignment_drafts, assignment_schedules,
        assignments, reply_rules, task_templates;
    `);
  }
}

const catalogue = `
  -- The rows come from the catalogue's file at start: wording changes from a day on, never in place.
  create table task_templates (
    code text not null,
    title text not null, title_en text not null,
    section text not null,
    pillar text not null,
    indicators text[] not null,
    evidence text[] not null,
    suggestion text not null,
    guide text[] not null,
    validity daterange not null check (not isempty(validity)),
    constraint task_templates_one_per_day exclude using gist (code with =, validity with &&)
  );

  -- Days in which a team is asked to answer an order; the nearest unit's rule holds, without a unit everywhere.
  create table reply_rules (
    id uuid primary key,
    unit_id uuid references units,
    days int not null check (days between 1 and 60),
    validity daterange not null
  );
  insert into reply_rules (id, days, validity) values ('0180c2f0-0000-7000-8000-000000000003', 3, '[2022-01-01,)');
`;

const orders = `
  create table assignments (
    id uuid primary key,
    issuer_unit_id uuid not null references units,
    template_code text not null,
    pillar text not null,
    title text not null,
    title_folded text not null generated always as (fold(title)) stored,
    work text not null,
    indicator_code text not null,
    -- The indicator as it was worded on the day of issue: an order keeps its words.
    indicator jsonb not null,
    target int not null check (target > 0),
    due_on date not null,
    reply_by_on date not null,
    directive_id uuid not null references directives,
    evidence text[] not null,
    priority text not null check (priority in ('normal', 'urgent')),
    issued_by uuid not null references people,
    issued_at timestamptz not null,
    -- Until then a recall is silent; external channels wait for it, or for send_at.
    recall_until timestamptz not null,
    send_at timestamptz,
    -- The first order of a monthly series; itself when it is alone.
    series_id uuid not null,
    period_month text,
    cancelled_at timestamptz, cancelled_by uuid references people, cancel_reason text,
    -- An order of a series whose targets were cut to what the OCOP register missed: the next one goes by the one before it.
    capped boolean not null default false
  );
  create index assignments_newest on assignments (issued_at desc, id desc);
  create unique index assignments_once_per_period on assignments (series_id, period_month) where period_month is not null;
  create index assignments_of_series on assignments (series_id, issued_at desc);

  create table assignment_schedules (
    series_id uuid primary key references assignments,
    unit_id uuid not null references units,
    set_by uuid not null references people,
    set_at timestamptz not null,
    last_month text not null,
    ended_at timestamptz,
    end_reason text,
    -- The last period in which the series issued nothing, and why; the next order clears it.
    skipped_month text, skip_reason text
  );

  create table assignment_drafts (
    id uuid primary key,
    unit_id uuid not null references units,
    title text not null,
    content jsonb not null,
    saved_by uuid not null references people,
    saved_at timestamptz not null
  );
  create index assignment_drafts_unit on assignment_drafts (unit_id, saved_at desc);
`;

const tasks = `
  create table tasks (
    id uuid primary key,
    assignment_id uuid not null references assignments,
    parent_task_id uuid references tasks,
    assignee_kind text not null check (assignee_kind in ('team', 'unit', 'provider')),
    assignee_id uuid not null,
    team_id uuid references teams,
    unit_id uuid not null references units,
    commune_id uuid not null references units,
    target int not null check (target > 0),
    due_on date not null,
    reply_by_on date not null,
    state text not null check (state in ('assigned', 'accepted', 'declined', 'submitted', 'returned', 'confirmed', 'cancelled')),
    state_since timestamptz not null,
    doer_id uuid references people,
    accepted_by uuid references people, accepted_at timestamptz,
    submitted_by uuid references people, submitted_at timestamptz,
    decided_by uuid references people, decided_at timestamptz,
    check ((assignee_kind = 'team') = (team_id is not null)),
    constraint tasks_once_per_assignee unique (assignment_id, assignee_kind, assignee_id)
  );
  -- "My tasks": the team's open work by due day.
  create index tasks_of_team on tasks (team_id, due_on) where state not in ('confirmed', 'cancelled');
  create index tasks_by_team on tasks (team_id, state_since desc);
  create index tasks_of_commune on tasks (commune_id, assignment_id);
  create index tasks_to_confirm on tasks (commune_id, submitted_at) where state = 'submitted';
  create index tasks_of_doer on tasks (doer_id) where doer_id is not null;

  create table task_decisions (
    id uuid primary key,
    task_id uuid not null references tasks,
    kind text not null check (kind in ('decline', 'keep', 'lower_target', 'extend', 'release', 'confirm', 'return', 'delegate')),
    reasons text[] not null default '{}',
    comment text,
    by_id uuid not null references people,
    at timestamptz not null,
    undone_at timestamptz
  );
  create index task_decisions_task on task_decisions (task_id, at desc);

  create table extension_requests (
    id uuid primary key,
    task_id uuid not null references tasks,
    until date not null,
    reason text,
    asked_by uuid not null references people,
    asked_at timestamptz not null,
    answered_by uuid references people, answered_at timestamptz,
    granted boolean, granted_until date, note text
  );
  create unique index extension_requests_one_open on extension_requests (task_id) where answered_at is null;
  create index extension_requests_task on extension_requests (task_id, asked_at desc);

  create table confirmation_views (
    task_id uuid not null references tasks,
    person_id uuid not null references people,
    at timestamptz not null,
    primary key (task_id, person_id)
  );
`;

const progress = `
  -- Append-only: a correction is a new row, a taking back is a row beside it.
  create table progress_entries (
    id uuid primary key,
    task_id uuid references tasks,
    team_id uuid not null references teams,
    unit_id uuid not null references units,
    commune_id uuid not null references units,
    kind text not null check (kind in ('progress', 'quick')),
    quick_kind text,
    happened_on date not null,
    recorded_at timestamptz not null,
    actor_id uuid not null references people,
    command_id uuid not null,
    note text,
    links text[] not null default '{}',
    application_codes text[] not null default '{}',
    corrects_id uuid references progress_entries,
    receipt text not null,
    constraint progress_entries_once_per_command unique (actor_id, command_id),
    constraint progress_entries_one_correction unique (corrects_id),
    constraint progress_entries_receipt unique (commune_id, receipt)
  );
  create index progress_entries_task on progress_entries (task_id, recorded_at);
  create index progress_entries_team on progress_entries (team_id, recorded_at desc);
  create index progress_entries_day on progress_entries (commune_id, happened_on);
  create index progress_entries_quick on progress_entries (unit_id, recorded_at) where kind = 'quick' and task_id is null;

  -- What the commune decided about a quick report that belongs to no task.
  create table entry_decisions (
    id uuid primary key,
    entry_id uuid not null references progress_entries,
    kind text not null check (kind in ('confirm', 'return')),
    reasons text[] not null default '{}',
    comment text,
    by_id uuid not null references people,
    at timestamptz not null,
    undone_at timestamptz
  );
  create unique index entry_decisions_one on entry_decisions (entry_id) where undone_at is null;

  create table progress_lines (
    entry_id uuid not null references progress_entries,
    position int not null,
    indicator_code text not null,
    dimensions jsonb not null default '{}',
    value int not null check (value >= 0),
    -- What the commune confirmed of it; a line with an answer is settled and can no longer be corrected.
    confirmed_value int check (confirmed_value between 0 and value),
    confirmed_by uuid references people, confirmed_at timestamptz,
    decision_id uuid references task_decisions,
    entry_decision_id uuid references entry_decisions,
    primary key (entry_id, position),
    constraint progress_lines_settled check (num_nonnulls(confirmed_value, confirmed_by, confirmed_at) in (0, 3)
      and num_nonnulls(decision_id, entry_decision_id) = case when confirmed_value is null then 0 else 1 end)
  );
  create index progress_lines_decision on progress_lines (decision_id) where decision_id is not null;

  create table entry_withdrawals (
    entry_id uuid primary key references progress_entries,
    by_id uuid not null references people,
    at timestamptz not null
  );

  create table receipt_counters (commune_id uuid primary key references units, last int not null);
`;

const evidence = `
  -- Announced by an entry, stored when the bytes arrive: content_hash names the file.
  create table photos (
    id uuid primary key,
    entry_id uuid not null references progress_entries,
    position int not null,
    content_hash text,
    width int, height int, bytes int,
    taken_by uuid not null references people,
    announced_at timestamptz not null,
    stored_at timestamptz,
    check (num_nonnulls(content_hash, width, height, bytes, stored_at) in (0, 5))
  );
  create index photos_entry on photos (entry_id);
`;

const difficulties = `
  -- Working days in which a difficulty is answered; the nearest unit's rule holds, without a unit everywhere.
  create table difficulty_rules (
    id uuid primary key,
    unit_id uuid references units,
    days int not null check (days between 1 and 60),
    validity daterange not null
  );
  create index difficulty_rules_unit on difficulty_rules (unit_id);

  create table difficulties (
    id uuid primary key,
    kind text not null,
    text text not null,
    team_id uuid not null references teams,
    unit_id uuid not null references units,
    commune_id uuid not null references units,
    task_id uuid references tasks,
    by_id uuid not null references people,
    at timestamptz not null,
    command_id uuid not null,
    answer text, answered_at timestamptz, answered_by uuid references people,
    -- Who sees to it; nobody has taken it while null.
    owner_id uuid references people,
    -- The last day on which an answer is in time, fixed when it was told.
    due_on date,
    -- To the office above the commune, which may answer from then on.
    escalated_at timestamptz,
    escalated_to uuid references units,
    published_at timestamptz,
    constraint difficulties_once_per_command unique (by_id, command_id)
  );
  create index difficulties_commune on difficulties (commune_id, at desc);
  create index difficulties_team on difficulties (team_id, at desc);
  create index difficulties_open on difficulties (due_on) where answered_at is null and escalated_at is null;
`;

/** What other modules may join in SQL. */
const published = `
  -- Lines that count: their entry was neither replaced by a correction nor taken back.
  create view counted_lines as
    select e.id as entry_id, e.task_id, e.team_id, e.unit_id, e.commune_id, e.actor_id, e.happened_on, e.recorded_at,
           l.position, l.indicator_code, l.dimensions, l.value, l.confirmed_value, l.confirmed_at
      from progress_entries e join progress_lines l on l.entry_id = e.id
     where not exists (select 1 from progress_entries c where c.corrects_id = e.id)
       and not exists (select 1 from entry_withdrawals w where w.entry_id = e.id);
`;
