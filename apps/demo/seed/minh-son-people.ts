/**
 * The invented teams of xã Minh Sơn: what its list means once every doubt is settled, and what the register knew before.
 * Phones are 051x xxx xxxx, which are assigned to nobody.
 */
import type { TeamRole } from '#contracts/enums';

export interface DemoPerson {
  fullName: string;
  role: TeamRole;
  position: string | null;
  /** National digits. */
  phone: string;
  /** How the register has this person before the import; `absent` when it does not. */
  before: 'same' | 'absent' | { phone?: string; position?: string | null };
}

export interface DemoTeam {
  hamlet: string;
  people: DemoPerson[];
}

type Line = [fullName: string, role: TeamRole, position: string | null, before?: DemoPerson['before']];

const lines: readonly (readonly Line[])[] = [
  [
    ['Lê Văn Thịnh', 'leader', 'Trưởng thôn'],
    ['Nguyễn Thị Hương', 'deputy', 'Bí thư Chi đoàn'],
    ['Lê Thị Hợi', 'member', 'Chi hội trưởng Phụ nữ', { position: null }],
    ['Trịnh Đình Cường', 'member', null],
    ['Lê Hồng Phượng', 'member', null],
  ],
  [
    ['Nguyễn Đức Toàn', 'leader', 'Bí thư chi bộ - Trưởng thôn', { position: 'Trưởng thôn' }],
    ['Bùi Thị Ổn', 'deputy', 'Bí thư Đoàn', 'absent'],
    ['Lê Ngọc Ẩn', 'member', null, 'absent'],
    ['Hoàng Văn Út', 'member', null],
  ],
  [
    ['Trịnh Văn Khoa', 'leader', 'Trưởng thôn'],
    ['Phạm Thị Lụa', 'member', 'Chi hội trưởng Phụ nữ'],
    ['Đỗ Hữu Phước', 'member', null],
  ],
  [
    ['Lê Quý Đôn Em', 'leader', 'Trưởng thôn'],
    ['Vũ Thị Ngát', 'deputy', 'Bí thư Chi đoàn'],
    ['Nguyễn Văn Đức', 'member', null],
    ['Cao Xuân Thủy', 'member', 'Công an viên'],
  ],
  [
    ['Hà Đức Ước', 'leader', 'Trưởng thôn'],
    ['Mai Thị Sen', 'deputy', 'Bí thư Chi đoàn'],
  ],
  [
    ['Nguyễn Xuân Ánh', 'leader', 'Bí thư chi bộ'],
    ['Lê Thị Thúy', 'deputy', 'Bí thư Chi đoàn'],
    ['Trần Văn Ngọ', 'member', 'Chi hội trưởng Cựu chiến binh'],
    ['Phạm Văn Ước', 'member', null],
    ['Lương Thị Ba', 'member', null],
  ],
  [
    ['Đỗ Thị Yến', 'leader', 'Trưởng thôn', { phone: '0519070199' }],
    ['Lê Văn Hữu', 'deputy', 'Bí thư Chi đoàn'],
    ['Bùi Đức Anh', 'member', null],
    ['Nguyễn Thị Ái', 'member', 'Giáo viên'],
    ['Lê Huy Hoàng', 'member', null],
  ],
  [
    ['Phạm Ngọc Quỳnh', 'leader', 'Trưởng thôn'],
    ['Trịnh Thị Oanh', 'deputy', 'Bí thư Chi đoàn'],
    ['Lê Sỹ Nguyên', 'member', 'Chi hội trưởng Nông dân'],
    ['Hoàng Thị Ổi', 'member', null],
    ['Vũ Đình Luyện', 'member', null, { phone: '0519080599' }],
  ],
  [
    ['Nguyễn Trọng Nghĩa', 'leader', 'Trưởng thôn'],
    ['Lê Thị Ấm', 'deputy', 'Bí thư Chi đoàn'],
    ['Cao Văn Ứng', 'member', null],
    ['Mai Văn Sáu', 'member', null],
  ],
  [
    ['Trần Thị Diễm', 'leader', 'Trưởng thôn'],
    ['Hà Văn Khuyến', 'deputy', 'Bí thư Chi đoàn'],
    ['Lê Văn Tám', 'member', null],
    ['Phạm Thị Út', 'member', null, 'absent'],
  ],
  [
    ['Lê Đình Chuyên', 'leader', 'Trưởng thôn'],
    ['Nguyễn Thị Hoài', 'deputy', 'Bí thư Chi đoàn', { phone: '0519110299' }],
    ['Đỗ Văn Giang', 'member', 'Y tế thôn'],
    ['Trịnh Thị Đào', 'member', null],
  ],
];

/** '0512010178' for the first person of Thôn 1. */
function phoneOf(team: number, person: number): string {
  return `0512${String(team).padStart(2, '0')}${String(person).padStart(2, '0')}78`;
}

export const minhSonTeams: readonly DemoTeam[] = lines.map((people, t) => ({
  hamlet: `Thôn ${t + 1}`,
  people: people.map(([fullName, role, position, before = 'same'], p) => ({
    fullName,
    role,
    position,
    before,
    phone: phoneOf(t + 1, p + 1),
  })),
}));

/** In the register of Thôn 9, but no longer in the list. */
export const minhSonLeft: { hamlet: string; person: DemoPerson } = {
  hamlet: 'Thôn 9',
  person: { fullName: 'Vi Thị Ấm', role: 'member', position: null, phone: '0512090578', before: 'same' },
};

/** The register of xã Minh Sơn before its list is imported: 43 people in 11 teams. */
export function minhSonRegister(): { hamlet: string; people: Omit<DemoPerson, 'before'>[] }[] {
  return minhSonTeams.map(({ hamlet, people }) => {
    const known = people.flatMap(({ before, ...person }) =>
      before === 'absent' ? [] : [before === 'same' ? person : { ...person, ...before }],
    );
    const { before: _before, ...left } = minhSonLeft.person;
    return { hamlet, people: hamlet === minhSonLeft.hamlet ? [...known, left] : known };
  });
}
