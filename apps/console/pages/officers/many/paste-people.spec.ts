import { pastePeople } from './paste-people.ts';

const focal = 'Cán bộ đầu mối';
const places = [
  { id: 'pn', name: 'Xã Pù Nhi', title: focal },
  { id: 'ns', name: 'Xã Nhi Sơn', title: focal },
  { id: 'ns2', name: 'Xã Nhi Sơn', title: 'Trưởng ban' },
  { id: 'ml', name: 'Thị trấn Mường Lát', title: focal },
];
const paste = (text: string, start = 0) => pastePeople(places, start, text);

it('go to the post of the unit beside them, whatever the order of the columns', () => {
  const sheet = [
    'TT\tXã\tHọ và tên\tĐiện thoại\tThư',
    '1\tpu nhi\tThao Văn Pó\t0510 000 781\tpo@xa.example',
    '2\tLương Thị Mỷ\t0510000782\tXã Nhi Sơn\tTrưởng ban',
    '3\tTT Mường Lát\tHà Văn Bảy',
  ].join('\n');
  expect(paste(sheet)).toEqual({
    people: {
      pn: { fullName: 'Thao Văn Pó', phone: '0510 000 781', email: 'po@xa.example' },
      ns2: { fullName: 'Lương Thị Mỷ', phone: '0510000782', email: '' },
      ml: { fullName: 'Hà Văn Bảy', phone: '', email: '' },
    },
    findings: [],
  });
});

it('without units fill the list from the row on', () => {
  const { people, findings } = paste('Thao Văn Pó\t0510000781\nHà Văn Bảy\t0510000782\nLê Văn Tư\t0510000783', 2);
  expect(Object.keys(people)).toEqual(['ns2', 'ml']);
  expect(findings).toMatchObject([{ row: 3, text: 'Lê Văn Tư 0510000783', kind: 'unknown' }]);
});

it('are named by row where they fit no unit, two posts, one twice, or have no name', () => {
  const sheet = [
    'Xã Trung Lý\tA Giàng',
    'Nhi Sơn\tB Giàng',
    'Pù Nhi\tC Giàng',
    'Pù Nhi\tD Giàng',
    'Mường Lát\t0510000781',
  ];
  expect(paste(sheet.join('\n')).findings.map(({ row, kind, names }) => [row, kind, names.length])).toEqual([
    [1, 'unknown', 0],
    [2, 'ambiguous', 2],
    [4, 'twice', 1],
    [5, 'noName', 0],
  ]);
});
