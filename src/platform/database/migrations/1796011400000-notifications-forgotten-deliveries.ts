import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Inbox entries, messages and deliveries go by time: found by their age. A chunk keeps its sums when its people are forgotten. */
export class NotificationsForgottenDeliveries1796011400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Written in the order of time, many with one time: such an index is a few bytes per entry.
      create index notifications_age on notifications (created_at);
      create index messages_age on messages (created_at);
      -- Who they were, to which address and under which number of the provider's is gone; the sums are not.
      alter table delivery_chunks add column forgotten boolean not null default false;
      create index delivery_chunks_to_forget on delivery_chunks (done_at) where done_at is not null and not forgotten;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index notifications_age, messages_age, delivery_chunks_to_forget;
      alter table delivery_chunks drop column forgotten;
    `);
  }
}
