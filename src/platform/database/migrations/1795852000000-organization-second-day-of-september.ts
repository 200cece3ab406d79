import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * National Day has two days since the Labour Code of 2019 (article 112); the Prime Minister fixes each year which day beside
 * 2 September it is. These are fixed; an administrator records those of later years.
 */
export class OrganizationSecondDayOfSeptember1795852000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `insert into holidays (on_date, name, kind) select day::date, 'Quốc khánh', 'holiday' from unnest($1::text[]) as day
        on conflict (on_date) do nothing`,
      [days],
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`delete from holidays where on_date = any($1::text[]::date[]) and name = 'Quốc khánh'`, [days]);
  }
}

const days = ['2022-09-01', '2023-09-01', '2024-09-03', '2025-09-01', '2026-09-01'];
