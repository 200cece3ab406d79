import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Why a session was ended, and by whom: told to the very phone that held it. Sessions that ended before say nothing. */
export class MembershipSessionEnds1795815509000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table sessions
        add ended_because text check (ended_because in ('lost', 'signed_out', 'changed')),
        add ended_by uuid`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table sessions drop ended_because, drop ended_by`);
  }
}
