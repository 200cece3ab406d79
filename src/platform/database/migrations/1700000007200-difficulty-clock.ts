import type { MigrationInterface, QueryRunner } from 'typeorm';

export class DifficultyClock1700000007200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Working days in which a difficulty is answered; the nearest unit's rule holds, without a unit everywhere.
      create table difficulty_rules (
        id uuid primary key,
        unit_id uuid references units,
        days int not null check (days between 1 and 60),
        validity daterange not null
      );
      create index difficulty_rules_unit on difficulty_rules (unit_id);

      alter table difficulties
        -- Who sees to it; nobody has taken it while null.
        add column owner_id uuid references people,
        -- The last day on which an answer is in time, fixed when it was told.
        add column due_on date,
        -- To the office above the commune, which may answer from then on.
        add column escalated_at timestamptz,
        add column escalated_to uuid references units,
        add column published_at timestamptz;
      create index difficulties_open on difficulties (due_on) where answered_at is null and escalated_at is null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table difficulties drop column owner_id, drop column due_on, drop column escalated_at, drop column escalated_to, drop column published_at;
      drop table difficulty_rules;
    `);
  }
}
