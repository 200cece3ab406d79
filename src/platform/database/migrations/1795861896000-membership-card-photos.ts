import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A member's own photo for their cards, while they want it there; and who asked for a card on paper and has none yet. */
export class MembershipCardPhotos1795861896000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table card_photos (
        person_id uuid primary key references people,
        content_hash text not null,
        at timestamptz not null
      );
      create table card_requests (
        team_id uuid not null references teams,
        person_id uuid not null references people,
        at timestamptz not null,
        primary key (team_id, person_id)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table card_requests, card_photos');
  }
}
