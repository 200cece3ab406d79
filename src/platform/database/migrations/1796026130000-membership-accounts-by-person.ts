import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a person is shown of their own counts accounts and cards that have ended too. */
export class MembershipAccountsByPerson1796026130000 implements MigrationInterface {
  transaction = false as const;

  async up(runner: QueryRunner): Promise<void> {
    // It waits for old transactions, and nobody waits for it.
    await runner.query('set lock_timeout = 0');
    await runner.query('drop index concurrently if exists linked_accounts_of_person');
    await runner.query('create index concurrently linked_accounts_of_person on linked_accounts (person_id)');
    await runner.query('drop index concurrently if exists member_cards_person');
    await runner.query('create index concurrently member_cards_person on member_cards (person_id)');
    await runner.query('reset lock_timeout');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index linked_accounts_of_person, member_cards_person');
  }
}
