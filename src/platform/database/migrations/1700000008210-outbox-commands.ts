import type { MigrationInterface, QueryRunner } from 'typeorm';

export class OutboxCommands1700000008210 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Whether a command has written what it was to write, asked when it comes again without a kept answer.
      create index outbox_commands on outbox (command_id) where command_id is not null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index outbox_commands');
  }
}
