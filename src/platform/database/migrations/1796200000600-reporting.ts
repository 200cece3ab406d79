import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Campaigns, reports and their figures, signing, documents, lists, restatements. */
export class Reporting1796200000600 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [months, consolidation, report, figures, signing, documents, lists, serviceDays, restatement])
      await runner.query(part);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table left_draft_marks, left_drafts, figure_parts, allowance_rules, list_jobs, report_archive, signed_returns,
        signed_files, campaign_facts, figure_plans, typed_figures, report_figures, report_facts, report_approvals,
        report_approval_rules, office_papers, report_looks, report_comments, report_versions, reports, campaigns cascade;
      drop function report_month(date, int) cascade;
    `);
  }
}

const months = `
  -- The first day of the month whose report a day's work belongs to: with 15, 15 November is December's.
  create function report_month(on_date date, window_start_day int) returns date
    language sql immutable parallel safe as $$
      select (date_trunc('month', on_date - (window_start_day - 1)) + interval '1 month')::date
    $$;
`;

const consolidation = `
  -- Something reported once by every commune months, such as "Appendix 1 before 20/4".
  create table campaigns (
    id uuid primary key,
    unit_id uuid not null references units,
    directive_id uuid references directives,
    kind text not null check (kind in ('roster', 'results')),
    title text not null,
    starts_on date not null,
    -- The last day on time as the directive fixes it, before any shift.
    fixed_due_on date not null,
    shift text not null default 'none' check (shift in ('none', 'next', 'previous')),
    made_by uuid not null references people,
    made_at timestamptz not null,
    cancelled_at timestamptz,
    cancelled_by uuid references people,
    cancel_reason text,
    recall_until timestamptz not null,
    -- The last day of the work that is asked about; a list has none.
    ends_on date,
    constraint campaigns_check check (fixed_due_on >= starts_on),
    constraint campaigns_days check ((kind = 'results') = (ends_on is not null)),
    -- Nobody can report on a day before it is over.
    constraint campaigns_due check (ends_on >= starts_on and fixed_due_on > ends_on)
  );
  create index campaigns_unit on campaigns (unit_id);
  -- Two officers who ask for the same by the same day ask once.
  create unique index campaigns_once on campaigns (unit_id, fixed_due_on) where kind = 'roster' and cancelled_at is null;
  create unique index campaigns_once_of_days on campaigns (unit_id, lower(title), starts_on, ends_on) where kind = 'results'
    and cancelled_at is null;
`;

const report = `
  -- One row is a unit's obligation for one period and the report that fulfils it.
  create table reports (
    id uuid primary key,
    unit_id uuid not null references units,
    unit_kind text not null check (unit_kind in ('commune', 'district', 'province')),
    kind text not null check (kind in ('monthly', 'roster', 'results')),
    campaign_id uuid references campaigns,
    -- First day of the month that it is named after.
    month date not null,
    starts_on date not null,
    ends_on date not null,
    fixed_due_on date not null,
    due_on date not null,
    receiver_id uuid references units,
    state text not null default 'draft' check (state in ('draft', 'submitted', 'returned', 'accepted')),
    -- Number of the last version that was sent.
    version int not null default 0,
    -- What people write: sections, notes on figures, reasons for silence. Drafted text is not stored until somebody changes it.
    words jsonb not null default '{}',
    words_version int not null default 0,
    words_by uuid references people,
    words_at timestamptz,
    -- Of the first version: lateness is measured once.
    first_submitted_at timestamptz,
    revision_asked_at timestamptz,
    revision_asked_by uuid references people,
    revision_reason text,
    -- After closing it may be sent until the end of this day, for this reason; the exception expires alone.
    exception_until date,
    exception_reason text,
    exception_by uuid references people,
    reminded int[] not null default '{}',
    -- The last day on which the receiver reminded by hand.
    chased_on date,
    opened_at timestamptz not null,
    -- The day whose tree and lists the report shows; null: the last of its period.
    stands_on date,
    constraint reports_check1 check (ends_on >= starts_on),
    constraint reports_check2 check (state = 'draft' or version > 0),
    constraint reports_of_campaign check ((kind = 'monthly') = (campaign_id is null))
  );
  create unique index reports_one_per_month on reports (unit_id, month) where kind = 'monthly';
  create index reports_receiver on reports (receiver_id, kind, month);
  create index reports_due on reports (due_on) where state in ('draft', 'returned');
  create unique index reports_one_per_campaign on reports (campaign_id, unit_id) where campaign_id is not null;
  create index reports_unsent on reports (unit_id) where version = 0;
  create index reports_unit on reports (unit_id, month);

  -- Never altered once sent, but for the receiver's decision beside it.
  create table report_versions (
    report_id uuid not null references reports,
    version int not null,
    submitted_at timestamptz not null,
    submitted_by uuid not null references people,
    days_late int not null check (days_late >= 0),
    late_reason text,
    -- Words, names and counts as they were: what the document is printed from.
    content jsonb not null,
    -- Of the content and the figures, hex: what is exported and signed names it.
    content_hash text not null,
    decision text check (decision in ('accepted', 'returned')),
    decided_at timestamptz,
    decided_by uuid references people,
    decision_note text,
    constraint report_versions_check check (num_nonnulls(decision, decided_at, decided_by) = any (array[0, 3])),
    primary key (report_id, version)
  );

  create table report_comments (
    id uuid primary key,
    report_id uuid not null references reports,
    version int not null,
    -- An indicator's code or a section.
    cell text not null,
    comment text not null,
    by_id uuid not null references people,
    at timestamptz not null
  );
  create index report_comments_report on report_comments (report_id, version);

  -- The figures as a person last saw them, so that what changed since can be shown.
  create table report_looks (
    report_id uuid not null references reports,
    person_id uuid not null references people,
    figures jsonb not null,
    at timestamptz not null,
    primary key (report_id, person_id)
  );

  -- What a unit's documents carry by decree 30/2020: dated, the nearest unit above counts, one without a unit holds everywhere.
  create table office_papers (
    id uuid primary key,
    unit_id uuid references units,
    -- Letters behind the number: 15/BC-UBND.
    symbol text not null,
    capacity text not null check (capacity in ('none', 'TM', 'KT', 'TL', 'TUQ', 'Q')),
    signer_post text not null,
    signer text,
    -- Where it is written; the unit's own name when absent.
    place text,
    recipients text[] not null,
    validity daterange not null,
    -- Where copies of reports go; the contact card's address where none is named.
    mailbox text,
    -- Who drafts a unit's papers, behind "Lưu: VT".
    drafter text
  );
  create index office_papers_unit on office_papers (unit_id);

  insert into office_papers (id, symbol, capacity, signer_post, recipients, validity) values
    ('0180c2f0-0000-7000-8000-000000000005', 'BC-UBND', 'KT', 'PHÓ CHỦ TỊCH',
      '{"Như trên","Chủ tịch, các PCT UBND (để b/c)"}', '[2022-01-01,)');

  create table report_approval_rules (
    id uuid primary key,
    unit_id uuid not null references units,
    is_needed boolean not null,
    directive_id uuid not null references directives,
    validity daterange not null check (not isempty(validity)),
    constraint report_approval_rules_one_per_day exclude using gist (unit_id with =, validity with &&)
  );

  create table report_approvals (
    id uuid primary key,
    report_id uuid not null references reports,
    asked_at timestamptz not null,
    asked_by uuid not null references people,
    note text,
    late_reason text,
    with_missing boolean not null,
    outcome text check (outcome in ('approved', 'refused', 'dropped')),
    decided_at timestamptz,
    decided_by uuid references people,
    reason text,
    version int,
    constraint report_approvals_decided check ((outcome is null) = (decided_at is null)
      and (outcome is null) = (decided_by is null)),
    constraint report_approvals_reason check ((outcome = 'refused') = (reason is not null)),
    constraint report_approvals_version check ((outcome = 'approved') = (version is not null))
  );
  create unique index report_approvals_one_open on report_approvals (report_id) where outcome is null;
  create index report_approvals_of_report on report_approvals (report_id, asked_at);
`;

const figures = `
  -- Which confirmed lines the current version of a report counts. A line is in one report at most.
  create table report_facts (
    entry_id uuid not null references progress_entries,
    "position" int not null,
    report_id uuid not null references reports,
    month date not null,
    -- Its day lies in an earlier period, whose report had been sent when it was confirmed.
    is_late boolean not null,
    primary key (entry_id, "position")
  );
  create index report_facts_report on report_facts (report_id);

  create table report_figures (
    report_id uuid not null references reports,
    version int not null,
    code text not null,
    numerator bigint,
    denominator bigint,
    previous_numerator bigint,
    previous_denominator bigint,
    year_numerator bigint,
    year_denominator bigint,
    plan bigint,
    records int not null,
    late bigint not null,
    is_typed boolean not null,
    primary key (report_id, version, code),
    foreign key (report_id, version) references report_versions
  );

  -- Figures from outside our records, with who says so and from where.
  create table typed_figures (
    unit_id uuid not null references units,
    month date not null,
    code text not null,
    numerator bigint not null check (numerator >= 0),
    denominator bigint check (denominator >= 0),
    source text not null,
    by_id uuid not null references people,
    at timestamptz not null,
    primary key (unit_id, month, code)
  );

  create table figure_plans (
    unit_id uuid not null references units,
    year int not null,
    code text not null,
    value bigint not null check (value >= 0),
    by_id uuid not null references people,
    at timestamptz not null,
    primary key (unit_id, year, code)
  );

  -- Which confirmed lines the current version of a campaign's report counts. Each counts in its month as well, and in every
  -- campaign whose days it lies in: report_facts, which say in which month a line counts, know nothing of these.
  create table campaign_facts (
    report_id uuid not null references reports,
    entry_id uuid not null references progress_entries,
    "position" int not null,
    primary key (report_id, entry_id, "position")
  );
`;

const signing = `
  -- A document handed to the agency's signing tool.
  create table signed_files (
    id uuid primary key,
    report_id uuid not null references reports,
    version int not null,
    format text not null check (format in ('docx', 'pdf')),
    exported_hash text not null,
    exported_by uuid not null references people,
    exported_at timestamptz not null,
    foreign key (report_id, version) references report_versions
  );
  create index signed_files_report on signed_files (report_id, version);

  -- Signed files that came back for an export, with what was found of their signatures. One counts, earlier ones stay.
  create table signed_returns (
    id uuid primary key,
    export_id uuid not null references signed_files on delete cascade,
    hash text not null,
    taken_by uuid not null references people,
    taken_at timestamptz not null,
    -- A file with a broken signature is never kept.
    state text not null check (state in ('trusted', 'untrusted', 'unchecked')),
    added_after boolean not null,
    signatures jsonb not null,
    aside_by uuid references people,
    aside_at timestamptz,
    aside_reason text,
    constraint signed_returns_check check (num_nonnulls(aside_by, aside_at, aside_reason) = any (array[0, 3]))
  );
  create unique index signed_returns_current on signed_returns (export_id) where aside_at is null;
  create index signed_returns_export on signed_returns (export_id);
`;

const documents = `
  -- The copy that stays: a sent version as it was printed when it was sent.
  create table report_archive (
    report_id uuid not null,
    version int not null,
    format text not null check (format in ('docx', 'pdf', 'xlsx')),
    hash text not null,
    name text not null,
    kept_at timestamptz not null,
    primary key (report_id, version, format),
    foreign key (report_id, version) references report_versions
  );
`;

const lists = `
  -- A list too long for an answer. The file holds numbers of people, so it goes after some days.
  create table list_jobs (
    id uuid primary key,
    unit_id uuid not null references units,
    asked_by uuid not null references people,
    on_day date not null,
    state text not null default 'waiting' check (state in ('waiting', 'running', 'ready', 'failed')),
    percent int not null default 0 check (percent between 0 and 100),
    teams int,
    name text,
    file bytea,
    attempts int not null default 0,
    asked_at timestamptz not null,
    leased_until timestamptz,
    done_at timestamptz,
    failure_code text,
    purpose text,
    constraint list_jobs_check check ((state = 'ready') = (file is not null))
  );
  create unique index list_jobs_once on list_jobs (asked_by, unit_id, on_day) where state in ('waiting', 'running');
  create index list_jobs_asked_by on list_jobs (asked_by, asked_at);
  create index list_jobs_open on list_jobs (asked_at) where state in ('waiting', 'running');
`;

const serviceDays = `
  create table allowance_rules (
    id uuid primary key,
    unit_id uuid not null references units,
    basis text not null check (basis in ('team', 'person', 'day', 'none')),
    amount int not null check (amount >= 0),
    directive_id uuid not null references directives,
    validity daterange not null,
    constraint allowance_rules_check check ((basis = 'none') = (amount = 0)),
    constraint allowance_rules_unit_id_validity_excl exclude using gist (unit_id with =, validity with &&)
  );
`;

const restatement = `
  create table figure_parts (
    report_id uuid not null references reports,
    version int not null,
    code text not null,
    unit_id uuid not null references units,
    numerator bigint not null check (numerator >= 0),
    denominator bigint check (denominator >= 0),
    source text not null,
    by_id uuid not null references people,
    at timestamptz not null,
    primary key (report_id, version, code, unit_id),
    foreign key (report_id, version) references report_versions
  );

  create table left_drafts (
    -- Of the obligation that its unit no longer has.
    report_id uuid primary key,
    unit_id uuid not null references units,
    kind text not null,
    campaign_id uuid references campaigns,
    month date not null,
    starts_on date not null,
    ends_on date not null,
    -- As they stood in the report.
    words jsonb not null,
    left_at timestamptz not null
  );
  create index left_drafts_of_unit on left_drafts (unit_id, month);

  -- Who wrote it, looked at it, asked for the head's approval, and what was said to that.
  create table left_draft_marks (
    report_id uuid not null references left_drafts on delete cascade,
    kind text not null check (kind in ('wrote', 'looked', 'asked', 'approved', 'refused', 'dropped')),
    person_id uuid not null references people,
    at timestamptz not null,
    note text,
    primary key (report_id, kind, person_id, at)
  );
`;
