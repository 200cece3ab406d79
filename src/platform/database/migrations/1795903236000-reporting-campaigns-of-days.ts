import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A campaign may ask for the work of its days, beside one that asks for a list. */
export class ReportingCampaignsOfDays1795903236000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table campaigns
        -- The last day of the work that is asked about; a list has none.
        add column ends_on date,
        drop constraint campaigns_kind_check,
        add constraint campaigns_kind_check check (kind in ('roster', 'results')),
        add constraint campaigns_days check ((kind = 'results') = (ends_on is not null)),
        -- Nobody can report on a day before it is over.
        add constraint campaigns_due check (ends_on >= starts_on and fixed_due_on > ends_on);
      drop index campaigns_once;
      -- Two officers who ask for the same list by the same day, or for the same days under the same name, ask once.
      create unique index campaigns_once on campaigns (unit_id, fixed_due_on) where kind = 'roster' and cancelled_at is null;
      create unique index campaigns_once_of_days on campaigns (unit_id, lower(title), starts_on, ends_on)
        where kind = 'results' and cancelled_at is null;

      alter table reports
        drop constraint reports_kind_check,
        add constraint reports_kind_check check (kind in ('monthly', 'roster', 'results')),
        drop constraint reports_check,
        add constraint reports_of_campaign check ((kind = 'monthly') = (campaign_id is null));
      drop index reports_one_per_campaign;
      create unique index reports_one_per_campaign on reports (campaign_id, unit_id) where campaign_id is not null;

      -- Which confirmed lines the current version of a campaign's report counts. Each counts in its month as well, and in every
      -- campaign whose days it lies in: report_facts, which say in which month a line counts, know nothing of these.
      create table campaign_facts (
        report_id uuid not null references reports,
        entry_id uuid not null references progress_entries,
        position int not null,
        primary key (report_id, entry_id, position)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table campaign_facts;
      drop index reports_one_per_campaign;
      alter table reports
        drop constraint reports_of_campaign,
        drop constraint reports_kind_check,
        add constraint reports_kind_check check (kind in ('monthly', 'roster')),
        add constraint reports_check check ((kind = 'roster') = (campaign_id is not null));
      create unique index reports_one_per_campaign on reports (unit_id, campaign_id) where kind = 'roster';
      drop index campaigns_once_of_days;
      drop index campaigns_once;
      alter table campaigns
        drop constraint campaigns_due,
        drop constraint campaigns_days,
        drop constraint campaigns_kind_check,
        add constraint campaigns_kind_check check (kind in ('roster')),
        drop column ends_on;
      create unique index campaigns_once on campaigns (unit_id, kind, fixed_due_on) where cancelled_at is null;
    `);
  }
}
