import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Where a dated rule asks for it, an order to very many waits for a second officer of the same unit. */
export class TasksSecondApproval1795881000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
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
      create table order_requests (
        id uuid primary key,
        unit_id uuid not null references units,
        content jsonb not null,
        teams int not null,
        people int not null,
        draft_id uuid,
        asked_by uuid not null references people,
        asked_at timestamptz not null,
        outcome text check (outcome in ('approved', 'refused', 'dropped')),
        decided_by uuid references people,
        decided_at timestamptz,
        reason text,
        assignment_id uuid references assignments,
        constraint order_requests_decided check ((outcome is null) = (decided_at is null)
          and (outcome is null) = (decided_by is null)),
        constraint order_requests_two_people check (outcome is null or outcome = 'dropped' or decided_by <> asked_by),
        constraint order_requests_reason check ((outcome = 'refused') = (reason is not null)),
        constraint order_requests_issued check ((outcome = 'approved') = (assignment_id is not null))
      );
      create index order_requests_waiting on order_requests (unit_id, asked_at) where outcome is null;
      create index order_requests_of_draft on order_requests (draft_id) where outcome is null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table order_requests, second_approval_rules');
  }
}
