import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A search begins with the units that may have given an order to the reader's teams. */
export class TasksOrdersOfIssuer1795853000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('create index assignments_of_issuer on assignments (issuer_unit_id, issued_at desc)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index assignments_of_issuer');
  }
}
