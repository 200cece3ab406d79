import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Telecom and post are to raise the share of people who buy online: it had no indicator. Nobody records who bought what, so
 * that an officer types both numbers with their source, those who buy and those who were asked, as with other shares.
 */
export class OrganizationOnlineBuyers1796027510000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- lock: one row of the catalogue.
      insert into indicators (code, name, name_en, unit, unit_en, pillar, aggregation, target, typed, dimensions, validity)
      values ('KT10', 'Tỷ lệ người dân mua hàng trực tuyến', 'People who buy online', '%', '%', 'digital_economy', 'ratio', null,
        true, '[]', '[2022-01-01,)')
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`delete from indicators where code = 'KT10'`);
  }
}
