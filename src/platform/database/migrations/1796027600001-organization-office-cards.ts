import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Contact cards are entered by those whose they are: when they answer, where they sit, and since when somebody says that it is right. */
export class OrganizationOfficeCards1796027600001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table offices add hours text, add address text, add answered_by text, add is_office boolean not null default false,
        add checked_on date;
      comment on column offices.answered_by is 'The role whose holder answers: who holds it changes, the card does not';
      comment on column offices.is_office is 'Somebody said that a number that looks like a person''s is the office''s';
      -- lock: offices are a few hundred rows.
      create index offices_of_unit on offices (unit_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index offices_of_unit;
      alter table offices drop hours, drop address, drop answered_by, drop is_office, drop checked_on;
    `);
  }
}
