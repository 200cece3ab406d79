import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Invites on paper: a keyed hash of their six letters, and which of them were printed together. */
export class MembershipInviteSlips1796027800000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table invites add column slip_hash bytea, add column print_id uuid');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table invites drop column slip_hash, drop column print_id');
  }
}
