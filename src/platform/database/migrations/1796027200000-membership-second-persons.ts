import type { MigrationInterface, QueryRunner } from 'typeorm';

/** By whom and when a post was given, and which devices are one: who approves as the second is another person than who asks. */
export class MembershipSecondPersons1796027200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table posts add column given_by uuid, add column given_at timestamptz');
    await runner.query(`
      alter table posts add constraint posts_given_by_fkey foreign key (given_by) references people not valid;
      comment on column posts.given_by is 'null: at the server, by rule, or before this was noted';
    `);
    await runner.query(`
      alter table known_devices add column device_id uuid;
      comment on column known_devices.device_id is 'one machine on which people have signed in; null: not since this was noted';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table known_devices drop column device_id');
    await runner.query('alter table posts drop column given_by, drop column given_at');
  }
}
