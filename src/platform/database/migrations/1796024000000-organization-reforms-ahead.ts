import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A reform may stand on units that an earlier one will make on its day: they have their ids from the day on which that one is
 * scheduled, and a row among the units when it is applied.
 */
export class OrganizationReformsAhead1796024000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table reorganisation_lines
        drop constraint reorganisation_lines_unit_id_fkey,
        drop constraint reorganisation_lines_parent_id_fkey;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      delete from reorganisations r where state <> 'applied' and exists (
        select 1 from reorganisation_lines l where l.reorganisation_id = r.id and (
          l.unit_id is not null and not exists (select 1 from units u where u.id = l.unit_id)
          or l.parent_id is not null and not exists (select 1 from units u where u.id = l.parent_id)));
      alter table reorganisation_lines
        add constraint reorganisation_lines_unit_id_fkey foreign key (unit_id) references units,
        add constraint reorganisation_lines_parent_id_fkey foreign key (parent_id) references units;
    `);
  }
}
