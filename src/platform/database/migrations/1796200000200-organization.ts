import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Units and their versions by date, directives and dated rules, catalogues, providers, registers, reforms of units. */
export class Organization1796200000200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [
      units,
      directives,
      datedRules,
      references,
      providers,
      registers,
      unitChanges,
      rules,
      shapes,
      reorganisation,
    ])
      await runner.query(part);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table name_opinions, reorganisation_counts, reorganisation_steps, reorganisation_lines, reorganisations,
        unit_shapes, unit_maps, inviting_rules, attention_rules, rule_announcements, keeping_rules, unit_changes,
        ocop_products, registers, provider_coverage, providers, indicators, holidays, offices, period_rules,
        group_name_templates, composition_rules, directive_corrections, directives, unit_imports, unit_tree_day,
        unit_closure_spans, unit_closure, unit_successors, unit_versions, units cascade;
      drop function unit_closure_at(date), units_at(date), told_apart(uuid, date), unit_spans(uuid[]),
        unit_code_key() cascade;
    `);
  }
}

const units = `
  create table units (
    id uuid primary key,
    kind text not null check (kind in ('country', 'province', 'district', 'commune', 'hamlet')),
    validity daterange not null check (not isempty(validity))
  );

  create function unit_code_key() returns trigger
    language plpgsql as $$
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
    -- Kind and code of what no other unit may be called by on the same day.
    code_key text,
    constraint unit_versions_one_per_day exclude using gist (unit_id with =, validity with &&),
    -- Judged at the end of the transaction: a list may give two units each other's codes.
    constraint unit_versions_code_once exclude using gist (code_key with =,
      validity with &&) where (code_key is not null) deferrable initially deferred
  );
  create index unit_versions_name on unit_versions using gin (name_folded gin_trgm_ops);
  create index unit_versions_code on unit_versions (code);
  create index unit_versions_beside on unit_versions (parent_id, name_folded);

  -- Derived from the versions of the units: everything above them, by days.
  create function unit_spans(ids uuid[])
      returns table(ancestor_id uuid, descendant_id uuid, ancestor_kind text, descendant_kind text, depth int, validity daterange)
    language sql stable as $$
      with recursive
      own as materialized (
        select u.id, u.kind, v.parent_id, v.validity from units u
          cross join lateral (
            select w.parent_id, daterange(case when lag(w.id) over by_day is not null then lower(w.validity) end,
                                          lead(lower(w.validity)) over by_day) as validity
              from unit_versions w where w.unit_id = u.id window by_day as (order by lower(w.validity))) v
         where u.id = any(ids)),
      placed as (
        select u.id as ancestor_id, u.id as descendant_id, u.kind as ancestor_kind, 0 as depth, daterange(null, null) as validity
          from units u where u.id in (select o.parent_id from own o)
        union all
        select a.id, p.descendant_id, a.kind, p.depth + 1, p.validity * v.validity
          from placed p
          cross join lateral (
            select w.parent_id, daterange(case when lag(w.id) over by_day is not null then lower(w.validity) end,
                                          lead(lower(w.validity)) over by_day) as validity
              from unit_versions w where w.unit_id = p.ancestor_id window by_day as (order by lower(w.validity))) v
          join units a on a.id = v.parent_id
         where p.depth < 11 and p.validity && v.validity),
      found as (
        select u.id as ancestor_id, u.id as descendant_id, u.kind as ancestor_kind, u.kind as descendant_kind, 0 as depth,
               daterange(null, null) as validity
          from units u where u.id = any(ids)
        union all
        select p.ancestor_id, o.id, p.ancestor_kind, o.kind, p.depth + 1, o.validity * p.validity
          from own o join placed p on p.descendant_id = o.parent_id and p.validity && o.validity)
      select s.ancestor_id, s.descendant_id, s.ancestor_kind, s.descendant_kind, s.depth, days
        from (select g.ancestor_id, g.descendant_id, g.ancestor_kind, g.descendant_kind, g.depth, range_agg(g.validity) as spans
                from found g group by 1, 2, 3, 4, 5) s cross join lateral unnest(s.spans) as days
    $$;

  -- ' (Minh Sơn cũ)', or nothing where no other hamlet of the commune has the name on that day. Of several former communes the
  -- last one in which it was the only one of its name; two former communes of one name are told apart by where they stood.
  create function told_apart(of_unit uuid, on_date date) returns text
    language sql stable parallel safe as $$
    with own as materialized (
      select v.* from unit_versions v where v.unit_id = of_unit and v.validity @> on_date),
    alike as materialized (
      select s.unit_id, s.parent_id from own v join unit_versions s on s.parent_id = v.parent_id and s.name_folded = v.name_folded
       where s.unit_id <> v.unit_id and s.validity @> on_date and lower(s.name) = lower(v.name) and lower(s.type) = lower(v.type)),
    stood as (
      select o.parent_id, p.type, p.name, p.parent_id as above_id, upper(o.validity) - 1 as last_day
        from own v join unit_versions o on o.unit_id = v.unit_id and o.parent_id <> v.parent_id and upper(o.validity) <= lower(v.validity)
        join unit_versions p on p.unit_id = o.parent_id and p.validity @> (upper(o.validity) - 1)
       where exists (select 1 from alike)
       order by exists (select 1 from alike a join unit_versions w on w.unit_id = a.unit_id
                         where w.parent_id = o.parent_id and w.validity && o.validity), lower(o.validity) desc
       limit 1)
    select coalesce((
      select ' (' || case when s.name ilike s.type || ' %' then substr(s.name, length(s.type) + 2) else s.name end || ' cũ'
        || case when exists (
             select 1 from alike a join unit_versions w on w.unit_id = a.unit_id and w.parent_id <> a.parent_id
               join unit_versions q on q.unit_id = w.parent_id and q.validity && w.validity
              where w.parent_id <> s.parent_id and upper(w.validity) <= on_date and q.name = s.name)
           then coalesce((select ', ' || g.name from unit_versions g where g.unit_id = s.above_id and g.validity @> s.last_day), '')
           else '' end || ')'
        from stood s), '')
    $$;

  create trigger unit_versions_code_key before insert or update on unit_versions for each row
    execute function unit_code_key();

  -- Other modules join it: the units that exist on a day, as they are called on it.
  create function units_at(on_date date)
      returns table(id uuid, kind text, type text, name text, full_name text, code text, parent_id uuid)
    language sql stable parallel safe as $$
      select u.id, u.kind, v.type, v.name,
             case when v.name ilike v.type || ' %' then v.name
                  else upper(left(v.type, 1)) || substr(v.type, 2) || ' ' || v.name end
             || case when u.kind = 'hamlet' and exists (
                  select 1 from unit_versions s where s.parent_id = v.parent_id and s.name_folded = v.name_folded
                     and s.unit_id <> v.unit_id and s.validity @> on_date)
                then told_apart(u.id, on_date) else '' end,
             v.code, v.parent_id
        from units u join unit_versions v on v.unit_id = u.id
       where u.validity @> on_date and v.validity @> on_date
    $$;

  create table unit_successors (
    from_unit_id uuid not null references units,
    to_unit_id uuid not null references units,
    on_date date not null,
    share numeric check (share > (0)::numeric and share <= (1)::numeric),
    basis text,
    primary key (from_unit_id, to_unit_id)
  );
  create index unit_successors_to on unit_successors (to_unit_id);

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

  -- Before its first day and after its last a unit stands where it first or last stood: nothing is ever without a place.
  create table unit_closure_spans (
    ancestor_id uuid not null references units,
    descendant_id uuid not null references units,
    ancestor_kind text not null,
    descendant_kind text not null,
    depth int not null,
    validity daterange not null check (not isempty(validity)),
    primary key (ancestor_id, descendant_id, validity)
  );
  create index unit_closure_spans_up on unit_closure_spans (descendant_id, ancestor_kind);

  create function unit_closure_at(on_date date)
      returns table(ancestor_id uuid, ancestor_kind text, descendant_id uuid, descendant_kind text, depth int)
    language sql stable parallel safe as $$
      select s.ancestor_id, s.ancestor_kind, s.descendant_id, s.descendant_kind, s.depth
        from unit_closure_spans s where s.validity @> on_date
    $$;

  -- unit_closure is what of the spans holds on this day.
  create table unit_tree_day (
    day date primary key
  );

  create table unit_imports (
    id uuid primary key,
    unit_id uuid not null references units,
    from_on date not null,
    basis text not null,
    created_ids uuid[] not null,
    changed_ids uuid[] not null,
    ended_ids uuid[] not null,
    -- The versions and days of all units that the list changed, as they were.
    before jsonb not null,
    -- Digest of the versions of all units that the list touched, as it left them.
    after text not null,
    written_at timestamptz not null,
    taken_back_at timestamptz
  );
  create index unit_imports_of_unit on unit_imports (unit_id, written_at);
`;

const directives = `
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
    version int not null default 1,
    unique (unit_id, number, issued_on)
  );

  -- What was put right in a directive: its row holds what is right, these what stood there, who changed it and why.
  create table directive_corrections (
    id uuid primary key,
    directive_id uuid not null references directives,
    -- The version that was put right.
    version int not null,
    before jsonb not null,
    after jsonb not null,
    reason text not null,
    by_id uuid not null,
    at timestamptz not null,
    unique (directive_id, version)
  );

  create trigger directive_corrections_stay before delete or update on directive_corrections for each row
    execute function refuse_change_of_history();
  alter table directive_corrections enable always trigger directive_corrections_stay;

  create trigger directive_corrections_are_not_emptied before truncate on directive_corrections for each statement
    execute function refuse_change_of_history();
  alter table directive_corrections enable always trigger directive_corrections_are_not_emptied;
`;

const datedRules = `
  create table composition_rules (
    id uuid primary key,
    code text not null,
    unit_id uuid references units,
    subject text not null check (subject in ('team', 'committee')),
    kind text not null check (kind in ('min_members', 'role_count', 'affiliation')),
    role text,
    affiliation text,
    min int not null,
    max int,
    directive_id uuid references directives,
    citation text not null,
    validity daterange not null
  );
  create index composition_rules_unit on composition_rules (unit_id);

  -- What the guidance of 2022 lays down for every team and committee.
  insert into composition_rules (id, code, subject, kind, role, affiliation, min, max, citation, validity) values
    ('0180c2f0-0000-7000-8000-000000000101', 'team.min_members', 'team', 'min_members', null, null, 3, null,
      'Hướng dẫn hoạt động của Tổ công nghệ số cộng đồng, mục 1', '[2022-01-01,)'),
    ('0180c2f0-0000-7000-8000-000000000102', 'team.leader', 'team', 'role_count', 'leader', null, 1, 1,
      'Hướng dẫn hoạt động của Tổ công nghệ số cộng đồng, mục 1', '[2022-01-01,)'),
    ('0180c2f0-0000-7000-8000-000000000103', 'team.deputy', 'team', 'role_count', 'deputy', null, 1, null,
      'Hướng dẫn hoạt động của Tổ công nghệ số cộng đồng, mục 1', '[2022-01-01,)'),
    ('0180c2f0-0000-7000-8000-000000000104', 'team.hamlet_head', 'team', 'affiliation', null, 'hamlet_head', 1, null,
      'Hướng dẫn hoạt động của Tổ công nghệ số cộng đồng, mục 1', '[2022-01-01,)'),
    ('0180c2f0-0000-7000-8000-000000000105', 'team.youth_union', 'team', 'affiliation', null, 'youth_union', 1, null,
      'Hướng dẫn hoạt động của Tổ công nghệ số cộng đồng, mục 1', '[2022-01-01,)'),
    ('0180c2f0-0000-7000-8000-000000000106', 'committee.commune_chair', 'committee', 'affiliation', null, 'commune_chair', 1,
      null, 'Hướng dẫn hoạt động của Tổ công nghệ số cộng đồng, mục 3', '[2022-01-01,)'),
    ('0180c2f0-0000-7000-8000-000000000107', 'committee.youth_union', 'committee', 'affiliation', null, 'youth_union', 1,
      null, 'Hướng dẫn hoạt động của Tổ công nghệ số cộng đồng, mục 3', '[2022-01-01,)');

  -- How a team's group is called, by place and date.
  create table group_name_templates (
    id uuid primary key,
    unit_id uuid references units,
    template text not null,
    name_max int not null,
    validity daterange not null,
    directive_id uuid references directives,
    constraint group_name_templates_one_per_day exclude using gist (unit_id with =, validity with &&)
  );

  -- {district} falls away by itself where no district stands above the team's unit.
  insert into group_name_templates (id, template, name_max, validity) values
    ('0180c2f0-0000-7000-8000-000000000001', 'CNS-{hamlet}-{commune}-{district}', 100, '[2022-01-01,)');

  create table period_rules (
    id uuid primary key,
    unit_id uuid references units,
    directive_id uuid references directives,
    window_start_day int not null check (window_start_day between 1 and 28),
    due_before_day int not null check (due_before_day between 2 and 28),
    validity daterange not null,
    -- What happens when the due day is no working day: nothing, or it moves.
    shift text not null default 'none' check (shift in ('none', 'next', 'previous')),
    wording text not null default 'before' check (wording in ('before', 'until')),
    constraint period_rules_one_per_day exclude using gist (unit_id with =, validity with &&)
  );

  insert into period_rules (id, window_start_day, due_before_day, validity, shift, wording) values
    ('0180c2f0-0000-7000-8000-000000000002', 15, 25, '[2022-01-01,)', 'none', 'before');
`;

const references = `
  create table offices (
    id uuid primary key,
    unit_id uuid not null references units,
    name text not null,
    phone text,
    email text,
    holder text,
    validity daterange not null,
    hours text,
    address text,
    -- The role whose holder answers: who holds it changes, the card does not.
    answered_by text,
    -- Somebody said that a number that looks like a person's is the office's.
    is_office boolean not null default false,
    checked_on date,
    -- The day on which somebody called and nobody answered.
    unanswered_on date,
    -- The day on which its keepers were last asked whether it is still right.
    asked_on date,
    looks_personal boolean not null default false
  );
  create index offices_of_unit on offices (unit_id);

  create table holidays (
    on_date date primary key,
    name text not null,
    kind text not null check (kind in ('holiday', 'swapped_working_day'))
  );

  -- Public holidays of 2022 to 2031.
  with lunar (tet, ancestors) as (values
    (date '2022-02-01', date '2022-04-10'),
    ('2023-01-22', '2023-04-29'),
    ('2024-02-10', '2024-04-18'),
    ('2025-01-29', '2025-04-07'),
    ('2026-02-17', '2026-04-26'),
    ('2027-02-06', '2027-04-16'),
    ('2028-01-26', '2028-04-04'),
    ('2029-02-13', '2029-04-23'),
    ('2030-02-02', '2030-04-12'),
    ('2031-01-23', '2031-04-01')
  ), solar (month, day, name) as (values
    (1, 1, 'Tết Dương lịch'),
    (4, 30, 'Ngày Chiến thắng'),
    (5, 1, 'Ngày Quốc tế Lao động'),
    (9, 2, 'Quốc khánh')
  )
  insert into holidays (on_date, name, kind)
  select on_date, name, 'holiday' from (
    select make_date(year, month, day), name from solar, generate_series(2022, 2031) as year
    union all
    -- From the eve to the fourth day.
    select tet + days, 'Tết Nguyên đán' from lunar, generate_series(-1, 3) as days
    union all
    select ancestors, 'Giỗ Tổ Hùng Vương' from lunar
    union all
    -- The Labour Code of 2019, article 112: a second day, which the Prime Minister fixes each year. An administrator records later ones.
    select day::date, 'Quốc khánh'
      from unnest(array['2022-09-01', '2023-09-01', '2024-09-03', '2025-09-01', '2026-09-01']) as day
  ) as days (on_date, name) order by on_date;

  create table indicators (
    code text not null,
    name text not null,
    name_en text not null,
    unit text not null,
    unit_en text not null,
    pillar text not null,
    aggregation text not null check (aggregation in ('sum', 'last', 'distinct', 'ratio')),
    numerator text,
    denominator text,
    dimensions jsonb not null default '[]',
    target text,
    -- It comes from outside our records and is typed by hand with its source.
    typed boolean not null,
    validity daterange not null,
    directive_id uuid references directives,
    constraint indicators_code_validity_excl exclude using gist (code with =, validity with &&)
  );

  insert into indicators (code, name, name_en, unit, unit_en, pillar, aggregation, dimensions, target, typed, validity) values
    ('DT01', 'Số lớp tập huấn cho tổ', 'Training sessions for teams', 'lớp', 'sessions', 'organization', 'sum', '[
        {"key": "organizer", "values": []},
        {"key": "form", "values": [
          {"key": "truc_tiep", "name": "trực tiếp"},
          {"key": "truc_tuyen", "name": "trực tuyến"}]}]', null, false, '[2022-01-01,)'),
    ('DT02', 'Lượt thành viên được tập huấn', 'Member attendances', 'lượt', 'times', 'organization', 'sum',
      '[{"key": "topic", "values": []}]', null, false, '[2022-01-01,)'),
    ('DT03', 'Tỷ lệ thành viên được tập huấn trong năm', 'Members trained this year', '%', '%', 'organization', 'ratio', '[
        {"key": "role", "values": [
          {"key": "to_truong", "name": "tổ trưởng"},
          {"key": "to_pho", "name": "tổ phó"},
          {"key": "thanh_vien", "name": "thành viên"}]}]', '100%/năm', false, '[2022-01-01,)'),
    ('TC01', 'Số tổ đã thành lập', 'Teams established', 'tổ', 'teams', 'organization', 'last', '[
        {"key": "hamlet_type", "values": [
          {"key": "thon", "name": "thôn"},
          {"key": "ban", "name": "bản"},
          {"key": "khu_pho", "name": "khu phố"}]}]', '= số thôn', false, '[2022-01-01,)'),
    ('TC02', 'Tỷ lệ thôn có tổ', 'Villages with a team', '%', '%', 'organization', 'ratio', '[]', '100%', false,
      '[2022-01-01,)'),
    ('TC03', 'Số thành viên', 'Members', 'người', 'people', 'organization', 'last', '[
        {"key": "role", "values": [
          {"key": "to_truong", "name": "tổ trưởng"},
          {"key": "to_pho", "name": "tổ phó"},
          {"key": "thanh_vien", "name": "thành viên"}]},
        {"key": "gender", "values": [
          {"key": "nam", "name": "nam"},
          {"key": "nu", "name": "nữ"}]},
        {"key": "affiliation", "values": []},
        {"key": "age_group", "values": []}]', null, false, '[2022-01-01,)'),
    ('TC04', 'Tỷ lệ tổ có ≥ 3 thành viên', 'Teams with ≥ 3 members', '%', '%', 'organization', 'ratio', '[]', '100%', false,
      '[2022-01-01,)'),
    ('TC05', 'Tỷ lệ thành viên có SĐT hợp lệ', 'Members with a valid phone', '%', '%', 'organization', 'ratio', '[]', '100%',
      false, '[2022-01-01,)'),
    ('TC06', 'Tỷ lệ tổ có nhóm Zalo đúng mẫu tên', 'Teams with a correctly named Zalo group', '%', '%', 'organization',
      'ratio', '[]', '100%', false, '[2022-01-01,)'),
    ('TC07', 'Tỷ lệ tổ có hoạt động trong kỳ', 'Active teams', '%', '%', 'organization', 'ratio', '[]', '≥ 90%', false,
      '[2022-01-01,)'),
    ('TC08', 'Số thành viên trên 100 dân', 'Members per 100 residents', 'người', 'people', 'organization', 'ratio', '[]',
      'theo DTI', true, '[2022-01-01,)'),
    ('TC09', 'Xã đã có Ban chỉ đạo CĐS', 'Communes with a steering committee', '%', '%', 'organization', 'ratio', '[]',
      '100%', false, '[2022-01-01,)'),
    ('TC10', 'Tỷ lệ báo cáo đúng hạn', 'Reports on time', '%', '%', 'organization', 'ratio', '[
        {"key": "level", "values": [
          {"key": "xa", "name": "xã"},
          {"key": "huyen", "name": "huyện"},
          {"key": "tinh", "name": "tỉnh"}]}]', '100%', false, '[2022-01-01,)'),
    ('TT01', 'Số cuộc tuyên truyền', 'Communication events', 'cuộc', 'events', 'communication', 'sum', '[
        {"key": "host", "name": "Ai đứng ra tổ chức?", "nameEn": "Who held it?", "values": [
          {"key": "hop_thon", "name": "Họp thôn", "nameEn": "Hamlet meeting"},
          {"key": "thanh_nien", "name": "Đoàn Thanh niên", "nameEn": "Youth Union"},
          {"key": "phu_nu", "name": "Hội Phụ nữ", "nameEn": "Women''s Union"},
          {"key": "cuu_chien_binh", "name": "Hội Cựu chiến binh", "nameEn": "Veterans"},
          {"key": "nong_dan", "name": "Hội Nông dân", "nameEn": "Farmers'' Union"},
          {"key": "truong_hoc", "name": "Trường học", "nameEn": "School"},
          {"key": "luu_dong", "name": "Lưu động", "nameEn": "Mobile"}]},
        {"key": "form", "name": "Tuyên truyền bằng cách nào?", "nameEn": "In which form?", "values": [
          {"key": "gap_mat", "name": "Gặp mặt", "nameEn": "Meeting"},
          {"key": "tung_nha", "name": "Đến từng nhà", "nameEn": "House to house"},
          {"key": "loa", "name": "Loa truyền thanh", "nameEn": "Loudspeaker"},
          {"key": "to_roi", "name": "Tờ rơi", "nameEn": "Leaflets"},
          {"key": "mang", "name": "Zalo, Facebook", "nameEn": "Zalo, Facebook"}]}]', '≥ 1/tổ/tháng', false, '[2022-01-01,)'),
    ('TT02', 'Lượt người dự tuyên truyền', 'Attendances', 'lượt', 'times', 'communication', 'sum', '[
        {"key": "host", "name": "Ai đứng ra tổ chức?", "nameEn": "Who held it?", "values": [
          {"key": "hop_thon", "name": "Họp thôn", "nameEn": "Hamlet meeting"},
          {"key": "thanh_nien", "name": "Đoàn Thanh niên", "nameEn": "Youth Union"},
          {"key": "phu_nu", "name": "Hội Phụ nữ", "nameEn": "Women''s Union"},
          {"key": "cuu_chien_binh", "name": "Hội Cựu chiến binh", "nameEn": "Veterans"},
          {"key": "nong_dan", "name": "Hội Nông dân", "nameEn": "Farmers'' Union"},
          {"key": "truong_hoc", "name": "Trường học", "nameEn": "School"},
          {"key": "luu_dong", "name": "Lưu động", "nameEn": "Mobile"}]},
        {"key": "form", "name": "Tuyên truyền bằng cách nào?", "nameEn": "In which form?", "values": [
          {"key": "gap_mat", "name": "Gặp mặt", "nameEn": "Meeting"},
          {"key": "tung_nha", "name": "Đến từng nhà", "nameEn": "House to house"},
          {"key": "loa", "name": "Loa truyền thanh", "nameEn": "Loudspeaker"},
          {"key": "to_roi", "name": "Tờ rơi", "nameEn": "Leaflets"},
          {"key": "mang", "name": "Zalo, Facebook", "nameEn": "Zalo, Facebook"}]},
        {"key": "beneficiary", "name": "Giúp ai?", "counts": "people", "nameEn": "Who was helped?", "values": [
          {"key": "cao_tuoi", "name": "Người cao tuổi", "nameEn": "Older people"},
          {"key": "ho_ngheo", "name": "Hộ nghèo", "nameEn": "Poor households"},
          {"key": "phu_nu", "name": "Phụ nữ", "nameEn": "Women"},
          {"key": "khac", "name": "Người khác", "nameEn": "Others"}]}]', null, false, '[2022-01-01,)'),
    ('TT03', 'Tin, bài, lượt phát thanh', 'News items, broadcasts', 'lượt', 'times', 'communication', 'sum', '[
        {"key": "channel", "name": "Đăng, phát ở đâu?", "nameEn": "Published where?", "values": [
          {"key": "dai_truyen_thanh", "name": "Đài truyền thanh", "nameEn": "Loudspeaker radio"},
          {"key": "zalo", "name": "Zalo", "nameEn": "Zalo"},
          {"key": "facebook", "name": "Facebook", "nameEn": "Facebook"},
          {"key": "khac", "name": "Nơi khác", "nameEn": "Elsewhere"}]}]', null, false, '[2022-01-01,)'),
    ('TT04', 'Tỷ lệ hộ được tiếp cận', 'Households reached', '%', '%', 'communication', 'ratio', '[]', '100%/năm', false,
      '[2022-01-01,)'),
    ('CQ01', 'Lượt người được hướng dẫn DVCTT', 'People guided on online services', 'lượt', 'times', 'digital_government',
      'sum', '[
        {"key": "beneficiary", "name": "Giúp ai?", "counts": "people", "nameEn": "Who was helped?", "values": [
          {"key": "cao_tuoi", "name": "Người cao tuổi", "nameEn": "Older people"},
          {"key": "ho_ngheo", "name": "Hộ nghèo", "nameEn": "Poor households"},
          {"key": "phu_nu", "name": "Phụ nữ", "nameEn": "Women"},
          {"key": "khac", "name": "Người khác", "nameEn": "Others"}]}]', null, false, '[2022-01-01,)'),
    ('CQ02', 'Hồ sơ DVCTT nộp có tổ hỗ trợ', 'Applications filed with help', 'hồ sơ', 'applications', 'digital_government',
      'sum', '[
        {"key": "level", "name": "Mức dịch vụ", "nameEn": "Level of service", "values": [
          {"key": "muc_3", "name": "Mức độ 3", "nameEn": "Level 3"},
          {"key": "muc_4", "name": "Mức độ 4", "nameEn": "Level 4"}]},
        {"key": "beneficiary", "name": "Giúp ai?", "counts": "people", "nameEn": "Who was helped?", "values": [
          {"key": "cao_tuoi", "name": "Người cao tuổi", "nameEn": "Older people"},
          {"key": "ho_ngheo", "name": "Hộ nghèo", "nameEn": "Poor households"},
          {"key": "phu_nu", "name": "Phụ nữ", "nameEn": "Women"},
          {"key": "khac", "name": "Người khác", "nameEn": "Others"}]}]', null, false, '[2022-01-01,2022-08-15)'),
    ('CQ02', 'Hồ sơ DVCTT nộp có tổ hỗ trợ', 'Applications filed with help', 'hồ sơ', 'applications', 'digital_government',
      'sum', '[
        {"key": "level", "name": "Mức dịch vụ", "nameEn": "Level of service", "values": [
          {"key": "toan_trinh", "name": "Toàn trình", "nameEn": "Whole"},
          {"key": "mot_phan", "name": "Một phần", "nameEn": "In part"}]},
        {"key": "beneficiary", "name": "Giúp ai?", "counts": "people", "nameEn": "Who was helped?", "values": [
          {"key": "cao_tuoi", "name": "Người cao tuổi", "nameEn": "Older people"},
          {"key": "ho_ngheo", "name": "Hộ nghèo", "nameEn": "Poor households"},
          {"key": "phu_nu", "name": "Phụ nữ", "nameEn": "Women"},
          {"key": "khac", "name": "Người khác", "nameEn": "Others"}]}]', null, false, '[2022-08-15,)'),
    ('CQ03', 'Tỷ lệ hồ sơ nộp trực tuyến của xã', 'Share filed online', '%', '%', 'digital_government', 'ratio', '[]',
      '≥ 80%', true, '[2022-01-01,)'),
    ('CQ04', 'Tài khoản VNeID/DVC được hỗ trợ kích hoạt', 'eID/portal accounts activated with help', 'tài khoản', 'accounts',
      'digital_government', 'sum', '[
        {"key": "kind", "name": "Tài khoản nào?", "nameEn": "Which account?", "values": [
          {"key": "vneid", "name": "VNeID", "nameEn": "VNeID"},
          {"key": "cong_dich_vu_cong", "name": "Cổng dịch vụ công", "nameEn": "Public service portal"}]},
        {"key": "beneficiary", "name": "Giúp ai?", "counts": "people", "nameEn": "Who was helped?", "values": [
          {"key": "cao_tuoi", "name": "Người cao tuổi", "nameEn": "Older people"},
          {"key": "ho_ngheo", "name": "Hộ nghèo", "nameEn": "Poor households"},
          {"key": "phu_nu", "name": "Phụ nữ", "nameEn": "Women"},
          {"key": "khac", "name": "Người khác", "nameEn": "Others"}]}]', null, false, '[2022-01-01,)'),
    ('CQ05', 'Tỷ lệ người trưởng thành có VNeID kích hoạt', 'Adults with active eID', '%', '%', 'digital_government', 'ratio',
      '[]', 'theo kế hoạch', true, '[2022-01-01,)'),
    ('CQ06', 'Lượt cài ứng dụng chính quyền', 'Government apps installed', 'lượt', 'times', 'digital_government', 'sum', '[
        {"key": "app", "name": "Ứng dụng nào?", "nameEn": "Which application?", "values": [
          {"key": "smart_thanh_hoa", "name": "Smart Thanh Hoa", "nameEn": "Smart Thanh Hoa"},
          {"key": "1022", "name": "Tổng đài 1022", "nameEn": "Hotline 1022"},
          {"key": "pc_covid_2022_", "name": "PC-Covid", "nameEn": "PC-Covid"},
          {"key": "so_suc_khoe", "name": "Sổ sức khỏe điện tử", "nameEn": "E-health book"},
          {"key": "khac", "name": "Ứng dụng khác", "nameEn": "Another"}]}]', null, false, '[2022-01-01,2023-01-01)'),
    ('CQ06', 'Lượt cài ứng dụng chính quyền', 'Government apps installed', 'lượt', 'times', 'digital_government', 'sum', '[
        {"key": "app", "name": "Ứng dụng nào?", "nameEn": "Which application?", "values": [
          {"key": "smart_thanh_hoa", "name": "Smart Thanh Hoa", "nameEn": "Smart Thanh Hoa"},
          {"key": "1022", "name": "Tổng đài 1022", "nameEn": "Hotline 1022"},
          {"key": "so_suc_khoe", "name": "Sổ sức khỏe điện tử", "nameEn": "E-health book"},
          {"key": "khac", "name": "Ứng dụng khác", "nameEn": "Another"}]}]', null, false, '[2023-01-01,)'),
    ('CQ07', 'Phản ánh, kiến nghị qua kênh số có hỗ trợ', 'Digital petitions with help', 'phản ánh', 'petitions',
      'digital_government', 'sum', '[{"key": "channel", "values": []}]', null, false, '[2022-01-01,)'),
    ('KT01', 'Hộ SXKD, DN được hướng dẫn lên sàn', 'Producers guided onto marketplaces', 'hộ/DN', 'households/enterprises',
      'digital_economy', 'distinct', '[
        {"key": "kind", "name": "Hộ hay doanh nghiệp?", "nameEn": "Household or enterprise?", "values": [
          {"key": "ho_san_xuat_kinh_doanh", "name": "Hộ sản xuất, kinh doanh", "nameEn": "Producing or business household"},
          {"key": "hop_tac_xa", "name": "Hợp tác xã", "nameEn": "Cooperative"},
          {"key": "doanh_nghiep", "name": "Doanh nghiệp", "nameEn": "Enterprise"}]}]', null, false, '[2022-01-01,)'),
    ('KT02', 'Gian hàng mở mới', 'New shops', 'gian hàng', 'shops', 'digital_economy', 'sum', '[
        {"key": "marketplace", "name": "Sàn nào?", "nameEn": "Which marketplace?", "values": [
          {"key": "postmart", "name": "Postmart", "hosts": ["postmart.vn", "buudien.vn"], "nameEn": "Postmart"},
          {"key": "voso", "name": "Voso", "hosts": ["voso.vn"], "nameEn": "Voso"},
          {"key": "khac", "name": "Sàn khác", "nameEn": "Another"}]},
        {"key": "owner", "name": "Chủ gian hàng", "nameEn": "Owner of the shop", "values": [
          {"key": "ho_gia_dinh", "name": "Hộ gia đình", "nameEn": "Household"},
          {"key": "hop_tac_xa", "name": "Hợp tác xã", "nameEn": "Cooperative"},
          {"key": "doanh_nghiep", "name": "Doanh nghiệp", "nameEn": "Enterprise"}]}]', null, false, '[2022-01-01,)'),
    ('KT03', 'Số sản phẩm OCOP', 'OCOP products', 'sản phẩm', 'products', 'digital_economy', 'last', '[
        {"key": "stars", "values": [
          {"key": "3", "name": "3"},
          {"key": "4", "name": "4"},
          {"key": "5", "name": "5"}]}]', null, false, '[2022-01-01,)'),
    ('KT04', 'Sản phẩm OCOP có trên sàn', 'OCOP products listed', 'sản phẩm', 'products', 'digital_economy', 'distinct', '[
        {"key": "marketplace", "name": "Sàn nào?", "nameEn": "Which marketplace?", "values": [
          {"key": "postmart", "name": "Postmart", "hosts": ["postmart.vn", "buudien.vn"], "nameEn": "Postmart"},
          {"key": "voso", "name": "Voso", "hosts": ["voso.vn"], "nameEn": "Voso"},
          {"key": "khac", "name": "Sàn khác", "nameEn": "Another"}]}]', null, false, '[2022-01-01,)'),
    ('KT05', 'Tỷ lệ OCOP lên sàn', 'OCOP listed share', '%', '%', 'digital_economy', 'ratio', '[]', '100%', false,
      '[2022-01-01,)'),
    ('KT06', 'Nông sản khác lên sàn', 'Other farm products listed', 'sản phẩm', 'products', 'digital_economy', 'distinct', '[
        {"key": "marketplace", "name": "Sàn nào?", "nameEn": "Which marketplace?", "values": [
          {"key": "postmart", "name": "Postmart", "hosts": ["postmart.vn", "buudien.vn"], "nameEn": "Postmart"},
          {"key": "voso", "name": "Voso", "hosts": ["voso.vn"], "nameEn": "Voso"},
          {"key": "khac", "name": "Sàn khác", "nameEn": "Another"}]}]', null, false, '[2022-01-01,)'),
    ('KT07', 'Đơn hàng trên sàn (tự khai)', 'Orders (declared)', 'đơn', 'orders', 'digital_economy', 'sum', '[
        {"key": "marketplace", "name": "Sàn nào?", "nameEn": "Which marketplace?", "values": [
          {"key": "postmart", "name": "Postmart", "hosts": ["postmart.vn", "buudien.vn"], "nameEn": "Postmart"},
          {"key": "voso", "name": "Voso", "hosts": ["voso.vn"], "nameEn": "Voso"},
          {"key": "khac", "name": "Sàn khác", "nameEn": "Another"}]}]', null, false, '[2022-01-01,)'),
    ('KT08', 'Hộ, DN được hướng dẫn quảng bá số', 'Producers guided on promotion', 'hộ/DN', 'households/enterprises',
      'digital_economy', 'distinct', '[
        {"key": "place", "name": "Quảng bá ở đâu?", "nameEn": "Promoted where?", "values": [
          {"key": "web", "name": "Trang web", "nameEn": "Website"},
          {"key": "san", "name": "Sàn thương mại điện tử", "nameEn": "Marketplace"},
          {"key": "zalo", "name": "Zalo", "nameEn": "Zalo"},
          {"key": "facebook", "name": "Facebook", "nameEn": "Facebook"}]}]', null, false, '[2022-01-01,)'),
    ('KT09', 'Hộ, DN ứng dụng công nghệ số', 'Producers using digital tools', 'hộ/DN', 'households/enterprises',
      'digital_economy', 'distinct', '[
        {"key": "tool", "name": "Dùng công nghệ nào?", "nameEn": "Which technology?", "values": [
          {"key": "qr", "name": "Mã QR", "nameEn": "QR codes"},
          {"key": "hoa_don_t", "name": "Hóa đơn điện tử", "nameEn": "E-invoices"},
          {"key": "truy_xuat", "name": "Truy xuất nguồn gốc", "nameEn": "Traceability"},
          {"key": "phan_mem", "name": "Phần mềm", "nameEn": "Software"}]}]', null, false, '[2022-01-01,)'),
    ('KT10', 'Tỷ lệ người dân mua hàng trực tuyến', 'People who buy online', '%', '%', 'digital_economy', 'ratio', '[]', null,
      true, '[2022-01-01,)'),
    ('XH01', 'Lượt hướng dẫn thanh toán không tiền mặt', 'Guided on cashless payment', 'lượt', 'times', 'digital_society',
      'sum', '[
        {"key": "service", "name": "Dịch vụ nào?", "nameEn": "Which service?", "values": [
          {"key": "dien", "name": "điện"},
          {"key": "nuoc", "name": "nước"},
          {"key": "vien_thong", "name": "viễn thông"},
          {"key": "hoc_phi", "name": "học phí"},
          {"key": "vien_phi", "name": "viện phí"}]},
        {"key": "beneficiary", "name": "Giúp ai?", "counts": "people", "nameEn": "Who was helped?", "values": [
          {"key": "cao_tuoi", "name": "Người cao tuổi", "nameEn": "Older people"},
          {"key": "ho_ngheo", "name": "Hộ nghèo", "nameEn": "Poor households"},
          {"key": "phu_nu", "name": "Phụ nữ", "nameEn": "Women"},
          {"key": "khac", "name": "Người khác", "nameEn": "Others"}]}]', null, false, '[2022-01-01,)'),
    ('XH02', 'Tài khoản/ví/mobile money mở mới', 'Payment accounts opened', 'tài khoản', 'accounts', 'digital_society', 'sum',
      '[
        {"key": "kind", "name": "Tài khoản nào?", "nameEn": "Which account?", "values": [
          {"key": "ngan_hang", "name": "Ngân hàng", "nameEn": "Bank"},
          {"key": "vi", "name": "Ví điện tử", "nameEn": "E-wallet"},
          {"key": "mobile_money", "name": "Mobile Money", "nameEn": "Mobile Money"}]},
        {"key": "beneficiary", "name": "Giúp ai?", "counts": "people", "nameEn": "Who was helped?", "values": [
          {"key": "cao_tuoi", "name": "Người cao tuổi", "nameEn": "Older people"},
          {"key": "ho_ngheo", "name": "Hộ nghèo", "nameEn": "Poor households"},
          {"key": "phu_nu", "name": "Phụ nữ", "nameEn": "Women"},
          {"key": "khac", "name": "Người khác", "nameEn": "Others"}]}]', null, false, '[2022-01-01,)'),
    ('XH03', 'Tỷ lệ dân ≥ 15 tuổi có tài khoản thanh toán', '15+ with a payment account', '%', '%', 'digital_society',
      'ratio', '[]', '≥ 80% 2025', true, '[2022-01-01,)'),
    ('XH04', 'Hộ trả dịch vụ thiết yếu không tiền mặt', 'Households paying bills cashless', 'hộ', 'households',
      'digital_society', 'distinct', '[
        {"key": "service", "name": "Trả khoản nào?", "nameEn": "Which bill?", "values": [
          {"key": "dien", "name": "Điện", "nameEn": "Electricity"},
          {"key": "nuoc", "name": "Nước", "nameEn": "Water"},
          {"key": "vien_thong", "name": "Viễn thông", "nameEn": "Telecom"},
          {"key": "hoc_phi", "name": "Học phí", "nameEn": "Tuition"},
          {"key": "vien_phi", "name": "Viện phí", "nameEn": "Hospital fees"}]}]', null, false, '[2022-01-01,)'),
    ('XH05', 'Lượt hướng dẫn y tế số', 'Guided on e-health', 'lượt', 'times', 'digital_society', 'sum', '[
        {"key": "service", "name": "Dịch vụ nào?", "nameEn": "Which service?", "values": [
          {"key": "so_sk_t", "name": "sổ SKĐT"},
          {"key": "kham_tu_xa", "name": "khám từ xa"},
          {"key": "dat_kham", "name": "đặt khám"},
          {"key": "vien_phi", "name": "viện phí"}]},
        {"key": "beneficiary", "name": "Giúp ai?", "counts": "people", "nameEn": "Who was helped?", "values": [
          {"key": "cao_tuoi", "name": "Người cao tuổi", "nameEn": "Older people"},
          {"key": "ho_ngheo", "name": "Hộ nghèo", "nameEn": "Poor households"},
          {"key": "phu_nu", "name": "Phụ nữ", "nameEn": "Women"},
          {"key": "khac", "name": "Người khác", "nameEn": "Others"}]}]', null, false, '[2022-01-01,)'),
    ('XH06', 'Tỷ lệ dân có hồ sơ sức khoẻ điện tử', 'With e-health record', '%', '%', 'digital_society', 'ratio', '[]',
      '> 80%', true, '[2022-01-01,)'),
    ('XH07', 'Lượt hướng dẫn giáo dục số', 'Guided on e-education', 'lượt', 'times', 'digital_society', 'sum', '[
        {"key": "service", "name": "Việc gì?", "nameEn": "For what?", "values": [
          {"key": "lien_lac", "name": "Liên lạc với nhà trường", "nameEn": "Parent and school"},
          {"key": "hoc_truc_tuyen", "name": "Học trực tuyến", "nameEn": "Online learning"},
          {"key": "hoc_phi", "name": "Học phí", "nameEn": "Tuition"}]}]', null, false, '[2022-01-01,)'),
    ('XH08', 'Tài khoản BHXH số (VssID) hỗ trợ', 'Social insurance accounts', 'tài khoản', 'accounts', 'digital_society',
      'sum', '[
        {"key": "beneficiary", "name": "Giúp ai?", "counts": "people", "nameEn": "Who was helped?", "values": [
          {"key": "cao_tuoi", "name": "Người cao tuổi", "nameEn": "Older people"},
          {"key": "ho_ngheo", "name": "Hộ nghèo", "nameEn": "Poor households"},
          {"key": "phu_nu", "name": "Phụ nữ", "nameEn": "Women"},
          {"key": "khac", "name": "Người khác", "nameEn": "Others"}]}]', null, false, '[2022-01-01,)'),
    ('XH09', 'Hòm thư điện tử tạo mới', 'E-mail boxes created', 'hộp thư', 'mailboxes', 'digital_society', 'sum', '[]', null,
      false, '[2022-01-01,)'),
    ('XH10', 'Người dân được phổ cập kỹ năng số', 'People taught digital skills', 'người', 'people', 'digital_society',
      'distinct', '[
        {"key": "skill", "name": "Kỹ năng nào?", "nameEn": "Which skill?", "values": [
          {"key": "dich_vu_cong_truc_tuyen", "name": "Dịch vụ công trực tuyến", "nameEn": "Online public services"},
          {"key": "mua_sam_truc_tuyen", "name": "Mua sắm trực tuyến", "nameEn": "Online shopping"},
          {"key": "thanh_toan_truc_tuyen", "name": "Thanh toán trực tuyến", "nameEn": "Online payment"},
          {"key": "tu_bao_ve_tren_mang", "name": "Tự bảo vệ trên mạng", "nameEn": "Staying safe online"},
          {"key": "nen_tang_khac", "name": "Nền tảng khác", "nameEn": "Other platforms"}]},
        {"key": "gender", "name": "Nam hay nữ?", "nameEn": "Men or women?", "values": [
          {"key": "nam", "name": "Nam", "nameEn": "Men"},
          {"key": "nu", "name": "Nữ", "nameEn": "Women"}]}]', '> 70% tuổi lao động', false, '[2022-01-01,)'),
    ('XH11', 'Lượt hướng dẫn phòng lừa đảo, an toàn số', 'Guided on online safety', 'lượt', 'times', 'digital_society', 'sum',
      '[]', null, false, '[2022-01-01,)'),
    ('XH12', 'Tỷ lệ hộ có internet cáp quang', 'Households with fibre', '%', '%', 'digital_society', 'ratio', '[]', '> 85%',
      true, '[2022-01-01,)');
`;

const providers = `
  create table providers (
    id uuid primary key,
    name text not null,
    kind text not null check (kind in ('telecom', 'post', 'viettel_post', 'union')),
    contact text
  );

  create table provider_coverage (
    provider_id uuid not null references providers,
    unit_id uuid not null references units,
    validity daterange not null,
    constraint provider_coverage_provider_id_unit_id_validity_excl exclude using gist (provider_id with =, unit_id with =,
      validity with &&)
  );
  create index provider_coverage_unit on provider_coverage (unit_id);
`;

const registers = `
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
    name text not null,
    owner text not null,
    stars int,
    certificate text,
    listed_on date,
    marketplace text,
    link text,
    validity daterange not null,
    -- Why it left the register.
    end_reason text,
    -- Which decision of a commune put it onto its marketplace: taken back, it is off again.
    listed_by uuid
  );
  create index ocop_products_unit on ocop_products (unit_id);
  create index ocop_products_listed_by on ocop_products (listed_by) where listed_by is not null;
`;

const unitChanges = `
  create table unit_changes (
    id uuid primary key,
    -- No reference: what was entered about a unit stays, also when the import that made the unit is taken back.
    unit_id uuid not null,
    -- list: named or placed anew by an official list.
    kind text not null check (kind in ('create', 'rename', 'move', 'close', 'revoke', 'list', 'correct', 'reopen')),
    -- The day from which it holds; of one that was taken back the day on which it would have begun.
    on_date date not null,
    basis text,
    made_by uuid not null,
    made_at timestamptz not null,
    directive_id uuid references directives,
    reason text
  );
  create index unit_changes_of_unit on unit_changes (unit_id, made_at);

  create trigger unit_changes_stay before delete or update on unit_changes for each row
    execute function refuse_change_of_history();
  alter table unit_changes enable always trigger unit_changes_stay;

  create trigger unit_changes_are_not_emptied before truncate on unit_changes for each statement
    execute function refuse_change_of_history();
  alter table unit_changes enable always trigger unit_changes_are_not_emptied;
`;

const rules = `
  create table keeping_rules (
    id uuid primary key,
    -- The topmost unit; null: it holds until somebody sets one.
    unit_id uuid references units,
    kind text not null,
    -- Months or days, by the kind.
    amount int not null check (amount > 0),
    directive_id uuid references directives,
    citation text,
    validity daterange not null check (not isempty(validity)),
    constraint keeping_rules_check check (kind <> 'keepLog' or amount >= 24),
    constraint keeping_rules_one_per_day exclude using gist (coalesce(unit_id,
      '00000000-0000-0000-0000-000000000000'::uuid) with =, kind with =, validity with &&)
  );

  insert into keeping_rules (id, kind, amount, citation, validity) values
    ('ffbcc03d-ac60-425e-9181-79e76cebc1a0', 'keepLog', 24, 'Nghị định 53/2022/NĐ-CP', '[2022-01-01,)'),
    ('165b0bf2-c130-4f6f-aa65-e384099bf59c', 'keepLists', 7, null, '[2022-01-01,)'),
    ('34ce2e64-986d-47f3-9288-e15849f237e8', 'keepUploads', 7, null, '[2022-01-01,)'),
    ('54de47e8-706f-4ccf-a69f-c3608403326d', 'keepSessions', 30, null, '[2022-01-01,)'),
    ('956e1926-5474-44cf-a641-862c34809137', 'keepInbox', 24, null, '[2022-01-01,)'),
    ('c2790e56-9718-4a5d-b3ae-c8121dd17dfc', 'keepDeliveries', 12, null, '[2022-01-01,)'),
    ('3b7ad95c-245a-48c0-8d37-c720b37ea58e', 'keepPhotos', 36, null, '[2022-01-01,)'),
    ('68dc3645-a7ab-45cd-b19c-2774fc41a1c7', 'keepLeavers', 6, null, '[2022-01-01,)'),
    ('c2d772ab-275a-45e3-a45a-692f31ca0032', 'keepDrafts', 180, null, '[2022-01-01,)'),
    ('3e088423-fc30-4b3c-b6d3-fb0b20f95cba', 'keepWebhooks', 7, null, '[2022-01-01,)'),
    ('679b6efb-fa63-4e02-a260-9d036e46a1b0', 'keepFiles', 7, null, '[2022-01-01,)'),
    ('070fbad5-23d5-4163-9535-164eb5f21026', 'keepAsked', 2, null, '[2022-01-01,)');

  create table rule_announcements (
    id uuid primary key,
    unit_id uuid not null references units,
    kind text not null,
    from_on date not null,
    directive_id uuid not null references directives,
    value jsonb not null,
    -- What would hold on that day without it.
    held jsonb,
    people int not null check (people >= 0),
    recall_until timestamptz not null,
    announced_at timestamptz not null,
    called_off_at timestamptz
  );
  create unique index rule_announcements_standing on rule_announcements (unit_id, kind, from_on) where called_off_at is null;

  create table attention_rules (
    id uuid primary key,
    -- Null: it holds where nobody has set one.
    unit_id uuid references units,
    silent_days int not null check (silent_days > 0),
    busy_teams int not null check (busy_teams > 1),
    late_months int not null check (late_months > 0),
    late_times int not null,
    late_days int not null check (late_days > 0),
    term_days int not null check (term_days > 0),
    directive_id uuid references directives,
    validity daterange not null check (not isempty(validity)),
    constraint attention_rules_check check (late_times >= 1 and late_times <= late_months),
    constraint attention_rules_one_per_day exclude using gist (coalesce(unit_id,
      '00000000-0000-0000-0000-000000000000'::uuid) with =, validity with &&)
  );

  insert into attention_rules (id, silent_days, busy_teams, late_months, late_times, late_days, term_days, validity) values
    ('9352cfbd-4206-4390-a7b9-94c4fa98b3b0', 14, 8, 6, 2, 7, 60, '[2022-01-01,)');

  create table inviting_rules (
    id uuid primary key,
    -- Null: it holds where nobody has set one.
    unit_id uuid references units,
    done_percent int not null check (done_percent between 1 and 100),
    slips_at_once int not null check (slips_at_once > 0),
    slip_days int not null check (slip_days > 0),
    directive_id uuid references directives,
    validity daterange not null check (not isempty(validity)),
    constraint inviting_rules_one_per_day exclude using gist (coalesce(unit_id,
      '00000000-0000-0000-0000-000000000000'::uuid) with =, validity with &&)
  );

  insert into inviting_rules (id, done_percent, slips_at_once, slip_days, validity) values
    ('5df27318-a50e-4449-abe5-b1550a3c4a15', 80, 500, 30, '[2022-01-01,)');
`;

const shapes = `
  create table unit_maps (
    id uuid primary key,
    unit_id uuid not null references units,
    from_on date not null,
    -- Null of maps from before this was kept.
    uploaded_by uuid,
    uploaded_at timestamptz,
    removed_at timestamptz,
    removed_by uuid,
    constraint unit_maps_check check ((removed_at is null) = (removed_by is null))
  );
  create index unit_maps_of_unit on unit_maps (unit_id, from_on);

  create table unit_shapes (
    id uuid primary key,
    unit_id uuid not null references units,
    validity daterange not null check (not isempty(validity)),
    geometry jsonb not null,
    map_id uuid not null references unit_maps,
    constraint unit_shapes_unit_id_validity_excl exclude using gist (unit_id with =, validity with &&)
  );
  create index unit_shapes_of_map on unit_shapes (map_id);
`;

const reorganisation = `
  create table reorganisations (
    id uuid primary key,
    -- The unit within which it stays.
    unit_id uuid not null references units,
    title text not null,
    directive_id uuid references directives,
    on_date date not null,
    state text not null check (state in ('draft', 'scheduled', 'applied', 'revoked')),
    version int not null,
    made_by uuid not null,
    made_at timestamptz not null,
    scheduled_by uuid,
    scheduled_at timestamptz,
    applied_at timestamptz,
    revoked_by uuid,
    revoked_at timestamptz,
    revoke_reason text,
    reach text not null default 'hamlets' check (reach in ('hamlets', 'units')),
    file_name text,
    past_days int not null default 30 check (past_days between 0 and 366),
    paused_by uuid,
    paused_at timestamptz,
    checked_on date,
    -- The first of what keeps it from beginning, and of how much. Null while nothing does.
    held jsonb,
    -- The greater reform for which it was taken back; that one may be a draft that was dropped since.
    gave_way_to uuid,
    constraint reorganisations_check check (num_nonnulls(scheduled_by, scheduled_at) = any (array[0, 2])),
    constraint reorganisations_check1 check (state not in ('scheduled', 'applied') or scheduled_at is not null
      and directive_id is not null),
    constraint reorganisations_check2 check ((state = 'applied') = (applied_at is not null)),
    constraint reorganisations_check3 check (state <> 'revoked' or num_nonnulls(revoked_by, revoked_at, revoke_reason) = 3),
    constraint reorganisations_check4 check (num_nonnulls(paused_by, paused_at) = any (array[0, 2]))
  );
  create index reorganisations_of_unit on reorganisations (unit_id, on_date desc);
  create index reorganisations_waiting on reorganisations (on_date) where state = 'scheduled';

  create table reorganisation_lines (
    reorganisation_id uuid not null references reorganisations on delete cascade,
    version int not null,
    "position" int not null,
    kind text not null check (kind in ('create', 'keep', 'merge', 'part', 'allot', 'lead', 'leave', 'post', 'office', 'name',
      'split', 'member', 'share')),
    -- Of a merge the unit that ends; of a create the unit that began, once it was applied.
    unit_id uuid,
    type text,
    name text,
    -- The line of the unit into which it goes, or in which the person works.
    into_position int,
    person_id uuid,
    code text,
    parent_id uuid,
    parent_position int,
    share numeric check (share > (0)::numeric and share <= (1)::numeric),
    row int,
    settled boolean not null default false,
    unit_kind text check (unit_kind in ('country', 'province', 'district', 'commune', 'hamlet')),
    stand_in boolean not null default false,
    seat text check (seat in ('head', 'deputy_head', 'standing', 'member')),
    from_on date,
    directive_id uuid references directives,
    -- Of a half its households, of a share the target.
    amount int check (amount >= 0),
    task_id uuid,
    began_id uuid references units,
    primary key (reorganisation_id, version, "position"),
    constraint reorganisation_lines_of_posts check (kind = 'post' or not stand_in and seat is null),
    constraint reorganisation_lines_of_names check (num_nonnulls(from_on, directive_id) = 0 or kind = 'name'
      and num_nonnulls(from_on, directive_id) = 2),
    -- Of a draft's part it may not be known yet which unit is meant: its code and name are those of the list then.
    constraint reorganisation_lines_check check (case
    when (kind = 'create') then ((num_nonnulls(type, name) = 2)
      and (num_nonnulls(into_position, person_id) = 0))
    when (kind = 'keep') then ((num_nonnulls(unit_id, type, name) = 3)
      and (num_nonnulls(into_position, person_id) = 0))
    when (kind in ('merge', 'part')) then ((into_position is not null)
      and (num_nonnulls(unit_id, name) > 0) and (person_id is null))
    when (kind in ('allot',
      'office')) then ((num_nonnulls(unit_id, into_position) = 2) and (num_nonnulls(type, name,
      person_id) = 0))
    when (kind = 'post') then ((num_nonnulls(into_position, person_id, type, name) = 4)
      and (unit_id is null))
    when (kind = 'name') then ((num_nonnulls(unit_id, type, name) = 3)
      and (num_nonnulls(into_position, person_id) = 0))
    when (kind = 'split') then ((num_nonnulls(unit_id, type, name,
      amount) = 4) and (person_id is null))
    when (kind = 'share') then ((num_nonnulls(into_position, task_id, amount) = 3)
      and (num_nonnulls(unit_id, person_id) = 0))
    else ((num_nonnulls(into_position, person_id) = 2)
      and (num_nonnulls(type, name, unit_id) = 0))
end)
  );
  create index reorganisation_lines_of_unit on reorganisation_lines (unit_id) where unit_id is not null;
  create index reorganisation_lines_of_heir on reorganisation_lines (reorganisation_id, version,
    into_position) where into_position is not null;

  create table reorganisation_steps (
    reorganisation_id uuid not null references reorganisations on delete cascade,
    step text not null check (step in ('people', 'work', 'training', 'reports')),
    "position" int not null,
    done int not null default 0,
    total int not null,
    after_unit_id uuid references units,
    started_at timestamptz,
    finished_at timestamptz,
    failures int not null default 0,
    failed_at timestamptz,
    failure text,
    primary key (reorganisation_id, step)
  );
  create index reorganisation_steps_open on reorganisation_steps (reorganisation_id, "position") where finished_at is null;

  create table reorganisation_counts (
    reorganisation_id uuid not null references reorganisations on delete cascade,
    name text not null check (name in ('hamlets', 'teams', 'members', 'tasks', 'sessions', 'drafts')),
    before int not null,
    primary key (reorganisation_id, name)
  );

  create table name_opinions (
    reorganisation_id uuid not null references reorganisations on delete cascade,
    hamlet_id uuid not null references units,
    commune_id uuid not null references units,
    name text not null,
    asked_by uuid not null,
    asked_at timestamptz not null,
    answer_by date not null,
    stands boolean not null default true,
    about text,
    other_name text,
    remark text,
    answered_by uuid,
    answered_at timestamptz,
    constraint name_opinions_check check (num_nonnulls(about, answered_by, answered_at) = any (array[0, 3])),
    constraint name_opinions_check1 check (about is not null or num_nonnulls(other_name, remark) = 0),
    primary key (reorganisation_id, hamlet_id)
  );
`;
