import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ChatSaid1700000008600 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- What was recorded last from a chat: "sửa 4" means that, and nothing that was recorded elsewhere.
      create table chat_said (
        channel text not null,
        address text not null,
        person_id uuid not null references people,
        entries jsonb not null,
        said_at timestamptz not null,
        primary key (channel, address)
      );
      create index chat_said_old on chat_said (said_at);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table chat_said;');
  }
}
