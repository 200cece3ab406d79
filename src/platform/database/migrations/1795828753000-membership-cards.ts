import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Cards with which members show that they are of a team, and what people who doubted one reported. */
export class MembershipCards1795828753000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table member_cards (
        id uuid primary key,
        code text not null unique,
        team_id uuid not null references teams,
        person_id uuid not null references people,
        kind text not null check (kind in ('phone', 'paper')),
        -- What the phone signs with has this other half; a card on paper signs nothing.
        public_key text,
        -- The sign-in that it was made under, which ends it; no reference, since old sessions are deleted.
        session_id uuid,
        valid_until date not null,
        issued_at timestamptz not null,
        issued_by uuid not null references people,
        revoked_at timestamptz,
        revoked_by uuid references people,
        check ((kind = 'phone') = (public_key is not null)),
        check (num_nonnulls(revoked_at, revoked_by) in (0, 2))
      );
      create unique index member_cards_open on member_cards (person_id, team_id, kind) where revoked_at is null;
      create table card_reports (
        id uuid primary key,
        team_id uuid not null references teams,
        commune_id uuid not null references units,
        text text,
        at timestamptz not null,
        -- Of the address that it came from, by the day's key: it counts, and names nobody.
        from_hash bytea not null
      );
      create index card_reports_at on card_reports (at);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table card_reports, member_cards');
  }
}
