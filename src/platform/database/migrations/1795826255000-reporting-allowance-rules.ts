import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a province pays for the teams' work, since when, by which resolution. */
export class ReportingAllowanceRules1795826255000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table allowance_rules (
        id uuid primary key,
        unit_id uuid not null references units,
        basis text not null check (basis in ('team', 'person', 'day', 'none')),
        amount int not null check (amount >= 0),
        directive_id uuid not null references directives,
        validity daterange not null,
        check ((basis = 'none') = (amount = 0)),
        exclude using gist (unit_id with =, validity with &&)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table allowance_rules');
  }
}
