import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Figures that had better be asked about before their month is accepted, and what was said of them. */
export class ReportingOddFigures1796200000720 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- One figure of one unit in one month. What is found again is the same row; what is not found any more is closed.
      create table odd_figures (
        id uuid primary key,
        unit_id uuid not null references units,
        month date not null,
        code text not null,
        report_id uuid not null references reports on delete cascade,
        -- Of the report, in which it was found last.
        version int not null,
        value bigint,
        -- Which checks, and the same with what each says.
        checks text[] not null,
        reasons jsonb not null,
        usual_low double precision,
        usual_high double precision,
        -- What the sum of the province has too much or too little by it, and that sum; null where nobody can say.
        difference double precision,
        share double precision,
        total double precision not null,
        found_at timestamptz not null,
        closed_at timestamptz,
        question text,
        asked_by uuid references people,
        asked_at timestamptz,
        answer text,
        answered_by uuid references people,
        answered_at timestamptz,
        dismiss_reason text,
        dismissed_by uuid references people,
        dismissed_at timestamptz,
        constraint odd_figures_once unique (unit_id, month, code),
        constraint odd_figures_of_report unique (report_id, code),
        constraint odd_figures_asked check (num_nonnulls(question, asked_by, asked_at) in (0, 3)),
        constraint odd_figures_answered check (num_nonnulls(answer, answered_by, answered_at) in (0, 3)),
        constraint odd_figures_answered_when_asked check (answered_at is null or asked_at is not null),
        constraint odd_figures_dismissed check (num_nonnulls(dismiss_reason, dismissed_by, dismissed_at) in (0, 3))
      );

      -- When the figures of a month were looked through, of the communes that are compared with each other.
      create table odd_looks (
        unit_id uuid not null references units,
        month date not null,
        looked_at timestamptz not null,
        communes int not null,
        figures int not null,
        primary key (unit_id, month)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table odd_looks, odd_figures');
  }
}
