import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What an order can ask its teams to break a number down by gets a name, English words and, for marketplaces, the hosts of
 * its links. Until 14 August 2022 public services had levels 3 and 4, since then they are whole or in part (Decree 42/2022).
 */
export class OrganizationWordsOfBreakdowns1795814731000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(splitLevels);
    for (const [code, dimensions] of Object.entries(named)) await write(runner, code, dimensions);
    await write(runner, 'CQ02', [levels, beneficiary], since);
    await write(runner, 'CQ02', [oldLevels, beneficiary], before);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const [code, dimensions] of Object.entries(plain)) await write(runner, code, dimensions);
    await runner.query(`
      delete from indicators where code = 'CQ02' and lower(validity) = '2022-08-15';
      update indicators set validity = daterange(lower(validity), null) where code = 'CQ02';
    `);
  }
}

interface Words {
  key: string;
  name: string;
  nameEn?: string;
  hosts?: string[];
}
interface Dimension {
  key: string;
  name?: string;
  nameEn?: string;
  counts?: 'people';
  values: Words[];
}

const since = `lower(validity) = '2022-08-15'`;
const before = `lower(validity) < '2022-08-15'`;

async function write(runner: QueryRunner, code: string, dimensions: Dimension[], when = 'true'): Promise<void> {
  await runner.query(`update indicators set dimensions = $2::jsonb where code = $1 and ${when}`, [
    code,
    JSON.stringify(dimensions),
  ]);
}

const splitLevels = `
  with ended as (
    update indicators set validity = daterange(lower(validity), '2022-08-15') where code = 'CQ02' and upper_inf(validity)
      returning *)
  insert into indicators (code, name, name_en, unit, unit_en, pillar, aggregation, numerator, denominator, dimensions, target,
    typed, validity)
  select code, name, name_en, unit, unit_en, pillar, aggregation, numerator, denominator, dimensions, target, typed,
         '[2022-08-15,)' from ended;
`;

const word = (key: string, name: string, nameEn: string, hosts?: string[]): Words => ({
  key,
  name,
  nameEn,
  ...(hosts && { hosts }),
});

const beneficiary: Dimension = {
  key: 'beneficiary',
  name: 'Giúp ai?',
  nameEn: 'Who was helped?',
  counts: 'people',
  values: [
    word('cao_tuoi', 'Người cao tuổi', 'Older people'),
    word('ho_ngheo', 'Hộ nghèo', 'Poor households'),
    word('phu_nu', 'Phụ nữ', 'Women'),
    word('khac', 'Người khác', 'Others'),
  ],
};
const levels: Dimension = {
  key: 'level',
  name: 'Mức dịch vụ',
  nameEn: 'Level of service',
  values: [word('toan_trinh', 'Toàn trình', 'Whole'), word('mot_phan', 'Một phần', 'In part')],
};
const oldLevels: Dimension = {
  ...levels,
  values: [word('muc_3', 'Mức độ 3', 'Level 3'), word('muc_4', 'Mức độ 4', 'Level 4')],
};
const marketplace: Dimension = {
  key: 'marketplace',
  name: 'Sàn nào?',
  nameEn: 'Which marketplace?',
  values: [
    word('postmart', 'Postmart', 'Postmart', ['postmart.vn', 'buudien.vn']),
    word('voso', 'Voso', 'Voso', ['voso.vn']),
    word('khac', 'Sàn khác', 'Another'),
  ],
};
const owner: Dimension = {
  key: 'owner',
  name: 'Chủ gian hàng',
  nameEn: 'Owner of the shop',
  values: [
    word('ho_gia_dinh', 'Hộ gia đình', 'Household'),
    word('hop_tac_xa', 'Hợp tác xã', 'Cooperative'),
    word('doanh_nghiep', 'Doanh nghiệp', 'Enterprise'),
  ],
};
const host: Dimension = {
  key: 'host',
  name: 'Ai đứng ra tổ chức?',
  nameEn: 'Who held it?',
  values: [
    word('hop_thon', 'Họp thôn', 'Hamlet meeting'),
    word('thanh_nien', 'Đoàn Thanh niên', 'Youth Union'),
    word('phu_nu', 'Hội Phụ nữ', "Women's Union"),
    word('cuu_chien_binh', 'Hội Cựu chiến binh', 'Veterans'),
    word('nong_dan', 'Hội Nông dân', "Farmers' Union"),
    word('truong_hoc', 'Trường học', 'School'),
    word('luu_dong', 'Lưu động', 'Mobile'),
  ],
};
const form: Dimension = {
  key: 'form',
  name: 'Tuyên truyền bằng cách nào?',
  nameEn: 'In which form?',
  values: [
    word('gap_mat', 'Gặp mặt', 'Meeting'),
    word('tung_nha', 'Đến từng nhà', 'House to house'),
    word('loa', 'Loa truyền thanh', 'Loudspeaker'),
    word('to_roi', 'Tờ rơi', 'Leaflets'),
    word('mang', 'Zalo, Facebook', 'Zalo, Facebook'),
  ],
};
const producers: Dimension = {
  key: 'kind',
  name: 'Hộ hay doanh nghiệp?',
  nameEn: 'Household or enterprise?',
  values: [
    word('ho_san_xuat_kinh_doanh', 'Hộ sản xuất, kinh doanh', 'Producing or business household'),
    word('hop_tac_xa', 'Hợp tác xã', 'Cooperative'),
    word('doanh_nghiep', 'Doanh nghiệp', 'Enterprise'),
  ],
};
const portal: Dimension = {
  key: 'kind',
  name: 'Tài khoản nào?',
  nameEn: 'Which account?',
  values: [word('vneid', 'VNeID', 'VNeID'), word('cong_dich_vu_cong', 'Cổng dịch vụ công', 'Public service portal')],
};
const payment: Dimension = {
  key: 'kind',
  name: 'Tài khoản nào?',
  nameEn: 'Which account?',
  values: [
    word('ngan_hang', 'Ngân hàng', 'Bank'),
    word('vi', 'Ví điện tử', 'E-wallet'),
    word('mobile_money', 'Mobile Money', 'Mobile Money'),
  ],
};

const named: Record<string, Dimension[]> = {
  TT01: [host, form],
  TT02: [host, form, beneficiary],
  CQ01: [beneficiary],
  CQ04: [portal, beneficiary],
  KT01: [producers],
  KT02: [marketplace, owner],
  KT04: [marketplace],
  KT06: [marketplace],
  KT07: [marketplace],
  XH01: [beneficiary],
  XH02: [payment, beneficiary],
  XH05: [beneficiary],
  XH08: [beneficiary],
};

/** As first shipped. */
const oldHost: Dimension = {
  key: 'host',
  values: [
    { key: 'hop_thon', name: 'họp thôn' },
    { key: 'doan_the', name: 'đoàn thể' },
    { key: 'truong_hoc', name: 'trường học' },
    { key: 'luu_dong', name: 'lưu động' },
  ],
};
const oldMarketplace: Dimension = {
  key: 'marketplace',
  values: [
    { key: 'voso', name: 'voso' },
    { key: 'postmart', name: 'postmart' },
    { key: 'khac', name: 'khác' },
  ],
};
const bills: Dimension = {
  key: 'service',
  values: [
    { key: 'dien', name: 'điện' },
    { key: 'nuoc', name: 'nước' },
    { key: 'vien_thong', name: 'viễn thông' },
    { key: 'hoc_phi', name: 'học phí' },
    { key: 'vien_phi', name: 'viện phí' },
  ],
};
const health: Dimension = {
  key: 'service',
  values: [
    { key: 'so_sk_t', name: 'sổ SKĐT' },
    { key: 'kham_tu_xa', name: 'khám từ xa' },
    { key: 'dat_kham', name: 'đặt khám' },
    { key: 'vien_phi', name: 'viện phí' },
  ],
};
named.XH01?.unshift({ ...bills, name: 'Dịch vụ nào?', nameEn: 'Which service?' });
named.XH05?.unshift({ ...health, name: 'Dịch vụ nào?', nameEn: 'Which service?' });

const plain: Record<string, Dimension[]> = {
  TT01: [oldHost],
  TT02: [oldHost],
  CQ01: [{ key: 'field', values: [] }],
  CQ02: [
    {
      key: 'level',
      values: [
        { key: 'toan_trinh', name: 'toàn trình' },
        { key: 'mot_phan', name: 'một phần' },
      ],
    },
  ],
  CQ04: [
    {
      key: 'kind',
      values: [
        { key: 'vneid', name: 'VNeID' },
        { key: 'cong_dich_vu_cong', name: 'cổng dịch vụ công' },
      ],
    },
  ],
  KT01: [
    {
      key: 'kind',
      values: [
        { key: 'ho_san_xuat_kinh_doanh', name: 'hộ sản xuất kinh doanh' },
        { key: 'doanh_nghiep', name: 'doanh nghiệp' },
      ],
    },
  ],
  KT02: [oldMarketplace],
  KT04: [oldMarketplace],
  KT06: [oldMarketplace],
  KT07: [oldMarketplace],
  XH01: [bills],
  XH02: [
    {
      key: 'kind',
      values: [
        { key: 'ngan_hang', name: 'ngân hàng' },
        { key: 'vi', name: 'ví' },
        { key: 'mobile_money', name: 'mobile money' },
      ],
    },
  ],
  XH05: [health],
  XH08: [],
};
