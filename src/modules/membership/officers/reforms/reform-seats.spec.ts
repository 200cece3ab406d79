import type { PlannedPlace, PlannedPost } from '#modules/organization';
import { emptySeats, PeopleStanding } from './reform-seats.ts';

const post = (line: number, personId: string, more: Partial<PlannedPost> = {}): PlannedPost => ({
  line,
  personId,
  role: 'focal_officer',
  title: 'Công chức Văn phòng',
  standIn: false,
  seat: null,
  replaces: false,
  ...more,
});
const place = (position: number, name: string, more: Partial<PlannedPlace> = {}): PlannedPlace => ({
  position,
  name,
  kind: 'commune',
  unitId: null,
  isNew: true,
  endingIds: [],
  posts: [],
  leaves: [],
  officeIds: [],
  ...more,
});

describe('posts of a new commune', () => {
  it('are told one by one while nobody is chosen', () => {
    expect(emptySeats(place(1, 'Xã Triệu Sơn'))).toEqual(['focal', 'standIn', 'head']);
    const posts = [post(5, 'a', { standIn: true }), post(6, 'b', { role: 'committee_member', seat: 'head' })];
    expect(emptySeats(place(1, 'Xã Triệu Sơn', { posts }))).toEqual(['focal']);
  });

  it('are not asked of a unit that goes on, nor of one above', () => {
    expect(emptySeats(place(1, 'Xã Dân Lý', { isNew: false }))).toEqual([]);
    expect(emptySeats(place(1, 'Tỉnh Thanh Hóa', { kind: 'province' }))).toEqual([]);
  });
});

describe('people of units that end', () => {
  const places = [
    place(1, 'Xã Triệu Sơn', { posts: [post(5, 'a'), post(6, 'b')], leaves: [{ line: 7, personId: 'c' }] }),
    place(2, 'Xã Hợp Tiến', { posts: [post(8, 'a', { standIn: true })], leaves: [{ line: 9, personId: 'b' }] }),
  ];
  const standing = new PeopleStanding({ places });

  it('are unclear until something is said, wherever it is said', () => {
    expect(['a', 'b', 'c', 'd'].map((id) => standing.of(id).state)).toEqual(['goes', 'goes', 'ends', 'unclear']);
    expect(standing.of('c').leaveLine).toBe(7);
  });

  it('are named where they are chosen in two units', () => {
    expect(standing.elsewhere('a', 1)).toMatchObject([{ line: 8, name: 'Xã Hợp Tiến' }]);
    expect(standing.elsewhere('b', 1)).toEqual([]);
  });
});
