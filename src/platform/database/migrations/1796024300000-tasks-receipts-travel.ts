import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A report that waits goes along to the commune of the day under the number that its team was told. Numbers are given one after
 * the other under the lock of the commune's counter; two former communes may have given the same one.
 */
export class TasksReceiptsTravel1796024300000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table progress_entries drop constraint progress_entries_receipt');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      update progress_entries e set receipt = e.receipt || '-' || right(e.id::text, 6) where exists (
        select 1 from progress_entries o where o.commune_id = e.commune_id and o.receipt = e.receipt and o.id < e.id);
      alter table progress_entries add constraint progress_entries_receipt unique (commune_id, receipt);
    `);
  }
}
