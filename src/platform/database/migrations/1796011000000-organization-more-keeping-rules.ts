import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How long messages, deliveries, photos, numbers of people who have left, drafts, told events and files are kept is a dated rule. */
export class OrganizationMoreKeepingRules1796011000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- lock: seven rows
      insert into keeping_rules (id, kind, amount, citation, validity) values
        (gen_random_uuid(), 'keepInbox', 24, null, '[2022-01-01,)'),
        (gen_random_uuid(), 'keepDeliveries', 12, null, '[2022-01-01,)'),
        (gen_random_uuid(), 'keepPhotos', 36, null, '[2022-01-01,)'),
        (gen_random_uuid(), 'keepLeavers', 6, null, '[2022-01-01,)'),
        (gen_random_uuid(), 'keepDrafts', 180, null, '[2022-01-01,)'),
        (gen_random_uuid(), 'keepWebhooks', 7, null, '[2022-01-01,)'),
        (gen_random_uuid(), 'keepFiles', 7, null, '[2022-01-01,)');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      delete from keeping_rules
       where kind in ('keepInbox', 'keepDeliveries', 'keepPhotos', 'keepLeavers', 'keepDrafts', 'keepWebhooks', 'keepFiles')
    `);
  }
}
