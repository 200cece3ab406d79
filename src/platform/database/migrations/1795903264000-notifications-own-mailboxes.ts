import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which mailbox a unit's copies went to before mailboxes of its own were tried is asked at every sending. */
export class NotificationsOwnMailboxes1795903264000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create index office_mails_of_unit on office_mails (unit_id) where recipient is null and report_id is not null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index office_mails_of_unit;
      -- Nobody knows them then: no report may be mailed to an office without a name.
      update office_mails set mailbox_id = null where mailbox_id in (select id from recipient_mailboxes where key = '');
      delete from recipient_mailboxes where key = '';
    `);
  }
}
