import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a committee's member is in it: who leads, who is its standing member. */
export class MembershipCommitteeSeats1795849978000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Null of posts outside of committees; of a committee's post it says "member".
      alter table posts add column seat text check (seat in ('head', 'deputy_head', 'standing', 'member'));
      update posts set seat = case when role = 'focal_officer' then 'standing' when affiliation = 'commune_chair' then 'head'
        else 'member' end where role in ('committee_member', 'focal_officer');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table posts drop column seat');
  }
}
