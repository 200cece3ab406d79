import type { MigrationInterface, QueryRunner } from 'typeorm';

export class PaperRules1700000008510 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- The Vietnamese order of people and places, numbers by value: Thôn 6 before Thôn 10. For ORDER BY only.
      create collation "vi-natural" (provider = icu, locale = 'vi-u-kn-true');

      -- Who drafts a unit's papers, behind "Lưu: VT".
      alter table office_papers add column drafter text;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table office_papers drop column drafter;
      drop collation "vi-natural";
    `);
  }
}
