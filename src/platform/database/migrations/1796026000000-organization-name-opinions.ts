import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Communes are asked about the names that a reform proposes for their hamlets, and say what they think of each. */
export class OrganizationNameOpinions1796026000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table name_opinions (
        reorganisation_id uuid not null references reorganisations on delete cascade,
        hamlet_id uuid not null references units,
        commune_id uuid not null references units,
        name text not null,
        asked_by uuid not null references people,
        asked_at timestamptz not null,
        answer_by date not null,
        stands boolean not null default true,
        about text,
        other_name text,
        remark text,
        answered_by uuid references people,
        answered_at timestamptz,
        primary key (reorganisation_id, hamlet_id),
        check (num_nonnulls(about, answered_by, answered_at) in (0, 3)),
        check (about is not null or num_nonnulls(other_name, remark) = 0)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table name_opinions;`);
  }
}
