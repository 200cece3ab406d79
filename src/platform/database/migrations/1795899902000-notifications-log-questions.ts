import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whoever looked at numbers or took a list away can be asked why, once. */
export class NotificationsLogQuestions1795899902000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table log_questions (
        id uuid primary key,
        -- The look or the list; the question goes with it.
        act_id uuid not null unique references access_acts on delete cascade,
        person_id uuid not null references people,
        -- In whose log it was asked.
        unit_id uuid not null references units,
        asked_by uuid not null references people,
        asked_at timestamptz not null,
        answer text,
        answered_at timestamptz,
        check ((answer is null) = (answered_at is null))
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table log_questions`);
  }
}
