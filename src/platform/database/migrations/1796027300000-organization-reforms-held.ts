import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A scheduled reform is looked at each day: what keeps it from beginning, and to which greater one it has given way. */
export class OrganizationReformsHeld1796027300000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table reorganisations
        add column checked_on date,
        -- The first of what keeps it from beginning, and of how much. Null while nothing does.
        add column held jsonb,
        -- The greater reform for which it was taken back; that one may be a draft that was dropped since.
        add column gave_way_to uuid;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table reorganisations drop column checked_on, drop column held, drop column gave_way_to`);
  }
}
