import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A group is told of sessions too: a post tells of one order or of one session. */
export class SessionPosts1700000006200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table group_posts
        alter column assignment_id drop not null,
        add column session_id uuid references training_sessions,
        drop constraint group_posts_kind_check,
        add constraint group_posts_kind_check check (kind in ('assigned', 'cancelled', 'deadline', 'session', 'session_moved', 'session_cancelled')),
        add constraint group_posts_about check (num_nonnulls(assignment_id, session_id) = 1);
      create index group_posts_session on group_posts (session_id) where session_id is not null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      delete from group_posts where session_id is not null;
      alter table group_posts
        drop constraint group_posts_about,
        drop constraint group_posts_kind_check,
        drop column session_id,
        alter column assignment_id set not null,
        add constraint group_posts_kind_check check (kind in ('assigned', 'cancelled', 'deadline'));
    `);
  }
}
