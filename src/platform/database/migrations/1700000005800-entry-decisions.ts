import type { MigrationInterface, QueryRunner } from 'typeorm';

export class EntryDecisions1700000005800 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- What the commune decided about a quick report that belongs to no task.
      create table entry_decisions (
        id uuid primary key,
        entry_id uuid not null references progress_entries,
        kind text not null check (kind in ('confirm', 'return')),
        reasons text[] not null default '{}',
        comment text,
        by_id uuid not null references people,
        at timestamptz not null,
        undone_at timestamptz
      );
      create unique index entry_decisions_one on entry_decisions (entry_id) where undone_at is null;
      alter table progress_lines add column entry_decision_id uuid references entry_decisions;
      ${replaceCheck(`check (num_nonnulls(confirmed_value, confirmed_by, confirmed_at) in (0, 3)
          and num_nonnulls(decision_id, entry_decision_id) = case when confirmed_value is null then 0 else 1 end)`)}
      create index progress_entries_quick on progress_entries (unit_id, recorded_at) where kind = 'quick' and task_id is null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index progress_entries_quick;
      update progress_lines set confirmed_value = null, confirmed_by = null, confirmed_at = null, entry_decision_id = null where entry_decision_id is not null;
      ${replaceCheck('check (num_nonnulls(confirmed_value, confirmed_by, confirmed_at, decision_id) in (0, 4))')}
      alter table progress_lines drop column entry_decision_id;
      drop table entry_decisions;
    `);
  }
}

/** The check that ties a confirmation to its decision; the database gave it its name. */
function replaceCheck(check: string): string {
  return `
    do $$
      declare old text;
      begin
        select conname into strict old from pg_constraint
         where conrelid = 'progress_lines'::regclass and contype = 'c' and pg_get_constraintdef(oid) like '%num_nonnulls(confirmed_value%';
        execute format('alter table progress_lines drop constraint %I', old);
      end $$;
    alter table progress_lines add constraint progress_lines_settled ${check};`;
}
