import type { MigrationInterface, QueryRunner } from 'typeorm';

export class SignedReturns1700000008500 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Signed files that came back for an export, with what was found of their signatures. One counts, earlier ones stay.
      create table signed_returns (
        id uuid primary key,
        export_id uuid not null references signed_files on delete cascade,
        hash text not null,
        taken_by uuid not null references people,
        taken_at timestamptz not null,
        -- A file with a broken signature is never kept.
        state text not null check (state in ('trusted', 'untrusted', 'unchecked')),
        added_after boolean not null,
        signatures jsonb not null,
        aside_by uuid references people,
        aside_at timestamptz,
        aside_reason text,
        check (num_nonnulls(aside_by, aside_at, aside_reason) in (0, 3))
      );
      create unique index signed_returns_current on signed_returns (export_id) where aside_at is null;
      create index signed_returns_export on signed_returns (export_id);

      -- What came before signatures were looked at is kept under the name that says so.
      insert into signed_returns (id, export_id, hash, taken_by, taken_at, state, added_after, signatures)
      select gen_random_uuid(), id, signed_hash, signed_by, signed_at, 'unchecked', false, '[]'
        from signed_files where signed_hash is not null;
      alter table signed_files drop column signed_hash, drop column signed_by, drop column signed_at;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table signed_files add column signed_hash text, add column signed_by uuid references people, add column signed_at timestamptz,
        add check (num_nonnulls(signed_hash, signed_by, signed_at) in (0, 3));
      update signed_files f set signed_hash = r.hash, signed_by = r.taken_by, signed_at = r.taken_at
        from signed_returns r where r.export_id = f.id and r.aside_at is null;
      drop table signed_returns;
    `);
  }
}
