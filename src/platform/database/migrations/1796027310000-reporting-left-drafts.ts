import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was written in reports that units which ended no longer owe: their heirs read it and choose from it. */
export class ReportingLeftDrafts1796027310000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables);
    await runner.query(`
      alter table reorganisation_counts drop constraint reorganisation_counts_name_check;
      alter table reorganisation_counts add constraint reorganisation_counts_name_check
        check (name in ('hamlets', 'teams', 'members', 'tasks', 'sessions', 'drafts')) not valid;
    `);
    await runner.query(`alter table reorganisation_counts validate constraint reorganisation_counts_name_check`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table left_draft_marks;
      drop table left_drafts;
      delete from reorganisation_counts where name = 'drafts';
      alter table reorganisation_counts drop constraint reorganisation_counts_name_check;
      alter table reorganisation_counts add constraint reorganisation_counts_name_check
        check (name in ('hamlets', 'teams', 'members', 'tasks', 'sessions'));
    `);
  }
}

const tables = `
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
