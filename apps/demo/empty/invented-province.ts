/**
 * A province that does not exist, as the lists of its first day would name it: 166 communes, hamlets of some, officers, and
 * the Appendix 1 of three communes. All of it comes out of a fixed sequence, the same at every start.
 */
import { People } from '../seed/people.ts';
import type { CommuneSeed } from '../seed/places.ts';

export const COMMUNES = 166;
/** Communes whose teams are known on the first day. */
export const ROSTERS = 3;
const WARDS = 19;
const PROVINCE = { code: '99', name: 'Sông Ngàn', type: 'tỉnh' };

const first = [
  'An',
  'Bình',
  'Cẩm',
  'Đông',
  'Hà',
  'Hòa',
  'Hưng',
  'Kim',
  'Lam',
  'Long',
  'Mỹ',
  'Nam',
  'Phú',
  'Quảng',
  'Tân',
  'Tiên',
  'Vân',
  'Xuân',
];
const second = ['Bắc', 'Châu', 'Giang', 'Hải', 'Khê', 'Lĩnh', 'Mai', 'Nguyên', 'Phong', 'Thịnh'];

export interface InventedCommune {
  code: string;
  name: string;
  type: 'xã' | 'phường';
  hamlets: number;
}

/** The first three have hamlets for their rosters, every tenth of the others has some. */
export function inventedCommunes(): InventedCommune[] {
  return Array.from({ length: COMMUNES }, (_, i) => ({
    code: String(98_001 + i * 3),
    name: `${first[i % first.length]} ${second[(i + Math.floor(i / first.length)) % second.length]}`,
    type: i >= ROSTERS && i < ROSTERS + WARDS ? 'phường' : 'xã',
    hamlets: i < ROSTERS ? 8 : i % 10 === 0 ? 5 : 0,
  }));
}

/** Code, name, type, code above: as official lists have them. */
export function unitRows(): string[][] {
  const communes = inventedCommunes();
  const hamlets = communes.flatMap(({ code, hamlets: n }) =>
    Array.from({ length: n }, (_, i) => [`${code}${String(i + 1).padStart(2, '0')}`, `Thôn ${i + 1}`, 'thôn', code]),
  );
  return [
    ['Mã', 'Tên', 'Loại', 'Mã cấp trên'],
    [PROVINCE.code, PROVINCE.name, PROVINCE.type, ''],
    ...communes.map(({ code, name, type }) => [code, name, type, PROVINCE.code]),
    ...hamlets,
  ];
}

/** Two rows are not as they should be: a post that does not exist, and an officer of two communes. */
export function officerRows(): string[][] {
  const people = new People(166, 9900);
  const row = (post: string, unit: string, email = '') => {
    const { fullName, phone } = people.person();
    return [fullName, phone, email, post, unit, ''];
  };
  const communes = inventedCommunes();
  const fullName = ({ type, name }: InventedCommune) => `${type === 'xã' ? 'Xã' : 'Phường'} ${name}`;
  const rows = [
    row('Cán bộ tỉnh', 'Tỉnh Sông Ngàn', 'so.khcn@songngan.example'),
    row('Cán bộ tỉnh', PROVINCE.code),
    ...communes.flatMap((commune) => [
      row('Cán bộ đầu mối', fullName(commune)),
      row('Ủy viên Ban chỉ đạo', commune.code),
    ]),
  ];
  const [name = '', phone = ''] = rows[3] ?? [];
  const [, next = communes[0]] = communes;
  return [
    ['Họ tên', 'Số điện thoại', 'Thư điện tử', 'Chức vụ', 'Đơn vị (mã hoặc tên)', 'Người thay (đến hết ngày)'],
    ...rows,
    row('Trưởng phòng', communes[3]?.code ?? ''),
    [name, phone, '', 'Ủy viên Ban chỉ đạo', next?.code ?? '', ''],
  ];
}

/** Communes whose Appendix 1 is there, in the shape from which rosters are made. */
export function rosterCommunes(): CommuneSeed[] {
  return inventedCommunes()
    .slice(0, ROSTERS)
    .map(({ code, name, hamlets }) => ({
      code,
      name,
      type: 'xã',
      hamlets: Array.from({ length: hamlets }, (_, i) => ({ name: `Thôn ${i + 1}`, type: 'thôn' })),
    }));
}
