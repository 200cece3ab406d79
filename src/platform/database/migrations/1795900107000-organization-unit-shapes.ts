import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Outlines of units by days, for installations that have a map. */
export class OrganizationUnitShapes1795900107000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table unit_shapes (
        id uuid primary key,
        unit_id uuid not null references units (id),
        validity daterange not null check (not isempty(validity)),
        geometry jsonb not null,
        exclude using gist (unit_id with =, validity with &&)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table unit_shapes');
  }
}
