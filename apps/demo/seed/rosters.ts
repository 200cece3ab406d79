/** A clean Appendix 1 per commune: one team a hamlet, four or five invented people each. */
import type { CommuneSeed } from './places.ts';
import { People } from './people.ts';

export interface RosterRow {
  team: string;
  fullName: string;
  position: string;
  phone: string;
}

const posts = [
  'Tổ trưởng - Trưởng {place}',
  'Tổ phó - Bí thư Đoàn thanh niên',
  'Thành viên - Chi hội trưởng Phụ nữ',
  'Thành viên - Chi hội trưởng Nông dân',
  'Thành viên - Chi hội trưởng Cựu chiến binh',
  'Thành viên - Giáo viên',
];

/** About one team in nine lacks something: no deputy from the Youth Union, or only two people. */
export function rosterOf(commune: CommuneSeed, index: number): RosterRow[] {
  const people = new People(Number(commune.code), 1000 + index);
  return commune.hamlets.flatMap(({ name, type }) => {
    const size = people.integer(1, 9) === 1 ? 2 : people.integer(4, 6);
    return posts.slice(0, size).map((post) => {
      const { fullName, phone } = people.person();
      return { team: name, fullName, position: post.replace('{place}', type), phone };
    });
  });
}
