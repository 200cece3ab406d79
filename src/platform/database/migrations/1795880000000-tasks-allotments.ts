import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An office above communes gives each of them a number, which the commune hands on to its teams by orders of its own. */
export class TasksAllotments1795880000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
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
        cancelled_at timestamptz, cancelled_by uuid references people, cancel_reason text
      );
      create index allotments_newest on allotments (issued_at desc, id desc);
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
      alter table assignments add column origin_id uuid references allotments;
      create index assignments_of_origin on assignments (origin_id) where origin_id is not null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'alter table assignments drop column origin_id; drop table allotment_changes, allotment_shares, allotments',
    );
  }
}
