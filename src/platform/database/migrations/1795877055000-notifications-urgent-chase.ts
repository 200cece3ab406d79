import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An urgent order is chased sooner: by so much of the hours of the others. */
export class NotificationsUrgentChase1795877055000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'alter table chase_rules add column urgent_percent int not null default 50 check (urgent_percent between 10 and 100)',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table chase_rules drop column urgent_percent');
  }
}
