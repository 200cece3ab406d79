import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Work on OCOP products says by name which ones it has put onto which marketplace. */
export class TasksEntryProducts1795826296000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table entry_products (
        entry_id uuid not null references progress_entries,
        product_id uuid not null references ocop_products,
        marketplace text not null,
        link text not null,
        -- False for what was named before or stood on a marketplace already: it is kept, and adds nothing to the number.
        counted boolean not null,
        first_entry_id uuid references progress_entries,
        primary key (entry_id, product_id)
      );
      create index entry_products_by_product on entry_products (product_id) where counted;
      create index entry_products_doubled on entry_products (first_entry_id) where first_entry_id is not null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table entry_products');
  }
}
