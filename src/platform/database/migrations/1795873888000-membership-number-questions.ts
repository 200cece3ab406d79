import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Numbers that are said to be dead, and what who knows the person answered. They go with the number. */
export class MembershipNumberQuestions1795873888000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table number_questions (
        id uuid primary key,
        phone_id uuid not null references phones on delete cascade,
        person_id uuid not null references people,
        code text not null,
        state_before text not null check (state_before in ('ok', 'unverified')),
        asked_at timestamptz not null,
        reply_by_on date not null,
        answered_at timestamptz,
        answered_by uuid references people,
        answer text check (answer in ('kept', 'changed')),
        check ((answered_at is null) = (answer is null))
      );
      create index number_questions_phone on number_questions (phone_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table number_questions');
  }
}
