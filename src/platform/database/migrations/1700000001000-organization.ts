import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Organization1700000001000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table units (
        id uuid primary key,
        kind text not null check (kind in ('country', 'province', 'district', 'commune', 'hamlet')),
        validity daterange not null check (not isempty(validity))
      );

      -- Names, codes, parents by date: one version at any day.
      create table unit_versions (
        id uuid primary key,
        unit_id uuid not null references units,
        name text not null,
        name_folded text not null generated always as (fold(name)) stored,
        type text not null,
        code text,
        parent_id uuid references units,
        validity daterange not null check (not isempty(validity)),
        basis text,
        constraint unit_versions_one_per_day exclude using gist (unit_id with =, validity with &&)
      );
      create index unit_versions_name on unit_versions using gin (name_folded gin_trgm_ops);
      create index unit_versions_parent on unit_versions (parent_id);
      create index unit_versions_code on unit_versions (code);

      create table unit_successors (
        from_unit_id uuid not null references units,
        to_unit_id uuid not null references units,
        on_date date not null,
        share numeric check (share > 0 and share <= 1),
        basis text,
        primary key (from_unit_id, to_unit_id)
      );

      -- Derived from the newest version of every unit: who stands above whom. Ended units keep their last place.
      create table unit_closure (
        ancestor_id uuid not null references units,
        descendant_id uuid not null references units,
        ancestor_kind text not null,
        descendant_kind text not null,
        depth int not null,
        primary key (ancestor_id, descendant_id)
      );
      create index unit_closure_up on unit_closure (descendant_id, ancestor_kind);

      create function units_at(on_date date)
        returns table (id uuid, kind text, type text, name text, full_name text, code text, parent_id uuid)
        language sql stable parallel safe as $$
          select u.id, u.kind, v.type, v.name,
                 case when v.name ilike v.type || ' %' then v.name else upper(left(v.type, 1)) || substr(v.type, 2) || ' ' || v.name end,
                 v.code, v.parent_id
            from units u join unit_versions v on v.unit_id = u.id
           where u.validity @> on_date and v.validity @> on_date
        $$;

      create table directives (
        id uuid primary key,
        unit_id uuid not null references units,
        kind text not null,
        number text not null,
        issued_on date not null,
        issuer text not null,
        abstract text not null,
        basis_id uuid references directives,
        superseded_by uuid references directives,
        validity daterange not null,
        unique (unit_id, number, issued_on)
      );

      create table composition_rules (
        id uuid primary key,
        code text not null,
        unit_id uuid references units,
        subject text not null check (subject in ('team', 'committee')),
        kind text not null check (kind in ('min_members', 'role_count', 'affiliation')),
        role text, affiliation text,
        min int not null, max int,
        directive_id uuid references directives,
        citation text not null,
        validity daterange not null
      );

      -- S26: how a team's group is called, by place and date.
      create table group_name_templates (
        id uuid primary key,
        unit_id uuid references units,
        template text not null,
        name_max int not null,
        validity daterange not null
      );

      create table period_rules (
        id uuid primary key,
        unit_id uuid references units,
        directive_id uuid references directives,
        window_start_day int not null check (window_start_day between 1 and 28),
        due_before_day int not null check (due_before_day between 2 and 28),
        validity daterange not null
      );

      create table offices (
        id uuid primary key,
        unit_id uuid not null references units,
        name text not null,
        phone text, email text, holder text,
        validity daterange not null
      );

      create table holidays (on_date date primary key, name text not null, kind text not null check (kind in ('holiday', 'swapped_working_day')));

      create table providers (
        id uuid primary key,
        name text not null,
        kind text not null check (kind in ('telecom', 'post', 'viettel_post')),
        contact text
      );
      create table provider_coverage (
        provider_id uuid not null references providers,
        unit_id uuid not null references units,
        validity daterange not null,
        exclude using gist (provider_id with =, unit_id with =, validity with &&)
      );

      create table indicators (
        code text not null,
        name text not null, name_en text not null,
        unit text not null, unit_en text not null,
        pillar text not null,
        aggregation text not null check (aggregation in ('sum', 'last', 'distinct', 'ratio')),
        numerator text, denominator text,
        dimensions jsonb not null default '[]',
        target text,
        typed boolean not null,
        validity daterange not null,
        exclude using gist (code with =, validity with &&)
      );

      -- Denominators by unit and date; a later figure ends the earlier one.
      create table registers (
        id uuid primary key,
        unit_id uuid not null references units,
        metric text not null check (metric in ('households', 'population')),
        value int not null check (value >= 0),
        validity daterange not null,
        constraint registers_one_per_day exclude using gist (unit_id with =, metric with =, validity with &&)
      );

      create table ocop_products (
        id uuid primary key,
        unit_id uuid not null references units,
        name text not null, owner text not null,
        stars int, certificate text,
        listed_on date, marketplace text, link text,
        validity daterange not null
      );
      create index ocop_products_unit on ocop_products (unit_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table ocop_products, registers, indicators, provider_coverage, providers, holidays, offices, period_rules,
        group_name_templates, composition_rules, directives;
      drop function units_at(date);
      drop table unit_closure, unit_successors, unit_versions, units;
    `);
  }
}
