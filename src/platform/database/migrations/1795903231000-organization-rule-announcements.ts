import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Rules that people were told of before their day: what was told, and until when it goes back without a word. */
export class OrganizationRuleAnnouncements1795903231000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table rule_announcements (
        id uuid primary key,
        unit_id uuid not null references units,
        kind text not null,
        from_on date not null,
        directive_id uuid not null references directives,
        value jsonb not null,
        -- What would hold on that day without it.
        held jsonb,
        people int not null check (people >= 0),
        recall_until timestamptz not null,
        announced_at timestamptz not null,
        called_off_at timestamptz
      );
      create unique index rule_announcements_standing on rule_announcements (unit_id, kind, from_on) where called_off_at is null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table rule_announcements');
  }
}
