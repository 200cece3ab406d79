import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a message is about where that is no order and no session, so that it can be taken back with it. */
export class NotificationsSubjects1795903229000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table messages add column subject text');
    await runner.query('create index messages_subject on messages (subject) where subject is not null');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index messages_subject');
    await runner.query('alter table messages drop column subject');
  }
}
