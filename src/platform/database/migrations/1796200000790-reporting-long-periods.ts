import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Reports of a quarter, half a year, nine months or a year: asked for as those of some days are, summed from months. */
export class ReportingLongPeriods1796200000790 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table campaigns drop constraint campaigns_kind_check,
        add constraint campaigns_kind_check check (kind in ('roster', 'results', 'months')) not valid,
        drop constraint campaigns_days,
        add constraint campaigns_days check ((kind <> 'roster') = (ends_on is not null)) not valid;
      alter table reports drop constraint reports_kind_check,
        add constraint reports_kind_check check (kind in ('monthly', 'roster', 'results', 'months')) not valid;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table campaigns drop constraint campaigns_kind_check,
        add constraint campaigns_kind_check check (kind in ('roster', 'results')),
        drop constraint campaigns_days, add constraint campaigns_days check ((kind = 'results') = (ends_on is not null));
      alter table reports drop constraint reports_kind_check,
        add constraint reports_kind_check check (kind in ('monthly', 'roster', 'results'));
    `);
  }
}
