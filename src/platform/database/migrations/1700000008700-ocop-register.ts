import type { MigrationInterface, QueryRunner } from 'typeorm';

export class OcopRegister1700000008700 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Why a product left the register, and which decision of a commune put it onto its marketplace: taken back, it is off again.
      alter table ocop_products add column end_reason text, add column listed_by uuid;
      create index ocop_products_listed_by on ocop_products (listed_by) where listed_by is not null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table ocop_products drop column end_reason, drop column listed_by');
  }
}
