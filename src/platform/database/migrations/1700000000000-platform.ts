import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Platform1700000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create extension if not exists unaccent;
      create extension if not exists pg_trgm;
      create extension if not exists btree_gist;

      -- The one fold for searching: marks, case and đ are ignored; immutable, so that it can be indexed.
      create function fold(value text) returns text language sql immutable parallel safe strict
        return lower(public.unaccent('public.unaccent'::regdictionary, normalize(value, NFC)));

      create table outbox (
        id uuid primary key,
        name text not null,
        payload jsonb not null,
        occurred_at timestamptz not null,
        actor_id uuid, post_id uuid, unit_id uuid, command_id uuid,
        changes jsonb not null default '{}',
        claimed_until timestamptz,
        published_at timestamptz
      );
      create index outbox_unpublished on outbox (id) where published_at is null;
      create index outbox_by_subject on outbox using gin (payload jsonb_path_ops);

      -- One row per event and subscriber: what is not done is put into the queue again, whatever the queue lost.
      create table event_handlings (
        event_id uuid not null references outbox on delete cascade,
        subscriber text not null,
        attempts int not null default 0,
        next_attempt_at timestamptz not null,
        done_at timestamptz,
        failure text,
        primary key (event_id, subscriber)
      );
      create index event_handlings_open on event_handlings (next_attempt_at) where done_at is null;

      create table ticks (name text primary key, ran_at timestamptz not null);

      create table command_answers (
        person_id uuid not null,
        command_id uuid not null,
        route text not null,
        body_hash text not null,
        status int,
        answer jsonb,
        started_at timestamptz not null,
        primary key (person_id, command_id)
      );
      create index command_answers_age on command_answers (started_at);

      create table secrets (name text primary key, value text not null);

      create table access_log (
        id uuid primary key,
        at timestamptz not null,
        person_id uuid not null,
        what text not null,
        subject_id uuid,
        purpose text
      );
      create index access_log_subject on access_log (subject_id, at);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table access_log, secrets, command_answers, ticks, event_handlings, outbox;
      drop function fold(text);
    `);
  }
}
