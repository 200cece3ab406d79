import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Forms that an officer makes: versions, the times they are asked, and each unit's answers. */
export class ReportingForms1796200000740 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [forms, rounds, sheets, approvals]) await runner.query(part);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      delete from send_requests where kind in ('form', 'formReminder');
      alter table send_requests drop constraint send_requests_kind_check, drop constraint send_requests_result;
      alter table send_requests
        add constraint send_requests_kind_check check (kind in ('order', 'campaign', 'teamReminder', 'reportReminder',
          'campaignReminder', 'groupNames')),
        add constraint send_requests_result check (((not (outcome is distinct from 'approved')) and (kind in ('order',
          'campaign'))) = (result_id is not null));
      drop table form_returns, form_sent, form_sheets, form_rounds, form_versions, forms cascade;
      drop function form_version_stays() cascade;
    `);
  }
}

const forms = `
  create table forms (
    id uuid primary key,
    unit_id uuid not null references units,
    title text not null,
    -- As they are written now; what was published stands in form_versions.
    questions jsonb not null,
    -- Counts what was written: two officers who write at once do not lose each other's.
    edit int not null default 0,
    written_by uuid not null references people,
    written_at timestamptz not null,
    made_by uuid not null references people,
    made_at timestamptz not null
  );
  create index forms_unit on forms (unit_id, made_at desc);

  create table form_versions (
    form_id uuid not null references forms,
    version int not null check (version > 0),
    title text not null,
    questions jsonb not null,
    published_by uuid not null references people,
    published_at timestamptz not null,
    primary key (form_id, version)
  );
  -- Answers are read by the version that was asked: it never changes.
  create function form_version_stays() returns trigger language plpgsql as $$
    begin
      if old.questions is distinct from new.questions or old.version <> new.version or old.form_id <> new.form_id then
        raise exception 'a published version of a form never changes';
      end if;
      return new;
    end
  $$;
  create trigger form_version_stays before update on form_versions for each row execute function form_version_stays();
`;

const rounds = `
  create table form_rounds (
    id uuid primary key,
    form_id uuid not null,
    -- The version that is asked now: a later one adds to it.
    version int not null,
    unit_id uuid not null references units,
    directive_id uuid references directives,
    note text,
    -- The last day on time as it was asked, before any shift and after it.
    fixed_due_on date not null,
    due_on date not null,
    shift text not null default 'none' check (shift in ('none', 'next', 'previous')),
    -- The last day on which answers are taken.
    closes_on date not null check (closes_on >= due_on),
    made_by uuid not null references people,
    made_at timestamptz not null,
    recall_until timestamptz not null,
    recalled_at timestamptz,
    recalled_by uuid references people,
    recall_reason text,
    foreign key (form_id, version) references form_versions (form_id, version)
  );
  create index form_rounds_form on form_rounds (form_id, made_at desc);
  create index form_rounds_unit on form_rounds (unit_id, made_at desc);
`;

const sheets = `
  create table form_sheets (
    id uuid primary key,
    round_id uuid not null references form_rounds,
    unit_id uuid not null references units,
    state text not null default 'open' check (state in ('open', 'sent', 'returned')),
    -- What is written down; what was sent stands in form_sent.
    answers jsonb not null default '{}',
    reasons jsonb not null default '{}',
    edit int not null default 0,
    kept_by uuid references people,
    kept_at timestamptz,
    -- How often it was sent.
    number int not null default 0,
    first_sent_on date,
    reminded int[] not null default '{}',
    chased_on date,
    revision_reason text,
    revision_asked_by uuid references people,
    unique (round_id, unit_id)
  );
  create index form_sheets_unit on form_sheets (unit_id);

  create table form_sent (
    sheet_id uuid not null references form_sheets,
    number int not null check (number > 0),
    version int not null,
    answers jsonb not null,
    reasons jsonb not null,
    sent_by uuid not null references people,
    sent_at timestamptz not null,
    primary key (sheet_id, number)
  );

  create table form_returns (
    id uuid primary key,
    sheet_id uuid not null,
    -- Of what was sent.
    number int not null,
    question text not null,
    sentence text not null,
    -- Left out of sums until it is answered anew.
    is_apart boolean not null,
    by_id uuid not null references people,
    at timestamptz not null,
    unique (sheet_id, number, question),
    foreign key (sheet_id, number) references form_sent (sheet_id, number)
  );
`;

const approvals = `
  -- A form that goes to many waits for a second officer, as what is asked for by a campaign does.
  alter table send_requests drop constraint send_requests_kind_check, drop constraint send_requests_result;
  alter table send_requests
    add constraint send_requests_kind_check check (kind in ('order', 'campaign', 'teamReminder', 'reportReminder',
      'campaignReminder', 'groupNames', 'form', 'formReminder')),
    add constraint send_requests_result check (((not (outcome is distinct from 'approved')) and (kind in ('order',
      'campaign', 'form'))) = (result_id is not null));
`;
