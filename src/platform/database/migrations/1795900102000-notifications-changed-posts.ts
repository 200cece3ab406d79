import type { MigrationInterface, QueryRunner } from 'typeorm';

const kinds = ['assigned', 'cancelled', 'deadline', 'session', 'session_moved', 'session_cancelled'];
const check = (allowed: readonly string[]) =>
  `alter table group_posts drop constraint group_posts_kind_check,
    add constraint group_posts_kind_check check (kind in (${allowed.map((kind) => `'${kind}'`).join(', ')}))`;

/** Groups hear of an order that was changed. */
export class NotificationsChangedPosts1795900102000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(check([...kinds, 'changed']));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("delete from group_posts where kind = 'changed'");
    await runner.query(check(kinds));
  }
}
