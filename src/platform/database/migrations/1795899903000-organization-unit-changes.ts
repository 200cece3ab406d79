import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who entered which change of a unit, by which document, and when; what was taken back stays too. */
export class OrganizationUnitChanges1795899903000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(table);
    await runner.query(known);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table unit_changes`);
  }
}

const table = `
  create table unit_changes (
    id uuid primary key,
    unit_id uuid not null references units,
    -- list: named or placed anew by an official list.
    kind text not null check (kind in ('create', 'rename', 'move', 'close', 'revoke', 'list')),
    -- The day from which it holds; of one that was taken back the day on which it would have begun.
    on_date date not null,
    basis text,
    made_by uuid not null references people,
    made_at timestamptz not null
  );
  create index unit_changes_of_unit on unit_changes (unit_id, made_at);
  create trigger unit_changes_stay before update or delete on unit_changes
    for each row execute function refuse_change_of_history();
  create trigger unit_changes_are_not_emptied before truncate on unit_changes
    for each statement execute function refuse_change_of_history();
  alter table unit_changes enable always trigger unit_changes_stay;
  alter table unit_changes enable always trigger unit_changes_are_not_emptied;
`;

/** What the audit trail still tells of earlier changes; it does not say which units a list has touched. */
const known = `
  insert into unit_changes (id, unit_id, kind, on_date, basis, made_by, made_at)
    select o.id, u.id, case o.name when 'unit.created' then 'create' else o.changes->>'kind' end,
        coalesce((o.changes->>'from')::date, (o.changes->>'to')::date, lower(u.validity)), o.changes->>'basis', p.id, o.occurred_at
      from outbox o join units u on u.id = (o.payload->>'unitId')::uuid join people p on p.id = o.actor_id
     where o.name in ('unit.created', 'unit.changed')
       and (o.name = 'unit.created' or o.changes->>'kind' in ('rename', 'move', 'close', 'revoke'));
`;
