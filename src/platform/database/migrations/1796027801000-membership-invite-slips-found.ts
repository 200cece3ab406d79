import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Slips by their letters, which no two open ones share, and those of one print. */
export class MembershipInviteSlipsFound1796027801000 implements MigrationInterface {
  transaction = false as const;

  async up(runner: QueryRunner): Promise<void> {
    // It waits for old transactions, and nobody waits for it.
    await runner.query('set lock_timeout = 0');
    await runner.query('drop index concurrently if exists invites_slip');
    await runner.query(`
      create unique index concurrently invites_slip on invites (slip_hash)
        where slip_hash is not null and used_at is null and rejected_at is null and revoked_at is null`);
    await runner.query('drop index concurrently if exists invites_slips');
    await runner.query('create index concurrently invites_slips on invites (slip_hash) where slip_hash is not null');
    await runner.query('drop index concurrently if exists invites_print');
    await runner.query('create index concurrently invites_print on invites (print_id) where print_id is not null');
    await runner.query('reset lock_timeout');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index invites_slip, invites_slips, invites_print');
  }
}
