import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Webhooks1700000005600 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`${events}${chats}${consents}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table oa_consents, chat_hints, chat_questions, webhook_events;');
  }
}

const events = `
  -- Each event that a platform has told, once. Its id is made from the channel and the platform's own key for it, so the
  -- same event delivered again is the same row, and what it orders is the same command.
  create table webhook_events (
    id uuid primary key,
    channel text not null,
    kind text not null,
    -- Whose chat it is of: those of one chat are worked in turn. Forgotten with the body.
    chat text,
    -- Until it is worked; then nothing of what people wrote is kept.
    body jsonb,
    received_at timestamptz not null,
    -- Not before then: after a failure, or while somebody works on it.
    due_at timestamptz not null,
    attempts int not null default 0,
    done_at timestamptz,
    -- The last attempt has failed; when done: it was given up.
    failed boolean not null default false,
    check ((done_at is null) = (body is not null and chat is not null))
  );
  create index webhook_events_due on webhook_events (due_at) where done_at is null;
  create index webhook_events_chat on webhook_events (channel, chat, received_at, id) where done_at is null;
  create index webhook_events_old on webhook_events (received_at);
`;

const chats = `
  -- The one question that is open in a chat: what each of its answers orders. Numbers and buttons name the answer.
  create table chat_questions (
    channel text not null,
    address text not null,
    id uuid not null,
    content jsonb not null,
    expires_at timestamptz not null,
    -- The event that answered it; the same event may do so again after a crash, no other.
    answered_by uuid,
    primary key (channel, address)
  );
  create index chat_questions_expiry on chat_questions (expires_at);

  -- When a stranger was last told how to link: once in a while, not at each word.
  create table chat_hints (
    channel text not null,
    address text not null,
    hinted_at timestamptz not null,
    -- The event that was answered so: worked again after a crash, it is answered again.
    hinted_by uuid not null,
    primary key (channel, address)
  );
`;

const consents = `
  -- A consent of the Official Account that was asked for; the verifier is derived from the state, which only its link carries.
  create table oa_consents (
    state_hash bytea primary key,
    asked_by uuid not null references people,
    expires_at timestamptz not null,
    used_at timestamptz
  );
`;
