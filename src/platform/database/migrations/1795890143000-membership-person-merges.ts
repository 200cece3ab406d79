import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Two records that turn out to be one person: which became part of which, when, by whom and why. */
export class MembershipPersonMerges1795890143000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- The record that this one is part of today; never one that is itself part of another.
      alter table people add column merged_into_id uuid references people check (merged_into_id <> id);
      create index people_merged_into on people (merged_into_id) where merged_into_id is not null;

      create table person_merges (
        id uuid primary key,
        absorbed_id uuid not null unique references people,
        survivor_id uuid not null references people,
        merged_at timestamptz not null,
        merged_by uuid not null references people,
        reason text not null,
        survivor_proof text not null check (survivor_proof in ('met', 'called', 'paper')),
        absorbed_proof text not null check (absorbed_proof in ('met', 'called', 'paper')),
        -- How much of each kind went along.
        went jsonb not null,
        check (absorbed_id <> survivor_id and merged_by not in (absorbed_id, survivor_id))
      );
      create index person_merges_survivor on person_merges (survivor_id);
      create trigger person_merges_stay before update or delete on person_merges
        for each row execute function refuse_change_of_history();
      create trigger person_merges_are_not_emptied before truncate on person_merges
        execute function refuse_change_of_history();
      alter table person_merges enable always trigger person_merges_stay;
      alter table person_merges enable always trigger person_merges_are_not_emptied;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table person_merges; alter table people drop column merged_into_id');
  }
}
