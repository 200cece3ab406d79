import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A difficulty has a life: where it is, who is to settle it, what was asked and answered in turn, and its end. What was
 * answered once for all stands apart from it, so that a further question does not take the answer from everybody else.
 */
export class TasksDifficulties1795826245000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table difficulties
        add column hamlet_id uuid references units,
        add column spot text,
        -- Who is to settle it instead of the commune: the company whose signal covers the hamlet.
        add column provider_id uuid references providers,
        -- By when who answered said that it is settled; the team is asked afterwards, once.
        add column promised_on date,
        add column asked_back_at timestamptz,
        -- The team said that it is settled.
        add column closed_at timestamptz;
      create index difficulties_unit on difficulties (unit_id);
      create index difficulties_provider on difficulties (provider_id) where provider_id is not null;
      create index difficulties_promised on difficulties (promised_on)
        where promised_on is not null and asked_back_at is null and closed_at is null;

      -- What happened to a difficulty after it was told, in turn.
      create table difficulty_steps (
        id uuid primary key,
        difficulty_id uuid not null references difficulties,
        kind text not null,
        text text,
        -- Null: by the clock or by a rule.
        by_id uuid references people,
        provider_id uuid references providers,
        promised_on date,
        at timestamptz not null
      );
      create index difficulty_steps_difficulty on difficulty_steps (difficulty_id, at);
      insert into difficulty_steps (id, difficulty_id, kind, text, by_id, at)
        select gen_random_uuid(), id, 'answered', answer, answered_by, answered_at from difficulties where answered_at is not null;
      insert into difficulty_steps (id, difficulty_id, kind, at)
        select gen_random_uuid(), id, 'above', escalated_at from difficulties where escalated_at is not null;

      -- An answer that helps others too, without who asked.
      create table know_how (
        difficulty_id uuid primary key references difficulties,
        kind text not null,
        title text not null,
        answer text not null,
        commune_id uuid not null references units,
        -- What the work counts in which it was asked; null when it belongs to no task.
        indicator_code text,
        published_by uuid references people,
        published_at timestamptz not null
      );
      create index know_how_commune on know_how (commune_id, published_at desc);
      insert into know_how (difficulty_id, kind, title, answer, commune_id, indicator_code, published_by, published_at)
        select d.id, d.kind, d.text, d.answer, d.commune_id, a.indicator_code, d.answered_by, d.published_at
          from difficulties d left join tasks t on t.id = d.task_id left join assignments a on a.id = t.assignment_id
         where d.published_at is not null and d.answer is not null;
      create table know_how_uses (
        difficulty_id uuid not null references know_how,
        team_id uuid not null references teams,
        by_id uuid not null references people,
        at timestamptz not null,
        primary key (difficulty_id, team_id)
      );

      -- A photo belongs to an entry or to a difficulty.
      alter table photos
        alter column entry_id drop not null,
        add column difficulty_id uuid references difficulties,
        add constraint photos_of_one check (num_nonnulls(entry_id, difficulty_id) = 1);
      create index photos_difficulty on photos (difficulty_id) where difficulty_id is not null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      delete from photos where entry_id is null;
      drop index photos_difficulty;
      alter table photos drop column difficulty_id, alter column entry_id set not null;
      drop table know_how_uses, know_how, difficulty_steps;
      alter table difficulties drop column hamlet_id, drop column spot, drop column provider_id, drop column promised_on,
        drop column asked_back_at, drop column closed_at;
      drop index if exists difficulties_unit;
    `);
  }
}
