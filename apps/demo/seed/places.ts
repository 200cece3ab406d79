/**
 * Triệu Sơn as the guidance of 2022 knew it: 2 towns and 32 communes with their codes. The hamlets are invented:
 * how many each has, and what they are called, comes out of the commune's code, the same at every start.
 */
export interface CommuneSeed {
  code: string;
  name: string;
  type: 'xã' | 'thị trấn';
  hamlets: { name: string; type: string }[];
}

export const province = { code: '38', name: 'Thanh Hóa', type: 'tỉnh' };
export const district = { code: '397', name: 'Triệu Sơn', type: 'huyện' };
export const mainCommune = 'Minh Sơn';

const communes: [code: string, name: string][] = [
  ['15664', 'Triệu Sơn'],
  ['15667', 'Thọ Sơn'],
  ['15670', 'Thọ Bình'],
  ['15673', 'Thọ Tiến'],
  ['15676', 'Hợp Lý'],
  ['15679', 'Hợp Tiến'],
  ['15682', 'Hợp Thành'],
  ['15685', 'Triệu Thành'],
  ['15688', 'Hợp Thắng'],
  ['15691', 'Minh Sơn'],
  ['15700', 'Dân Lực'],
  ['15703', 'Dân Lý'],
  ['15706', 'Dân Quyền'],
  ['15709', 'An Nông'],
  ['15712', 'Văn Sơn'],
  ['15715', 'Thái Hòa'],
  ['15718', 'Nưa'],
  ['15721', 'Đồng Lợi'],
  ['15724', 'Đồng Tiến'],
  ['15727', 'Đồng Thắng'],
  ['15730', 'Tiến Nông'],
  ['15733', 'Khuyến Nông'],
  ['15736', 'Xuân Thịnh'],
  ['15739', 'Xuân Lộc'],
  ['15742', 'Thọ Dân'],
  ['15745', 'Xuân Thọ'],
  ['15748', 'Thọ Tân'],
  ['15751', 'Thọ Ngọc'],
  ['15754', 'Thọ Cường'],
  ['15757', 'Thọ Phú'],
  ['15760', 'Thọ Vực'],
  ['15763', 'Thọ Thế'],
  ['15766', 'Nông Trường'],
  ['15769', 'Bình Sơn'],
];
const towns = new Set(['15664', '15718']);

/** Where the chapters of training play. */
export const trainingCommunes = [mainCommune, 'Dân Lực', 'Dân Lý'];

const wanted = ([, name]: [code: string, name: string]) =>
  !process.argv.includes('--few') || trainingCommunes.includes(name);

export const communeSeeds: CommuneSeed[] = communes.filter(wanted).map(([code, name]) => {
  const town = towns.has(code);
  const word = town ? 'Phố' : 'Thôn';
  const count = name === mainCommune ? 12 : 8 + (Number(code) % 4);
  return {
    code,
    name,
    type: town ? 'thị trấn' : 'xã',
    hamlets: Array.from({ length: count }, (_, i) => ({ name: `${word} ${i + 1}`, type: town ? 'phố' : 'thôn' })),
  };
});
