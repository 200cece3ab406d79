/**
 * The list that xã Minh Sơn sent: 45 people of 11 hamlets as communes really keep them, typed by several hands over
 * the years. 31 places need a look: 2 must be fixed, 6 chosen, 23 can be repaired. Built the same every time.
 */
import { writeWorkbook, type CellValue, type Merge } from '#documents';
import { minhSonTeams, type DemoPerson } from './minh-son-people.ts';

export const untidyFileName = 'DS to CNS xa Minh Son (ban sua 2).xlsx';

const firstRow = 5;
const roleWords = { leader: 'Tổ trưởng', deputy: 'Tổ phó', member: 'Thành viên' };

/** What the file has in place of the plain value, by cell. */
const written: Readonly<Record<string, CellValue>> = {
  B5: 'Thôn1',
  E5: 'Tổ trưởng - TT',
  F5: 512_010_178,
  D7: 'LÊ THỊ HỢI',
  E7: 'CHT PN',
  F7: '84512010378',
  D8: 'TrÞnh §×nh C\u00adêng',
  E8: 'TV',
  F8: '0512010478/ 0512010499',
  D9: 'Đ/c Lê Hồng Phượng',
  C10: '03 người',
  E10: 'Tổ trưởng - BT, TT',
  E11: 'Tổ phó - BTĐ',
  F12: null,
  F13: '9.12E+08',
  D14: 'TrÞnh V¨n Khoa',
  D19: 'NguyÔn V¨n §øc',
  E20: 'CAV',
  B21: 'T5',
  F23: 512_060_178,
  D24: 'LÊ THỊ THÚY',
  D27: 'L\u00ad¬ng ThÞ Ba',
  F27: '0512060478',
  B28: 'thôn 07',
  D28: 'Ðỗ Thị Yến',
  D29: 'Leâ Vaên Höõu',
  F30: 'O512070378',
  D35: 'Lª Sü Nguyªn',
  D37: 'Vũ Đình Luyện (Tư)',
  F37: 512_080_578,
};

const tcvn3Cells = ['D8', 'D14', 'D19', 'D27', 'D35'];

/** An .xlsx of one sheet: header in row 4, people in rows 5 to 49, total in row 50, signature in rows 51 and 52. */
export async function buildUntidyWorkbook(): Promise<Buffer> {
  const rows: CellValue[][] = [
    ['Tên đơn vị: UBND xã Minh Sơn'],
    ['BÁO CÁO Danh sách Tổ công nghệ số cộng đồng'],
    ['Thực hiện công văn số: 577/STTTT-CNTT ngày 28/3/2022'],
    ['Stt', 'Tên Tổ', 'SL', 'Họ tên', 'Chức vụ', 'Số điện thoại'],
  ];
  const merges: Merge[] = [0, 1, 2].map((row) => ({ top: row, left: 0, bottom: row, right: 5 }));
  minhSonTeams.forEach(({ hamlet, people }, index) => {
    for (const column of [0, 1, 2])
      merges.push({ top: rows.length, left: column, bottom: rows.length + people.length - 1, right: column });
    people.forEach((person, i) =>
      rows.push([
        ...(i === 0 ? [index + 1, hamlet, people.length] : [null, null, null]),
        person.fullName,
        postOf(person),
        person.phone,
      ]),
    );
  });
  rows.push(
    [null, 'Tổng cộng', 43, null, null, null],
    [null, null, null, null, 'TM. UBND XÃ', null],
    [null, null, null, null, 'CHỦ TỊCH', null],
  );
  for (const [cell, value] of Object.entries(written)) rows[rowOf(cell)]?.splice(columnOf(cell), 1, value);
  const fonts = [...tcvn3Cells.map((cell) => ({ cell, name: '.VnTime' })), { cell: 'D29', name: 'VNI-Times' }];
  return writeWorkbook([
    {
      name: 'Sheet1',
      rows,
      merges,
      widths: [6, 16, 10, 26, 34, 22],
      boldRows: [1, 3],
      centredRows: [0, 1, 2, 3],
      table: { top: 3, bottom: firstRow + 44, right: 5 },
      fonts: fonts.map(({ cell, name }) => ({ row: rowOf(cell), column: columnOf(cell), name })),
    },
  ]);
}

function postOf({ role, position }: DemoPerson): string {
  return position === null ? roleWords[role] : `${roleWords[role]} - ${position}`;
}

function rowOf(cell: string): number {
  return Number(cell.slice(1)) - 1;
}

function columnOf(cell: string): number {
  return cell.charCodeAt(0) - 65;
}

/** How the officer settles what must be fixed or chosen: by finding key, as the import takes it. */
export const untidyChoices = {
  'Sheet1!F12#phone.missing': { act: 'type', value: '0512020378' },
  'Sheet1!F13#phone.digitsLost': { act: 'type', value: '0512020478' },
  'Sheet1!D7#name.allCaps': { act: 'take' },
  'Sheet1!D24#name.allCaps': { act: 'take' },
  'Sheet1!C10#count.differs': { act: 'take' },
  'Sheet1!D37#name.maybePost': { act: 'take' },
  'Sheet1!F27#phone.shared': { act: 'type', value: '0512060578' },
  'Sheet1!C50#total.membersDiffer': { act: 'take' },
} as const;
