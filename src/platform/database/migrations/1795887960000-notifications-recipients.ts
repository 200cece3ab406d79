import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Offices of "Nơi nhận" have mailboxes, and reports are mailed there. */
export class NotificationsRecipients1795887960000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table recipient_mailboxes (
        id uuid primary key,
        -- In whose "Nơi nhận" the office is named; what is below may use it too.
        unit_id uuid not null references units,
        -- The office's name without marks and signs: two spellings are one office.
        key text not null,
        name text not null,
        address text not null,
        -- From the day on which its code came back; null until then.
        validity daterange,
        tries int not null default 0,
        named_by uuid not null references people,
        named_at timestamptz not null,
        confirmed_by uuid references people,
        confirmed_at timestamptz,
        constraint recipient_mailboxes_confirmed check ((validity is null) = (confirmed_at is null)
          and (confirmed_at is null) = (confirmed_by is null)),
        constraint recipient_mailboxes_one_per_day exclude using gist (unit_id with =, key with =, validity with &&)
      );
      create unique index recipient_mailboxes_tried on recipient_mailboxes (unit_id, key) where validity is null;

      alter table office_mails
        alter report_id drop not null,
        alter version drop not null,
        add recipient text,
        -- Null again for the test of a mailbox that was given up.
        add mailbox_id uuid references recipient_mailboxes on delete set null,
        -- Which time that the version goes there.
        add round int not null default 1,
        add is_signed boolean not null default false,
        drop constraint office_mails_occasion_check,
        drop constraint office_mails_report_id_version_occasion_unit_id_key,
        add constraint office_mails_occasion_check check (occasion in ('submitted', 'accepted', 'copy', 'test')),
        add constraint office_mails_of_a_report check ((occasion = 'test') = (report_id is null)
          and (report_id is null) = (version is null)),
        add constraint office_mails_to_an_office check (occasion not in ('copy', 'test') or recipient is not null);
      create unique index office_mails_once on office_mails
        (report_id, version, occasion, unit_id, coalesce(recipient, ''), round) where report_id is not null;
      create index office_mails_tests on office_mails (unit_id, made_at) where occasion = 'test';
      create index office_mails_of_mailbox on office_mails (mailbox_id) where mailbox_id is not null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      delete from office_mails where occasion in ('copy', 'test') or round > 1;
      drop index office_mails_once, office_mails_tests, office_mails_of_mailbox;
      alter table office_mails
        drop constraint office_mails_occasion_check,
        drop constraint office_mails_of_a_report,
        drop constraint office_mails_to_an_office,
        drop column recipient,
        drop column mailbox_id,
        drop column round,
        drop column is_signed,
        alter report_id set not null,
        alter version set not null,
        add constraint office_mails_occasion_check check (occasion in ('submitted', 'accepted')),
        add constraint office_mails_report_id_version_occasion_unit_id_key unique (report_id, version, occasion, unit_id);
      drop table recipient_mailboxes;
    `);
  }
}
