import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Committees of new communes are drafts until a decision sets them up; whoever held a post of an ended unit reads its past. */
export class MembershipReformPeople1796021100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table steering_committees add column draft boolean not null default false;
      alter table posts add column past_until date;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table posts drop column past_until;
      delete from steering_committees where draft;
      alter table steering_committees drop column draft;
    `);
  }
}
