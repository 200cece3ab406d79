import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Messages are found by the session that they tell of; a trainer notes whom they called. */
export class SessionMessages1700000006100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create index messages_session on messages (session_id) where session_id is not null;
      alter table session_invitations add column told_at timestamptz;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table session_invitations drop column told_at;
      drop index messages_session;
    `);
  }
}
