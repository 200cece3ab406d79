import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Figures of months and years before the records, by the files that they came in. */
export class ReportingPastFigures1796200000730 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table past_imports (
        id uuid primary key,
        unit_id uuid not null references units,
        file_name text not null,
        -- The paper that the figures are from.
        source text not null,
        by_id uuid not null references people,
        at timestamptz not null,
        taken_back_by uuid references people,
        taken_back_at timestamptz,
        taken_back_reason text,
        constraint past_imports_taken_back
          check (num_nonnulls(taken_back_by, taken_back_at, taken_back_reason) = any (array[0, 3]))
      );
      create index past_imports_unit on past_imports (unit_id, at);

      -- Beside the reports, never within their sums.
      create table past_figures (
        import_id uuid not null references past_imports,
        unit_id uuid not null references units,
        -- A month, '2025-11', or a whole year, '2025'.
        period text not null check (period ~ '^[0-9]{4}(-(0[1-9]|1[0-2]))?$'),
        code text not null,
        numerator bigint check (numerator >= 0),
        denominator bigint check (denominator >= 0),
        -- False once its file was taken back: kept, and read no more.
        counts boolean not null default true,
        primary key (import_id, unit_id, period, code)
      );
      create unique index past_figures_once on past_figures (unit_id, period, code) where counts;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table past_figures, past_imports');
  }
}
