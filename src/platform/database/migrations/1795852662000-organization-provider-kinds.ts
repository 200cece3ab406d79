import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Unions go along too, as the Youth Union; coverage is looked for by its places. */
export class OrganizationProviderKinds1795852662000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table providers drop constraint providers_kind_check,
        add constraint providers_kind_check check (kind in ('telecom', 'post', 'viettel_post', 'union'));
      create index provider_coverage_unit on provider_coverage (unit_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index provider_coverage_unit;
      alter table providers drop constraint providers_kind_check,
        add constraint providers_kind_check check (kind in ('telecom', 'post', 'viettel_post')) not valid;
    `);
  }
}
