import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Invites go by e-mail too, on the same way as the mails to offices. Their code stands nowhere: it is worked out of the invite. */
export class NotificationsInviteMails1795890443000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table office_mails
        -- Of an invite: which, to whom, and who sent it.
        add invite_id uuid unique references invites on delete cascade,
        add person_id uuid references people,
        add made_by uuid references people,
        drop constraint office_mails_occasion_check,
        drop constraint office_mails_of_a_report,
        add constraint office_mails_occasion_check check (occasion in ('submitted', 'accepted', 'copy', 'test', 'invite')),
        add constraint office_mails_of_a_report check ((occasion in ('test', 'invite')) = (report_id is null)
          and (report_id is null) = (version is null)),
        add constraint office_mails_of_an_invite check (num_nonnulls(invite_id, person_id, made_by)
          = case when occasion = 'invite' then 3 else 0 end);
      create index office_mails_invited on office_mails (person_id, made_at) where occasion = 'invite';
      create index office_mails_inviting on office_mails (made_by, made_at) where occasion = 'invite';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      delete from office_mails where occasion = 'invite';
      drop index office_mails_invited, office_mails_inviting;
      alter table office_mails
        drop constraint office_mails_occasion_check,
        drop constraint office_mails_of_a_report,
        drop constraint office_mails_of_an_invite,
        drop column invite_id,
        drop column person_id,
        drop column made_by,
        add constraint office_mails_occasion_check check (occasion in ('submitted', 'accepted', 'copy', 'test')),
        add constraint office_mails_of_a_report check ((occasion = 'test') = (report_id is null)
          and (report_id is null) = (version is null));
    `);
  }
}
