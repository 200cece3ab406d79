import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A chunk keeps its sums when its people are forgotten. */
export class NotificationsForgottenDeliveries1796011400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Who they were, to which address and under which number of the provider's is gone; the sums are not.
      alter table delivery_chunks add column forgotten boolean not null default false;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table delivery_chunks drop column forgotten');
  }
}
