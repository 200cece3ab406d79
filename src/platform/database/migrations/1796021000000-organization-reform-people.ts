import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A reform says of a post whether it stands in and which seat of the committee it is, and for how long the past may be read. */
export class OrganizationReformPeople1796021000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- lock: reforms are written by one organiser at a time, and nobody else reads them
      alter table reorganisation_lines
        add column stand_in boolean not null default false,
        add column seat text check (seat in ('head', 'deputy_head', 'standing', 'member')),
        add constraint reorganisation_lines_of_posts check (kind = 'post' or not stand_in and seat is null);
      -- lock: some ten rows
      alter table reorganisations add column past_days int not null default 30 check (past_days between 0 and 366);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table reorganisations drop column past_days;
      alter table reorganisation_lines drop constraint reorganisation_lines_of_posts, drop column seat, drop column stand_in;
    `);
  }
}
