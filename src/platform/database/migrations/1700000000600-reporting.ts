import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Reporting1700000000600 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [campaigns, reports, facts, figures, review, documents, mails, lists]) await runner.query(part);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table list_jobs, office_mails, report_archive, signed_returns, signed_files, office_papers, report_looks, report_comments,
        figure_plans, typed_figures, report_figures, report_facts, report_versions, reports, campaigns;
      drop function report_month(date, int);
    `);
  }
}

const campaigns = `
  -- The first day of the month whose report a day's work belongs to: with 15, 15 November is December's.
  create function report_month(on_date date, window_start_day int) returns date
    language sql immutable parallel safe as $$
      select (date_trunc('month', on_date - (window_start_day - 1)) + interval '1 month')::date
    $$;

  -- Something reported once by every commune below, such as "Appendix 1 before 20/4".
  create table campaigns (
    id uuid primary key,
    unit_id uuid not null references units,
    directive_id uuid references directives,
    kind text not null check (kind in ('roster')),
    title text not null,
    starts_on date not null,
    -- The last day on time as the directive fixes it, before any shift.
    fixed_due_on date not null,
    shift text not null default 'none' check (shift in ('none', 'next', 'previous')),
    made_by uuid not null references people,
    made_at timestamptz not null,
    cancelled_at timestamptz,
    cancelled_by uuid references people, cancel_reason text,
    check (fixed_due_on >= starts_on)
  );
  create index campaigns_unit on campaigns (unit_id);
  -- Two officers who ask for the same by the same day ask once.
  create unique index campaigns_once on campaigns (unit_id, kind, fixed_due_on) where cancelled_at is null;
`;

const reports = `
  -- One row is a unit's obligation for one period and the report that fulfils it.
  create table reports (
    id uuid primary key,
    unit_id uuid not null references units,
    unit_kind text not null check (unit_kind in ('commune', 'district', 'province')),
    kind text not null check (kind in ('monthly', 'roster')),
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
    words_by uuid references people, words_at timestamptz,
    -- Of the first version: lateness is measured once.
    first_submitted_at timestamptz,
    revision_asked_at timestamptz, revision_asked_by uuid references people, revision_reason text,
    -- After closing it may be sent until the end of this day, for this reason; the exception expires alone.
    exception_until date, exception_reason text, exception_by uuid references people,
    reminded int[] not null default '{}',
    -- The last day on which the receiver reminded by hand.
    chased_on date,
    opened_at timestamptz not null,
    check ((kind = 'roster') = (campaign_id is not null)),
    check (ends_on >= starts_on),
    check (state = 'draft' or version > 0)
  );
  create unique index reports_one_per_month on reports (unit_id, month) where kind = 'monthly';
  create unique index reports_one_per_campaign on reports (unit_id, campaign_id) where kind = 'roster';
  create index reports_receiver on reports (receiver_id, kind, month);
  create index reports_due on reports (due_on) where state in ('draft', 'returned');

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
    decided_at timestamptz, decided_by uuid references people, decision_note text,
    primary key (report_id, version),
    check (num_nonnulls(decision, decided_at, decided_by) in (0, 3))
  );
`;

const facts = `
  -- Which confirmed lines the current version of a report counts. A line is in one report at most.
  create table report_facts (
    entry_id uuid not null references progress_entries,
    position int not null,
    report_id uuid not null references reports,
    month date not null,
    -- Its day lies in an earlier period, whose report had been sent when it was confirmed.
    is_late boolean not null,
    primary key (entry_id, position)
  );
  create index report_facts_report on report_facts (report_id);
`;

const figures = `
  create table report_figures (
    report_id uuid not null references reports,
    version int not null,
    code text not null,
    numerator bigint, denominator bigint,
    previous_numerator bigint, previous_denominator bigint,
    year_numerator bigint, year_denominator bigint,
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
`;

const review = `
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
`;

const documents = `
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
  insert into office_papers (id, symbol, capacity, signer_post, recipients, validity)
    values ('0180c2f0-0000-7000-8000-000000000005', 'BC-UBND', 'KT', 'PHÓ CHỦ TỊCH',
            '{"Như trên","Chủ tịch, các PCT UBND (để b/c)"}', '[2022-01-01,)');

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
    check (num_nonnulls(aside_by, aside_at, aside_reason) in (0, 3))
  );
  create unique index signed_returns_current on signed_returns (export_id) where aside_at is null;
  create index signed_returns_export on signed_returns (export_id);

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

const mails = `
  -- A copy on its way to an office's mailbox. One per version, occasion and office, however often the event is worked.
  create table office_mails (
    id uuid primary key,
    report_id uuid not null,
    version int not null,
    occasion text not null check (occasion in ('submitted', 'accepted')),
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
    foreign key (report_id, version) references report_versions,
    unique (report_id, version, occasion, unit_id)
  );
  create index office_mails_due on office_mails (due_at) where state in ('due', 'claimed');
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
    check ((state = 'ready') = (file is not null))
  );
  create unique index list_jobs_once on list_jobs (asked_by, unit_id, on_day) where state in ('waiting', 'running');
  create index list_jobs_asked_by on list_jobs (asked_by, asked_at);
  create index list_jobs_open on list_jobs (asked_at) where state in ('waiting', 'running');
`;
