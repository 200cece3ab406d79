/**
 * What became of Triệu Sơn: 34 communes and towns until the end of 2024, 32 from 1 January 2025, 8 communes from 1 July 2025,
 * when the district ended too. A code is no identity: 15754 was Thọ Cường and is Thọ Ngọc.
 */
import { communeSeeds, district, province } from '../../seed/places.ts';

type Unit = readonly [code: string, fullName: string];

export const firstDay = '2025-01-01';
export const secondDay = '2025-07-01';

/** From 1 January 2025: new unit, and the codes of what it was. */
const january: readonly [...Unit, ...string[]][] = [
  ['15736', 'Xã Xuân Lộc', '15736', '15739'],
  ['15760', 'Xã Thọ Phú', '15757', '15760'],
];

/** From 1 July 2025: new unit, and the codes of what it was on the day before. */
const july: readonly [...Unit, ...string[]][] = [
  ['15664', 'Xã Triệu Sơn', '15664', '15691', '15700', '15703', '15706'],
  ['15667', 'Xã Thọ Bình', '15667', '15670', '15769'],
  ['15754', 'Xã Thọ Ngọc', '15673', '15745', '15751', '15754'],
  ['15682', 'Xã Hợp Tiến', '15676', '15679', '15682', '15685', '15688'],
  ['15766', 'Xã An Nông', '15709', '15730', '15733', '15766'],
  ['15715', 'Xã Tân Ninh', '15712', '15715', '15718'],
  ['15724', 'Xã Đồng Tiến', '15721', '15724', '15727'],
  ['15763', 'Xã Thọ Phú', '15736', '15742', '15748', '15760', '15763'],
];

const nameOf = ({ type, name }: { type: string; name: string }): string =>
  `${type.charAt(0).toUpperCase()}${type.slice(1)} ${name}`;
const before: readonly Unit[] = communeSeeds.map((seed) => [seed.code, nameOf(seed)]);

/** As it stands after a reform: its old units are gone, its new ones there. */
function after(units: readonly Unit[], changes: typeof january): readonly Unit[] {
  const known = new Set(units.map(([code]) => code));
  const gone = new Set(changes.flatMap(([, , ...old]) => old));
  const begun = changes.filter(([, , ...old]) => old.some((code) => known.has(code)));
  return [...units.filter(([code]) => !gone.has(code)), ...begun.map(([code, name]): Unit => [code, name])];
}

const between = after(before, january);
const head = 'Mã cũ,Tên đơn vị cũ,Mã mới,Tên đơn vị mới,Toàn bộ hay một phần,Mã cấp trên mới';

/** What is not loaded here (with `--few`) is not in the list. */
function rowsOf(units: readonly Unit[], changes: typeof january, above: string): string[] {
  const names = new Map(units);
  return changes.flatMap(([code, name, ...old]) =>
    old.flatMap((from) => (names.has(from) ? [`${from},${names.get(from)},${code},${name},Toàn bộ,${above}`] : [])),
  );
}

export interface DemoReform {
  title: string;
  onDate: string;
  resolution: { number: string; issuedOn: string; abstract: string };
  /** How many communes there are before and after. */
  from: number;
  to: number;
  list(forgotten?: string): string;
}

export const reforms: readonly [DemoReform, DemoReform] = [
  {
    title: 'Sắp xếp xã của huyện Triệu Sơn, giai đoạn 2023–2025',
    onDate: firstDay,
    resolution: {
      number: '1238/NQ-UBTVQH15',
      issuedOn: '2024-10-24',
      abstract: 'Sắp xếp đơn vị hành chính cấp huyện, cấp xã của tỉnh Thanh Hóa giai đoạn 2023–2025',
    },
    from: before.length,
    to: between.length,
    list: () => [head, ...rowsOf(before, january, district.code)].join('\n'),
  },
  {
    title: 'Sắp xếp xã của tỉnh Thanh Hóa năm 2025',
    onDate: secondDay,
    resolution: {
      number: '1686/NQ-UBTVQH15',
      issuedOn: '2025-06-16',
      abstract: 'Sắp xếp các đơn vị hành chính cấp xã của tỉnh Thanh Hóa năm 2025',
    },
    from: between.length,
    to: after(between, july).length,
    list: (forgotten) =>
      [
        head,
        `${district.code},${nameOf(district)},${province.code},${nameOf(province)},Toàn bộ,`,
        ...rowsOf(between, july, province.code).filter(
          (row) => forgotten === undefined || !row.startsWith(`${forgotten},`),
        ),
      ].join('\n'),
  },
];

/** Left out of the list at first, as happens: code and name. */
export const forgotten: Unit = ['15688', 'Xã Hợp Thắng'];
export const heirOfForgotten = 'Hợp Tiến';
