import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Names for what the guidance names and an order could not ask for: the applications that are installed, the skills that
 * citizens are taught, the services that are paid for and used online, and by which means producers are helped. PC-Covid was
 * an application of 2022: since 2023 nobody is asked to install it, and its months keep their word.
 */
export class OrganizationMoreBreakdowns1796027500000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(splitApps);
    for (const [code, dimensions] of Object.entries(named)) await write(runner, code, dimensions);
    await write(runner, 'CQ06', [apps(old)], before);
    await write(runner, 'CQ06', [apps([])], since);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      delete from indicators where code = 'CQ06' and lower(validity) = '2023-01-01';
      update indicators set validity = daterange(lower(validity), null) where code = 'CQ06';
    `);
    // Without its name a dimension can not be asked for; its values keep theirs.
    await runner.query(
      `update indicators set dimensions = (
         select coalesce(jsonb_agg(d - 'name' - 'nameEn' order by n), '[]') from jsonb_array_elements(dimensions) with ordinality x(d, n))
        where code = any($1)`,
      [[...Object.keys(named), 'CQ06']],
    );
  }
}

interface Dimension {
  key: string;
  name: string;
  nameEn: string;
  values: { key: string; name: string; nameEn: string }[];
}

const before = `lower(validity) < '2023-01-01'`;
const since = `lower(validity) = '2023-01-01'`;

const splitApps = `
  with ended as (
    update indicators set validity = daterange(lower(validity), '2023-01-01') where code = 'CQ06' and upper_inf(validity)
      returning *)
  insert into indicators (code, name, name_en, unit, unit_en, pillar, aggregation, numerator, denominator, dimensions, target,
    typed, validity)
  select code, name, name_en, unit, unit_en, pillar, aggregation, numerator, denominator, dimensions, target, typed,
         '[2023-01-01,)' from ended;
`;

async function write(runner: QueryRunner, code: string, dimensions: Dimension[], when = 'true'): Promise<void> {
  await runner.query(`update indicators set dimensions = $2::jsonb where code = $1 and ${when}`, [
    code,
    JSON.stringify(dimensions),
  ]);
}

const word = (key: string, name: string, nameEn: string) => ({ key, name, nameEn });

const old = [word('pc_covid_2022_', 'PC-Covid', 'PC-Covid')];
const apps = (more: ReturnType<typeof word>[]): Dimension => ({
  key: 'app',
  name: 'Ứng dụng nào?',
  nameEn: 'Which application?',
  values: [
    word('smart_thanh_hoa', 'Smart Thanh Hoa', 'Smart Thanh Hoa'),
    word('1022', 'Tổng đài 1022', 'Hotline 1022'),
    ...more,
    word('so_suc_khoe', 'Sổ sức khỏe điện tử', 'E-health book'),
    word('khac', 'Ứng dụng khác', 'Another'),
  ],
});
const bills: Dimension = {
  key: 'service',
  name: 'Trả khoản nào?',
  nameEn: 'Which bill?',
  values: [
    word('dien', 'Điện', 'Electricity'),
    word('nuoc', 'Nước', 'Water'),
    word('vien_thong', 'Viễn thông', 'Telecom'),
    word('hoc_phi', 'Học phí', 'Tuition'),
    word('vien_phi', 'Viện phí', 'Hospital fees'),
  ],
};
const education: Dimension = {
  key: 'service',
  name: 'Việc gì?',
  nameEn: 'For what?',
  values: [
    word('lien_lac', 'Liên lạc với nhà trường', 'Parent and school'),
    word('hoc_truc_tuyen', 'Học trực tuyến', 'Online learning'),
    word('hoc_phi', 'Học phí', 'Tuition'),
  ],
};
const skills: Dimension = {
  key: 'skill',
  name: 'Kỹ năng nào?',
  nameEn: 'Which skill?',
  values: [
    word('dich_vu_cong_truc_tuyen', 'Dịch vụ công trực tuyến', 'Online public services'),
    word('mua_sam_truc_tuyen', 'Mua sắm trực tuyến', 'Online shopping'),
    word('thanh_toan_truc_tuyen', 'Thanh toán trực tuyến', 'Online payment'),
    word('tu_bao_ve_tren_mang', 'Tự bảo vệ trên mạng', 'Staying safe online'),
    word('nen_tang_khac', 'Nền tảng khác', 'Other platforms'),
  ],
};
const gender: Dimension = {
  key: 'gender',
  name: 'Nam hay nữ?',
  nameEn: 'Men or women?',
  values: [word('nam', 'Nam', 'Men'), word('nu', 'Nữ', 'Women')],
};
const places: Dimension = {
  key: 'place',
  name: 'Quảng bá ở đâu?',
  nameEn: 'Promoted where?',
  values: [
    word('web', 'Trang web', 'Website'),
    word('san', 'Sàn thương mại điện tử', 'Marketplace'),
    word('zalo', 'Zalo', 'Zalo'),
    word('facebook', 'Facebook', 'Facebook'),
  ],
};
const tools: Dimension = {
  key: 'tool',
  name: 'Dùng công nghệ nào?',
  nameEn: 'Which technology?',
  values: [
    word('qr', 'Mã QR', 'QR codes'),
    word('hoa_don_t', 'Hóa đơn điện tử', 'E-invoices'),
    word('truy_xuat', 'Truy xuất nguồn gốc', 'Traceability'),
    word('phan_mem', 'Phần mềm', 'Software'),
  ],
};
const channels: Dimension = {
  key: 'channel',
  name: 'Đăng, phát ở đâu?',
  nameEn: 'Published where?',
  values: [
    word('dai_truyen_thanh', 'Đài truyền thanh', 'Loudspeaker radio'),
    word('zalo', 'Zalo', 'Zalo'),
    word('facebook', 'Facebook', 'Facebook'),
    word('khac', 'Nơi khác', 'Elsewhere'),
  ],
};

const named: Record<string, Dimension[]> = {
  TT03: [channels],
  KT08: [places],
  KT09: [tools],
  XH04: [bills],
  XH07: [education],
  XH10: [skills, gender],
};
