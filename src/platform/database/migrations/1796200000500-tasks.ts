import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Templates, orders, tasks of teams, what was reported and confirmed, difficulties, photos. */
export class Tasks1796200000500 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [
      catalogue,
      orders,
      receiptCounters,
      difficulties,
      sampling,
      allotments,
      assignments,
      tasks,
      team,
      difficultiesToo,
      photos,
      joint,
      taskChanges,
      followUps,
    ])
      await runner.query(part);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop view counted_lines cascade;
      drop table follow_ups, task_changes, partner_reports, photos, know_how_uses, know_how, difficulty_steps, difficulties,
        confirmation_views, extension_requests, entry_products, entry_breakdowns, entry_withdrawals, progress_lines,
        entry_decisions, progress_entries, task_decisions, tasks, order_changes, assignment_schedules, assignments,
        allotment_schedules, allotment_changes, allotment_shares, allotments, sampling_rules, difficulty_rules,
        receipt_counters, assignment_drafts, reply_rules, task_templates cascade;
    `);
  }
}

const catalogue = `
  -- The rows come from the catalogue's file at start: wording changes from a day on, never in place.
  create table task_templates (
    code text not null,
    title text not null,
    title_en text not null,
    section text not null,
    pillar text not null,
    indicators text[] not null,
    evidence text[] not null,
    suggestion text not null,
    guide text[] not null,
    validity daterange not null check (not isempty(validity)),
    unit_id uuid references units,
    directive_id uuid references directives,
    constraint task_templates_one_per_day exclude using gist (code with =, validity with &&)
  );
  create index task_templates_unit on task_templates (unit_id) where unit_id is not null;
`;

const orders = `
  -- Days in which a team is asked to answer an order; the nearest unit's rule holds, without a unit everywhere.
  create table reply_rules (
    id uuid primary key,
    unit_id uuid references units,
    days int not null check (days between 1 and 60),
    validity daterange not null,
    directive_id uuid references directives,
    constraint reply_rules_one_per_day exclude using gist (unit_id with =, validity with &&)
  );

  -- What holds where nobody has set a rule.
  insert into reply_rules (id, days, validity) values
    ('0180c2f0-0000-7000-8000-000000000003', 3, '[2022-01-01,)');

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

const receiptCounters = `
  create table receipt_counters (
    commune_id uuid primary key references units,
    last int not null
  );
`;

const difficulties = `
  -- Working days in which a difficulty is answered; the nearest unit's rule holds, without a unit everywhere.
  create table difficulty_rules (
    id uuid primary key,
    unit_id uuid references units,
    days int not null check (days between 1 and 60),
    validity daterange not null,
    directive_id uuid references directives,
    constraint difficulty_rules_one_per_day exclude using gist (unit_id with =, validity with &&)
  );

  -- What holds where nobody has set a rule, as for orders.
  insert into difficulty_rules (id, days, validity) values
    ('0180c2f0-0000-7000-8000-000000000005', 5, '[2022-01-01,)');
`;

const sampling = `
  create table sampling_rules (
    id uuid primary key,
    unit_id uuid not null references units,
    -- Results from this number on are always looked at; of the smaller ones one in so many.
    below int not null check (below between 2 and 1000),
    one_in int not null check (one_in between 2 and 20),
    -- What the draw is made with.
    seed uuid not null,
    directive_id uuid not null references directives,
    set_by uuid not null references people,
    set_at timestamptz not null,
    validity daterange not null check (not isempty(validity)),
    constraint sampling_rules_one_per_day exclude using gist (unit_id with =, validity with &&)
  );
`;

const allotments = `
  create table allotments (
    id uuid primary key,
    issuer_unit_id uuid not null references units,
    template_code text not null,
    pillar text not null,
    title text not null,
    work text not null,
    indicator_code text not null,
    indicator jsonb not null,
    target int not null check (target > 0),
    due_on date not null,
    directive_id uuid not null references directives,
    evidence text[] not null,
    asks text[] not null,
    minimum_codes int,
    priority text not null check (priority in ('normal', 'urgent')),
    issued_by uuid not null references people,
    issued_at timestamptz not null,
    recall_until timestamptz not null,
    version int not null,
    cancelled_at timestamptz,
    cancelled_by uuid references people,
    cancel_reason text,
    -- The first one of a series is the series; 'YYYY-MM' for which a later one was given.
    series_id uuid not null,
    period_month text
  );
  create index allotments_newest on allotments (issued_at desc, id desc);
  create index allotments_series on allotments (series_id, issued_at);

  create table allotment_shares (
    allotment_id uuid not null references allotments,
    unit_id uuid not null references units,
    target int not null check (target > 0),
    primary key (allotment_id, unit_id)
  );
  create index allotment_shares_of_unit on allotment_shares (unit_id, allotment_id);

  create table allotment_changes (
    allotment_id uuid not null references allotments,
    version int not null check (version > 1),
    changed_by uuid references people,
    changed_at timestamptz not null,
    reason text,
    before jsonb not null,
    after jsonb not null,
    primary key (allotment_id, version)
  );

  create table allotment_schedules (
    series_id uuid primary key references allotments,
    unit_id uuid not null references units,
    set_by uuid not null references people,
    set_at timestamptz not null,
    last_month text not null,
    ended_at timestamptz,
    end_reason text,
    -- What only the next ones differ in, instead of the last ones.
    next_title text,
    next_due_day int check (next_due_day between 1 and 31),
    next_shares jsonb,
    version int not null default 1
  );
  create index allotment_schedules_unit on allotment_schedules (unit_id);
`;

const assignments = `
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
    cancelled_at timestamptz,
    cancelled_by uuid references people,
    cancel_reason text,
    -- An order of a series whose targets were cut to what the OCOP register missed: the next one goes by the one before it.
    capped boolean not null default false,
    -- What every part says beside its number; orders from before ask nothing.
    asks text[] not null default '{}',
    minimum_codes int check (minimum_codes > 0),
    provider_id uuid references providers,
    origin_id uuid references allotments
  );
  create index assignments_newest on assignments (issued_at desc, id desc);
  create unique index assignments_once_per_period on assignments (series_id, period_month) where period_month is not null;
  create index assignments_of_series on assignments (series_id, issued_at desc);
  create index assignments_provider on assignments (provider_id, issued_at desc) where provider_id is not null;
  create index assignments_of_issuer on assignments (issuer_unit_id, issued_at desc);
  create index assignments_of_origin on assignments (origin_id) where origin_id is not null;

  create table assignment_schedules (
    series_id uuid primary key references assignments,
    unit_id uuid not null references units,
    set_by uuid not null references people,
    set_at timestamptz not null,
    last_month text not null,
    ended_at timestamptz,
    end_reason text,
    -- The last period in which the series issued nothing, and why; the next order clears it.
    skipped_month text,
    skip_reason text,
    next_title text,
    next_due_day int check (next_due_day between 1 and 31),
    next_target int check (next_target > 0),
    with_new_teams boolean not null default false,
    version int not null default 1
  );
  create index assignment_schedules_unit on assignment_schedules (unit_id);

  create table order_changes (
    assignment_id uuid not null references assignments,
    version int not null check (version > 1),
    changed_by uuid not null references people,
    changed_at timestamptz not null,
    reason text,
    before jsonb not null,
    after jsonb not null,
    undo_until timestamptz not null,
    undoes int,
    primary key (assignment_id, version)
  );
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
    state text not null check (state in ('assigned', 'accepted', 'declined', 'submitted', 'returned', 'confirmed',
      'cancelled')),
    state_since timestamptz not null,
    doer_id uuid references people,
    accepted_by uuid references people,
    accepted_at timestamptz,
    submitted_by uuid references people,
    submitted_at timestamptz,
    decided_by uuid references people,
    decided_at timestamptz,
    split_from_id uuid references tasks,
    constraint tasks_check check ((assignee_kind = 'team') = (team_id is not null)),
    constraint tasks_once_per_assignee unique (assignment_id, assignee_kind, assignee_id)
  );
  -- "My tasks": the team's open work by due day.
  create index tasks_of_team on tasks (team_id, due_on) where state not in ('confirmed', 'cancelled');
  create index tasks_by_team on tasks (team_id, state_since desc);
  create index tasks_of_commune on tasks (commune_id, assignment_id);
  create index tasks_to_confirm on tasks (commune_id, submitted_at) where state = 'submitted';
  create index tasks_of_doer on tasks (doer_id) where doer_id is not null;
  create index tasks_of_unit on tasks (unit_id, assignment_id);
  create index tasks_open on tasks (assignment_id) where state not in ('confirmed', 'cancelled');
  create index tasks_due on tasks (due_on) where state in ('accepted', 'returned') and team_id is not null;
  create index tasks_split on tasks (split_from_id) where split_from_id is not null;

  create table task_decisions (
    id uuid primary key,
    task_id uuid not null references tasks,
    kind text not null check (kind in ('decline', 'keep', 'lower_target', 'extend', 'release', 'confirm', 'return',
      'delegate')),
    reasons text[] not null default '{}',
    comment text,
    by_id uuid not null references people,
    at timestamptz not null,
    undone_at timestamptz,
    -- What was confirmed before does not say.
    manner text check (manner in ('each', 'together', 'sample'))
  );
  create index task_decisions_task on task_decisions (task_id, at desc);

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
    constraint progress_entries_one_correction unique (corrects_id)
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
    undone_at timestamptz,
    manner text check (manner in ('each', 'together', 'sample'))
  );
  create unique index entry_decisions_one on entry_decisions (entry_id) where undone_at is null;

  create table progress_lines (
    entry_id uuid not null references progress_entries,
    "position" int not null,
    indicator_code text not null,
    dimensions jsonb not null default '{}',
    value int not null check (value >= 0),
    -- What the commune confirmed of it; a line with an answer is settled and can no longer be corrected.
    confirmed_value int,
    confirmed_by uuid references people,
    confirmed_at timestamptz,
    decision_id uuid references task_decisions,
    entry_decision_id uuid references entry_decisions,
    constraint progress_lines_check check (confirmed_value >= 0 and confirmed_value <= value),
    constraint progress_lines_settled check (num_nonnulls(confirmed_value, confirmed_by, confirmed_at) = any (array[0, 3])
      and num_nonnulls(decision_id, entry_decision_id) =
case
    when (confirmed_value is null) then 0
    else 1
end),
    primary key (entry_id, "position")
  );
  create index progress_lines_decision on progress_lines (decision_id) where decision_id is not null;

  create table entry_withdrawals (
    entry_id uuid primary key references progress_entries,
    by_id uuid not null references people,
    at timestamptz not null
  );

  -- Lines that count: their entry was neither replaced by a correction nor taken back.
  create view counted_lines as
    select e.id as entry_id, e.task_id, e.team_id, e.unit_id, e.commune_id, e.actor_id, e.happened_on, e.recorded_at,
           l.position, l.indicator_code, l.dimensions, l.value, l.confirmed_value, l.confirmed_at
      from progress_entries e join progress_lines l on l.entry_id = e.id
     where not exists (select 1 from progress_entries c where c.corrects_id = e.id)
       and not exists (select 1 from entry_withdrawals w where w.entry_id = e.id);

  -- So many of an entry are of a kind. Not lines: two breakdowns of one number would count it twice.
  create table entry_breakdowns (
    entry_id uuid not null references progress_entries,
    by text not null,
    -- Empty for an amount, such as minutes.
    kind text not null,
    value int not null check (value > 0),
    primary key (entry_id, by, kind)
  );

  create table entry_products (
    entry_id uuid not null references progress_entries,
    product_id uuid not null references ocop_products,
    marketplace text not null,
    link text not null,
    -- False for what was named before or stood on a marketplace already: it is kept, and adds nothing to the number.
    counted boolean not null,
    first_entry_id uuid references progress_entries,
    primary key (entry_id, product_id)
  );
  create index entry_products_by_product on entry_products (product_id) where counted;
  create index entry_products_doubled on entry_products (first_entry_id) where first_entry_id is not null;
`;

const team = `
  create table extension_requests (
    id uuid primary key,
    task_id uuid not null references tasks,
    until date not null,
    reason text,
    asked_by uuid not null references people,
    asked_at timestamptz not null,
    answered_by uuid references people,
    answered_at timestamptz,
    granted boolean,
    granted_until date,
    note text
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

const difficultiesToo = `
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
    answer text,
    answered_at timestamptz,
    answered_by uuid references people,
    -- Who sees to it; nobody has taken it while null.
    owner_id uuid references people,
    -- The last day on which an answer is in time, fixed when it was told.
    due_on date,
    -- To the office above the commune, which may answer from then on.
    escalated_at timestamptz,
    escalated_to uuid references units,
    published_at timestamptz,
    hamlet_id uuid references units,
    spot text,
    -- Who is to settle it instead of the commune: the company whose signal covers the hamlet.
    provider_id uuid references providers,
    -- By when who answered said that it is settled; the team is asked afterwards, once.
    promised_on date,
    asked_back_at timestamptz,
    -- The team said that it is settled.
    closed_at timestamptz,
    constraint difficulties_once_per_command unique (by_id, command_id)
  );
  create index difficulties_commune on difficulties (commune_id, at desc);
  create index difficulties_team on difficulties (team_id, at desc);
  create index difficulties_open on difficulties (due_on) where answered_at is null and escalated_at is null;
  create index difficulties_unit on difficulties (unit_id);
  create index difficulties_provider on difficulties (provider_id) where provider_id is not null;
  create index difficulties_promised on difficulties (promised_on) where promised_on is not null and asked_back_at is null
    and closed_at is null;
  create index difficulties_escalated on difficulties (escalated_to) where escalated_to is not null and closed_at is null;

  -- What happened to a difficulty after it was told, in turn.
  create table difficulty_steps (
    id uuid primary key,
    difficulty_id uuid not null references difficulties,
    kind text not null,
    text text,
    -- Null: by the clock or by a rule.
    by_id uuid references people,
    provider_id uuid references providers,
    promised_on date,
    at timestamptz not null
  );
  create index difficulty_steps_difficulty on difficulty_steps (difficulty_id, at);

  -- An answer that helps others too, without who asked.
  create table know_how (
    difficulty_id uuid primary key references difficulties,
    kind text not null,
    title text not null,
    answer text not null,
    commune_id uuid not null references units,
    -- What the work counts in which it was asked; null when it belongs to no task.
    indicator_code text,
    published_by uuid references people,
    published_at timestamptz not null,
    withdrawn_at timestamptz
  );
  create index know_how_commune on know_how (commune_id, published_at desc);

  create table know_how_uses (
    difficulty_id uuid not null references know_how,
    team_id uuid not null references teams,
    by_id uuid not null references people,
    at timestamptz not null,
    primary key (difficulty_id, team_id)
  );
`;

const photos = `
  -- Announced by an entry, stored when the bytes arrive: content_hash names the file.
  create table photos (
    id uuid primary key,
    entry_id uuid references progress_entries,
    "position" int not null,
    content_hash text,
    width int,
    height int,
    bytes int,
    taken_by uuid not null references people,
    announced_at timestamptz not null,
    stored_at timestamptz,
    difficulty_id uuid references difficulties,
    erased_at timestamptz,
    constraint photos_check check (num_nonnulls(content_hash, width, height, bytes, stored_at) = any (array[0, 5])),
    -- A photo belongs to an entry or to a difficulty.
    constraint photos_of_one check (num_nonnulls(entry_id, difficulty_id) = 1),
    -- When its time was over; it is neither there nor still to come.
    constraint photos_erased check (erased_at is null or content_hash is null)
  );
  create index photos_entry on photos (entry_id);
  create index photos_difficulty on photos (difficulty_id) where difficulty_id is not null;
  create index photos_age on photos (stored_at) where stored_at is not null;
  create index photos_content on photos (content_hash) where content_hash is not null;
  create index photos_person on photos (taken_by);
`;

const joint = `
  -- What a company says that it has done of a joint task. No lines: what counts are the team's.
  create table partner_reports (
    id uuid primary key,
    task_id uuid not null references tasks,
    provider_id uuid not null references providers,
    value int not null check (value > 0),
    happened_on date not null,
    note text,
    link text,
    by_id uuid not null references people,
    at timestamptz not null,
    command_id uuid not null,
    constraint partner_reports_once_per_command unique (by_id, command_id)
  );
  create index partner_reports_task on partner_reports (task_id, at);
`;

const taskChanges = `
  create table task_changes (
    assignment_id uuid not null,
    version int not null,
    team_id uuid not null references teams,
    task_id uuid not null references tasks,
    kind text not null check (kind in ('changed', 'added', 'withdrawn')),
    state_before text not null,
    since_before timestamptz not null,
    target_before int not null,
    target_after int not null,
    due_before date not null,
    due_after date not null,
    reply_before date not null,
    reply_after date not null,
    reworded boolean not null,
    primary key (assignment_id, version, team_id),
    foreign key (assignment_id, version) references order_changes
  );
  create index task_changes_task on task_changes (task_id, version desc);
`;

const followUps = `
  create table follow_ups (
    id uuid primary key,
    entry_id uuid not null unique references progress_entries,
    person_id uuid not null references people,
    ask_on date not null,
    done_at timestamptz
  );
  create index follow_ups_of_person on follow_ups (person_id);
  create index follow_ups_by_day on follow_ups (ask_on);
`;
