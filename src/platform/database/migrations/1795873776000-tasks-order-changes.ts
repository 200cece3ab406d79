import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An order that is issued can be changed: each change is a version, with what it was for each team. */
export class TasksOrderChanges1795873776000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table order_changes (
        assignment_id uuid not null references assignments,
        version int not null check (version > 1),
        changed_by uuid not null references people,
        changed_at timestamptz not null,
        reason text,
        before jsonb not null,
        after jsonb not null,
        undo_until timestamptz not null,
        undoes int,
        primary key (assignment_id, version)
      );
      create table task_changes (
        assignment_id uuid not null,
        version int not null,
        team_id uuid not null references teams,
        task_id uuid not null references tasks,
        kind text not null check (kind in ('changed', 'added', 'withdrawn')),
        state_before text not null,
        since_before timestamptz not null,
        target_before int not null, target_after int not null,
        due_before date not null, due_after date not null,
        reply_before date not null, reply_after date not null,
        reworded boolean not null,
        primary key (assignment_id, version, team_id),
        foreign key (assignment_id, version) references order_changes
      );
      create index task_changes_task on task_changes (task_id, version desc);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table task_changes, order_changes');
  }
}
