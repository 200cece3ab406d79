import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Organization1700000000200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [units, directives, rules, offices, providers, holidays, indicators, registers])
      await runner.query(part);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table ocop_products, registers, indicators, holidays, provider_coverage, providers, offices, period_rules,
        group_name_templates, composition_rules, directive_corrections, directives;
      drop function units_at(date);
      drop table unit_closure, unit_successors, unit_versions, units;
    `);
  }
}

const units = `
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

  -- Other modules join it: the units that exist on a day, as they are called on it.
  create function units_at(on_date date)
    returns table (id uuid, kind text, type text, name text, full_name text, code text, parent_id uuid)
    language sql stable parallel safe as $$
      select u.id, u.kind, v.type, v.name,
             case when v.name ilike v.type || ' %' then v.name
                  else upper(left(v.type, 1)) || substr(v.type, 2) || ' ' || v.name end,
             v.code, v.parent_id
        from units u join unit_versions v on v.unit_id = u.id
       where u.validity @> on_date and v.validity @> on_date
    $$;
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
  create trigger directive_corrections_stay before update or delete on directive_corrections
    for each row execute function refuse_change_of_history();
  create trigger directive_corrections_are_not_emptied before truncate on directive_corrections
    execute function refuse_change_of_history();
  alter table directive_corrections enable always trigger directive_corrections_stay;
  alter table directive_corrections enable always trigger directive_corrections_are_not_emptied;
`;

/** Dated rules: the nearest unit's rule holds; those without a unit hold everywhere. */
const rules = `
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
  -- What the guidance of 2022 lays down for every team and committee.
  insert into composition_rules (id, code, subject, kind, role, affiliation, min, max, citation, validity)
  select id::uuid, code, subject, kind, role, affiliation, min, max,
         'Hướng dẫn hoạt động của Tổ công nghệ số cộng đồng, ' || item, '[2022-01-01,)'
    from (values
      ('0180c2f0-0000-7000-8000-000000000101', 'team.min_members', 'team', 'min_members', null, null, 3, null::int, 'mục 1'),
      ('0180c2f0-0000-7000-8000-000000000102', 'team.leader', 'team', 'role_count', 'leader', null, 1, 1, 'mục 1'),
      ('0180c2f0-0000-7000-8000-000000000103', 'team.deputy', 'team', 'role_count', 'deputy', null, 1, null, 'mục 1'),
      ('0180c2f0-0000-7000-8000-000000000104', 'team.hamlet_head', 'team', 'affiliation', null, 'hamlet_head', 1, null, 'mục 1'),
      ('0180c2f0-0000-7000-8000-000000000105', 'team.youth_union', 'team', 'affiliation', null, 'youth_union', 1, null, 'mục 1'),
      ('0180c2f0-0000-7000-8000-000000000106', 'committee.commune_chair', 'committee', 'affiliation', null, 'commune_chair', 1, null,
       'mục 3'),
      ('0180c2f0-0000-7000-8000-000000000107', 'committee.youth_union', 'committee', 'affiliation', null, 'youth_union', 1, null,
       'mục 3')
    ) as guidance (id, code, subject, kind, role, affiliation, min, max, item);

  -- How a team's group is called, by place and date.
  create table group_name_templates (
    id uuid primary key,
    unit_id uuid references units,
    template text not null,
    name_max int not null,
    validity daterange not null
  );
  -- {district} falls away by itself where no district stands above the team's unit.
  insert into group_name_templates (id, template, name_max, validity)
    values ('0180c2f0-0000-7000-8000-000000000001', 'CNS-{hamlet}-{commune}-{district}', 100, '[2022-01-01,)');

  create table period_rules (
    id uuid primary key,
    unit_id uuid references units,
    directive_id uuid references directives,
    window_start_day int not null check (window_start_day between 1 and 28),
    due_before_day int not null check (due_before_day between 2 and 28),
    validity daterange not null,
    -- What happens when the due day is no working day: nothing, or it moves.
    shift text not null default 'none' check (shift in ('none', 'next', 'previous'))
  );
  insert into period_rules (id, window_start_day, due_before_day, validity)
    values ('0180c2f0-0000-7000-8000-000000000002', 15, 25, '[2022-01-01,)');
`;

const offices = `
  create table offices (
    id uuid primary key,
    unit_id uuid not null references units,
    name text not null,
    phone text, email text, holder text,
    validity daterange not null
  );
`;

const providers = `
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
`;

/**
 * Tết and Giỗ Tổ follow the Vietnamese lunar calendar (UTC+7; the Chinese one is a day off in 2027). The government fixes each
 * year on which days Tết's five days and the second day of 2 September fall, and which Saturdays are worked in exchange: an
 * administrator records those. 24 November is not among them: when this was written the law that would make it a holiday was
 * not in force.
 */
const holidays = `
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
  ) as days (on_date, name) order by on_date;
`;

/** The catalogue as first shipped: figures that a commune reports, by pillar. A change is a new dated row in a new migration. */
const indicators = `
  create table indicators (
    code text not null,
    name text not null, name_en text not null,
    unit text not null, unit_en text not null,
    pillar text not null,
    aggregation text not null check (aggregation in ('sum', 'last', 'distinct', 'ratio')),
    numerator text, denominator text,
    dimensions jsonb not null default '[]',
    target text,
    -- It comes from outside our records and is typed by hand with its source.
    typed boolean not null,
    validity daterange not null,
    exclude using gist (code with =, validity with &&)
  );

  insert into indicators (code, name, name_en, unit, unit_en, pillar, aggregation, target, typed, dimensions, validity)
  select code, name, name_en, unit, unit_en, pillar, aggregation, target, typed, dimensions::jsonb, '[2022-01-01,)' from (values
    ('TC01', 'Số tổ đã thành lập', 'Teams established', 'tổ', 'teams',
     'organization', 'last', '= số thôn', false, '[
      {"key": "hamlet_type", "values": [
        {"key": "thon", "name": "thôn"}, {"key": "ban", "name": "bản"}, {"key": "khu_pho", "name": "khu phố"}
      ]}
    ]'),
    ('TC02', 'Tỷ lệ thôn có tổ', 'Villages with a team', '%', '%',
     'organization', 'ratio', '100%', false, '[]'),
    ('TC03', 'Số thành viên', 'Members', 'người', 'people',
     'organization', 'last', null, false, '[
      {"key": "role", "values": [
        {"key": "to_truong", "name": "tổ trưởng"}, {"key": "to_pho", "name": "tổ phó"},
        {"key": "thanh_vien", "name": "thành viên"}
      ]},
      {"key": "gender", "values": [{"key": "nam", "name": "nam"}, {"key": "nu", "name": "nữ"}]},
      {"key": "affiliation", "values": []},
      {"key": "age_group", "values": []}
    ]'),
    ('TC04', 'Tỷ lệ tổ có ≥ 3 thành viên', 'Teams with ≥ 3 members', '%', '%',
     'organization', 'ratio', '100%', false, '[]'),
    ('TC05', 'Tỷ lệ thành viên có SĐT hợp lệ', 'Members with a valid phone', '%', '%',
     'organization', 'ratio', '100%', false, '[]'),
    ('TC06', 'Tỷ lệ tổ có nhóm Zalo đúng mẫu tên', 'Teams with a correctly named Zalo group', '%', '%',
     'organization', 'ratio', '100%', false, '[]'),
    ('TC07', 'Tỷ lệ tổ có hoạt động trong kỳ', 'Active teams', '%', '%',
     'organization', 'ratio', '≥ 90%', false, '[]'),
    ('TC08', 'Số thành viên trên 100 dân', 'Members per 100 residents', 'người', 'people',
     'organization', 'ratio', 'theo DTI', true, '[]'),
    ('TC09', 'Xã đã có Ban chỉ đạo CĐS', 'Communes with a steering committee', '%', '%',
     'organization', 'ratio', '100%', false, '[]'),
    ('TC10', 'Tỷ lệ báo cáo đúng hạn', 'Reports on time', '%', '%',
     'organization', 'ratio', '100%', false, '[
      {"key": "level", "values": [{"key": "xa", "name": "xã"}, {"key": "huyen", "name": "huyện"}, {"key": "tinh", "name": "tỉnh"}]}
    ]'),
    ('DT01', 'Số lớp tập huấn cho tổ', 'Training sessions for teams', 'lớp', 'sessions',
     'organization', 'sum', null, false, '[
      {"key": "organizer", "values": []},
      {"key": "form", "values": [{"key": "truc_tiep", "name": "trực tiếp"}, {"key": "truc_tuyen", "name": "trực tuyến"}]}
    ]'),
    ('DT02', 'Lượt thành viên được tập huấn', 'Member attendances', 'lượt', 'times',
     'organization', 'sum', null, false, '[
      {"key": "topic", "values": []}
    ]'),
    ('DT03', 'Tỷ lệ thành viên được tập huấn trong năm', 'Members trained this year', '%', '%',
     'organization', 'ratio', '100%/năm', false, '[
      {"key": "role", "values": [
        {"key": "to_truong", "name": "tổ trưởng"}, {"key": "to_pho", "name": "tổ phó"},
        {"key": "thanh_vien", "name": "thành viên"}
      ]}
    ]'),
    ('TT01', 'Số cuộc tuyên truyền', 'Communication events', 'cuộc', 'events',
     'communication', 'sum', '≥ 1/tổ/tháng', false, '[
      {"key": "host", "values": [
        {"key": "hop_thon", "name": "họp thôn"}, {"key": "doan_the", "name": "đoàn thể"},
        {"key": "truong_hoc", "name": "trường học"}, {"key": "luu_dong", "name": "lưu động"}
      ]}
    ]'),
    ('TT02', 'Lượt người dự tuyên truyền', 'Attendances', 'lượt', 'times',
     'communication', 'sum', null, false, '[
      {"key": "host", "values": [
        {"key": "hop_thon", "name": "họp thôn"}, {"key": "doan_the", "name": "đoàn thể"},
        {"key": "truong_hoc", "name": "trường học"}, {"key": "luu_dong", "name": "lưu động"}
      ]}
    ]'),
    ('TT03', 'Tin, bài, lượt phát thanh', 'News items, broadcasts', 'lượt', 'times',
     'communication', 'sum', null, false, '[
      {"key": "channel", "values": [
        {"key": "dai_truyen_thanh", "name": "đài truyền thanh"}, {"key": "zalo", "name": "Zalo"},
        {"key": "facebook", "name": "Facebook"}, {"key": "khac", "name": "khác"}
      ]}
    ]'),
    ('TT04', 'Tỷ lệ hộ được tiếp cận', 'Households reached', '%', '%',
     'communication', 'ratio', '100%/năm', false, '[]'),
    ('CQ01', 'Lượt người được hướng dẫn DVCTT', 'People guided on online services', 'lượt', 'times',
     'digital_government', 'sum', null, false, '[
      {"key": "field", "values": []}
    ]'),
    ('CQ02', 'Hồ sơ DVCTT nộp có tổ hỗ trợ', 'Applications filed with help', 'hồ sơ', 'applications',
     'digital_government', 'sum', null, false, '[
      {"key": "level", "values": [{"key": "toan_trinh", "name": "toàn trình"}, {"key": "mot_phan", "name": "một phần"}]}
    ]'),
    ('CQ03', 'Tỷ lệ hồ sơ nộp trực tuyến của xã', 'Share filed online', '%', '%',
     'digital_government', 'ratio', '≥ 80%', true, '[]'),
    ('CQ04', 'Tài khoản VNeID/DVC được hỗ trợ kích hoạt', 'eID/portal accounts activated with help', 'tài khoản', 'accounts',
     'digital_government', 'sum', null, false, '[
      {"key": "kind", "values": [{"key": "vneid", "name": "VNeID"}, {"key": "cong_dich_vu_cong", "name": "cổng dịch vụ công"}]}
    ]'),
    ('CQ05', 'Tỷ lệ người trưởng thành có VNeID kích hoạt', 'Adults with active eID', '%', '%',
     'digital_government', 'ratio', 'theo kế hoạch', true, '[]'),
    ('CQ06', 'Lượt cài ứng dụng chính quyền', 'Government apps installed', 'lượt', 'times',
     'digital_government', 'sum', null, false, '[
      {"key": "app", "values": [
        {"key": "smart_thanh_hoa", "name": "Smart Thanh Hoa"}, {"key": "1022", "name": "1022"},
        {"key": "pc_covid_2022_", "name": "PC-Covid (2022)"}, {"key": "khac", "name": "khác"}
      ]}
    ]'),
    ('CQ07', 'Phản ánh, kiến nghị qua kênh số có hỗ trợ', 'Digital petitions with help', 'phản ánh', 'petitions',
     'digital_government', 'sum', null, false, '[
      {"key": "channel", "values": []}
    ]'),
    ('KT01', 'Hộ SXKD, DN được hướng dẫn lên sàn', 'Producers guided onto marketplaces', 'hộ/DN', 'households/enterprises',
     'digital_economy', 'distinct', null, false, '[
      {"key": "kind", "values": [
        {"key": "ho_san_xuat_kinh_doanh", "name": "hộ sản xuất kinh doanh"}, {"key": "doanh_nghiep", "name": "doanh nghiệp"}
      ]}
    ]'),
    ('KT02', 'Gian hàng mở mới', 'New shops', 'gian hàng', 'shops',
     'digital_economy', 'sum', null, false, '[
      {"key": "marketplace", "values": [
        {"key": "voso", "name": "voso"}, {"key": "postmart", "name": "postmart"}, {"key": "khac", "name": "khác"}
      ]}
    ]'),
    ('KT03', 'Số sản phẩm OCOP', 'OCOP products', 'sản phẩm', 'products',
     'digital_economy', 'last', null, false, '[
      {"key": "stars", "values": [{"key": "3", "name": "3"}, {"key": "4", "name": "4"}, {"key": "5", "name": "5"}]}
    ]'),
    ('KT04', 'Sản phẩm OCOP có trên sàn', 'OCOP products listed', 'sản phẩm', 'products',
     'digital_economy', 'distinct', null, false, '[
      {"key": "marketplace", "values": [
        {"key": "voso", "name": "voso"}, {"key": "postmart", "name": "postmart"}, {"key": "khac", "name": "khác"}
      ]}
    ]'),
    ('KT05', 'Tỷ lệ OCOP lên sàn', 'OCOP listed share', '%', '%',
     'digital_economy', 'ratio', '100%', false, '[]'),
    ('KT06', 'Nông sản khác lên sàn', 'Other farm products listed', 'sản phẩm', 'products',
     'digital_economy', 'distinct', null, false, '[
      {"key": "marketplace", "values": [
        {"key": "voso", "name": "voso"}, {"key": "postmart", "name": "postmart"}, {"key": "khac", "name": "khác"}
      ]}
    ]'),
    ('KT07', 'Đơn hàng trên sàn (tự khai)', 'Orders (declared)', 'đơn', 'orders',
     'digital_economy', 'sum', null, false, '[
      {"key": "marketplace", "values": [
        {"key": "voso", "name": "voso"}, {"key": "postmart", "name": "postmart"}, {"key": "khac", "name": "khác"}
      ]}
    ]'),
    ('KT08', 'Hộ, DN được hướng dẫn quảng bá số', 'Producers guided on promotion', 'hộ/DN', 'households/enterprises',
     'digital_economy', 'distinct', null, false, '[
      {"key": "place", "values": [
        {"key": "web", "name": "web"}, {"key": "san", "name": "sàn"}, {"key": "zalo", "name": "Zalo"},
        {"key": "facebook", "name": "Facebook"}
      ]}
    ]'),
    ('KT09', 'Hộ, DN ứng dụng công nghệ số', 'Producers using digital tools', 'hộ/DN', 'households/enterprises',
     'digital_economy', 'distinct', null, false, '[
      {"key": "tool", "values": [
        {"key": "qr", "name": "QR"}, {"key": "hoa_don_t", "name": "hoá đơn ĐT"}, {"key": "truy_xuat", "name": "truy xuất"},
        {"key": "phan_mem", "name": "phần mềm"}
      ]}
    ]'),
    ('XH01', 'Lượt hướng dẫn thanh toán không tiền mặt', 'Guided on cashless payment', 'lượt', 'times',
     'digital_society', 'sum', null, false, '[
      {"key": "service", "values": [
        {"key": "dien", "name": "điện"}, {"key": "nuoc", "name": "nước"}, {"key": "vien_thong", "name": "viễn thông"},
        {"key": "hoc_phi", "name": "học phí"}, {"key": "vien_phi", "name": "viện phí"}
      ]}
    ]'),
    ('XH02', 'Tài khoản/ví/mobile money mở mới', 'Payment accounts opened', 'tài khoản', 'accounts',
     'digital_society', 'sum', null, false, '[
      {"key": "kind", "values": [
        {"key": "ngan_hang", "name": "ngân hàng"}, {"key": "vi", "name": "ví"}, {"key": "mobile_money", "name": "mobile money"}
      ]}
    ]'),
    ('XH03', 'Tỷ lệ dân ≥ 15 tuổi có tài khoản thanh toán', '15+ with a payment account', '%', '%',
     'digital_society', 'ratio', '≥ 80% 2025', true, '[]'),
    ('XH04', 'Hộ trả dịch vụ thiết yếu không tiền mặt', 'Households paying bills cashless', 'hộ', 'households',
     'digital_society', 'distinct', null, false, '[
      {"key": "service", "values": [
        {"key": "dien", "name": "điện"}, {"key": "nuoc", "name": "nước"}, {"key": "vien_thong", "name": "viễn thông"},
        {"key": "hoc_phi", "name": "học phí"}, {"key": "vien_phi", "name": "viện phí"}
      ]}
    ]'),
    ('XH05', 'Lượt hướng dẫn y tế số', 'Guided on e-health', 'lượt', 'times',
     'digital_society', 'sum', null, false, '[
      {"key": "service", "values": [
        {"key": "so_sk_t", "name": "sổ SKĐT"}, {"key": "kham_tu_xa", "name": "khám từ xa"},
        {"key": "dat_kham", "name": "đặt khám"}, {"key": "vien_phi", "name": "viện phí"}
      ]}
    ]'),
    ('XH06', 'Tỷ lệ dân có hồ sơ sức khoẻ điện tử', 'With e-health record', '%', '%',
     'digital_society', 'ratio', '> 80%', true, '[]'),
    ('XH07', 'Lượt hướng dẫn giáo dục số', 'Guided on e-education', 'lượt', 'times',
     'digital_society', 'sum', null, false, '[
      {"key": "service", "values": [
        {"key": "lien_lac", "name": "liên lạc"}, {"key": "hoc_truc_tuyen", "name": "học trực tuyến"},
        {"key": "hoc_phi", "name": "học phí"}
      ]}
    ]'),
    ('XH08', 'Tài khoản BHXH số (VssID) hỗ trợ', 'Social insurance accounts', 'tài khoản', 'accounts',
     'digital_society', 'sum', null, false, '[]'),
    ('XH09', 'Hòm thư điện tử tạo mới', 'E-mail boxes created', 'hộp thư', 'mailboxes',
     'digital_society', 'sum', null, false, '[]'),
    ('XH10', 'Người dân được phổ cập kỹ năng số', 'People taught digital skills', 'người', 'people',
     'digital_society', 'distinct', '> 70% tuổi lao động', false, '[
      {"key": "skill", "values": [
        {"key": "dich_vu_cong_truc_tuyen", "name": "dịch vụ công trực tuyến"},
        {"key": "mua_sam_truc_tuyen", "name": "mua sắm trực tuyến"},
        {"key": "thanh_toan_truc_tuyen", "name": "thanh toán trực tuyến"},
        {"key": "tu_bao_ve_tren_mang", "name": "tự bảo vệ trên mạng"}, {"key": "nen_tang_khac", "name": "nền tảng khác"}
      ]},
      {"key": "gender", "values": [{"key": "nam", "name": "nam"}, {"key": "nu", "name": "nữ"}]}
    ]'),
    ('XH11', 'Lượt hướng dẫn phòng lừa đảo, an toàn số', 'Guided on online safety', 'lượt', 'times',
     'digital_society', 'sum', null, false, '[]'),
    ('XH12', 'Tỷ lệ hộ có internet cáp quang', 'Households with fibre', '%', '%',
     'digital_society', 'ratio', '> 85%', true, '[]')
  ) as catalogue (code, name, name_en, unit, unit_en, pillar, aggregation, target, typed, dimensions);
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
    name text not null, owner text not null,
    stars int, certificate text,
    listed_on date, marketplace text, link text,
    validity daterange not null,
    -- Why it left the register.
    end_reason text,
    -- Which decision of a commune put it onto its marketplace: taken back, it is off again.
    listed_by uuid
  );
  create index ocop_products_unit on ocop_products (unit_id);
  create index ocop_products_listed_by on ocop_products (listed_by) where listed_by is not null;
`;
