import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A commune keeps its own hamlets: by which directive, and why something was put right. */
export class OrganizationKeptHamlets1795903244000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table unit_changes add directive_id uuid references directives, add reason text;
      alter table unit_changes drop constraint unit_changes_kind_check;
      alter table unit_changes add constraint unit_changes_kind_check
        check (kind in ('create', 'rename', 'move', 'close', 'revoke', 'list', 'correct', 'reopen'));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table unit_changes drop constraint unit_changes_kind_check;
      alter table unit_changes add constraint unit_changes_kind_check
        check (kind in ('create', 'rename', 'move', 'close', 'revoke', 'list'));
      alter table unit_changes drop directive_id, drop reason;
    `);
  }
}
