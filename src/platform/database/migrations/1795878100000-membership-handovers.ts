import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Posts that change hands: from whom to whom, from which day on, and what stood before so that it can be taken back. */
export class MembershipHandovers1795878100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Of the committee, looks after the focal post while nobody holds it; given and ended by the posts themselves.
      alter table posts add column caretaker boolean not null default false;
      alter table posts add constraint posts_caretaker check (not caretaker or stand_in);

      create table handovers (
        id uuid primary key,
        unit_id uuid not null references units,
        mode text not null check (mode in ('replace', 'stand_in', 'caretaker', 'vacate')),
        from_post_id uuid not null references posts on delete cascade,
        from_person_id uuid not null references people,
        -- Gone with the post when it was taken back before its day.
        to_post_id uuid unique references posts on delete set null,
        to_person_id uuid references people,
        from_on date not null,
        basis text,
        was jsonb not null default '{}',
        open_work int,
        made_by uuid references people,
        made_at timestamptz not null,
        read_at timestamptz,
        taken_back_at timestamptz,
        taken_back_by uuid references people,
        check ((mode = 'vacate') = (to_person_id is null)),
        check ((taken_back_at is null) = (taken_back_by is null))
      );
      create index handovers_from on handovers (from_post_id);
      create index handovers_from_person on handovers (from_person_id);
      create index handovers_to_person on handovers (to_person_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table handovers; alter table posts drop column caretaker');
  }
}
