import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a member of a team can help with: a list for each person, said by them or written by who knows them. */
export class MembershipMemberSkills1796028400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table member_skills (
        person_id uuid primary key references people,
        -- Empty where the person took it back: nobody writes another one.
        skills text[] not null check (cardinality(skills) <= 6),
        by_self boolean not null,
        said_at timestamptz not null,
        check (by_self or (cardinality(skills) > 0 and not skills @> '{ethnic_language}'))
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table member_skills');
  }
}
