import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The papers of a team: a decision that never was is voided with a reason, a scan of the signed one is kept beside it, a
 * dissolved team is set up again as a team that knows the earlier one, and a dissolution still to come can be taken back.
 */
export class MembershipTeamPapers1795873800000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table establishing_decisions
        add voided_at timestamptz,
        add voided_by uuid references people,
        add void_reason text,
        add constraint establishing_decisions_void check (num_nonnulls(voided_at, voided_by, void_reason) in (0, 3));
      -- The team of the same unit that had ended and goes on as this one.
      alter table teams
        add revived_from_id uuid references teams check (revived_from_id <> id),
        add constraint teams_revived_once unique (revived_from_id);
      -- Memberships and supports as they were before the end cut them, for taking the end back before its day.
      alter table team_endings add cut jsonb not null default '{}';
      create table decision_scans (
        id uuid primary key,
        decision_id uuid not null references establishing_decisions,
        content_hash text not null,
        kind text not null check (kind in ('pdf', 'photo')),
        added_by uuid not null references people,
        added_at timestamptz not null,
        -- Another one took its place, or it was taken away: it stays among the earlier ones.
        ended_at timestamptz,
        ended_by uuid references people,
        end_reason text,
        constraint decision_scans_end check ((ended_at is null) = (ended_by is null))
      );
      create unique index decision_scans_one on decision_scans (decision_id) where ended_at is null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table decision_scans;
      alter table team_endings drop cut;
      alter table teams drop revived_from_id;
      alter table establishing_decisions drop voided_at, drop voided_by, drop void_reason;
    `);
  }
}
