import type { MigrationInterface, QueryRunner } from 'typeorm';

export class PapersKept1700000007300 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Where copies of reports go; the contact card's address where none is named.
      alter table office_papers add column mailbox text;

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
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table list_jobs, office_mails, report_archive;
      alter table office_papers drop column mailbox;
    `);
  }
}
