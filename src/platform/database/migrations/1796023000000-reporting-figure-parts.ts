import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What of a divided unit's sent figures is whose, where no records say it and somebody knows. */
export class ReportingFigureParts1796023000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
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
        foreign key (report_id, version) references report_versions (report_id, version)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table figure_parts');
  }
}
