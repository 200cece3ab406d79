import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A commune's head approves its report before it is sent, where a dated rule asks for it. */
export class ReportingApprovals1795874865000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
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
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table report_approvals; drop table report_approval_rules');
  }
}
