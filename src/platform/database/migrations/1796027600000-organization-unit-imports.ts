import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A code names one unit of a kind at any day, and an import of units can be taken back. Codes of hamlets are a commune's own.
 * What stands twice already keeps standing, the later one without a key, until somebody ends one of them.
 */
export class OrganizationUnitImports1796027600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(codes);
    await runner.query(imports);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table unit_imports;
      alter table unit_changes add constraint unit_changes_unit_id_fkey foreign key (unit_id) references units not valid;
      alter table unit_versions drop constraint unit_versions_code_once;
      drop trigger unit_versions_code_key on unit_versions;
      drop function unit_code_key();
      alter table unit_versions drop column code_key;
    `);
  }
}

const codes = `
  alter table unit_versions add code_key text;
  comment on column unit_versions.code_key is 'Kind and code of what no other unit may be called by on the same day';
  create function unit_code_key() returns trigger language plpgsql as $$
    declare
      unit_kind text;
    begin
      if tg_op = 'UPDATE' and new.code is not distinct from old.code and new.unit_id = old.unit_id then
        return new;
      end if;
      select kind into unit_kind from units where id = new.unit_id;
      if found then
        new.code_key := case when unit_kind <> 'hamlet' then unit_kind || ':' || new.code end;
      end if;
      return new;
    end $$;
  create trigger unit_versions_code_key before insert or update on unit_versions
    for each row execute function unit_code_key();

  -- lock: communes, districts and provinces, some ten thousand rows of the whole country.
  update unit_versions v set code_key = u.kind || ':' || v.code
    from units u
   where u.id = v.unit_id and u.kind <> 'hamlet' and v.code is not null
     and not exists (select 1 from unit_versions w join units k on k.id = w.unit_id
       where w.code = v.code and k.kind = u.kind and w.unit_id <> v.unit_id and w.validity && v.validity and w.id < v.id);
  -- lock: as few; an index over them takes less than a second.
  -- Judged at the end of the transaction: a list may give two units each other's codes.
  alter table unit_versions add constraint unit_versions_code_once
    exclude using gist (code_key with =, validity with &&) where (code_key is not null)
    deferrable initially deferred;
`;

const imports = `
  create table unit_imports (
    id uuid primary key,
    unit_id uuid not null references units,
    from_on date not null,
    basis text not null,
    created_ids uuid[] not null,
    changed_ids uuid[] not null,
    ended_ids uuid[] not null,
    before jsonb not null,
    after text not null,
    written_at timestamptz not null,
    taken_back_at timestamptz
  );
  create index unit_imports_of_unit on unit_imports (unit_id, written_at);
  comment on column unit_imports.before is 'The versions and days of all units that the list changed, as they were';
  comment on column unit_imports.after is 'Digest of the versions of all units that the list touched, as it left them';

  -- What was entered about a unit stays, also when the import that made the unit is taken back.
  alter table unit_changes drop constraint unit_changes_unit_id_fkey;
`;
