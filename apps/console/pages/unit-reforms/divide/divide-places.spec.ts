import {
  type Division,
  editsOf,
  type Hamlet,
  pasted,
  placesOf,
  rowsAt,
  rowsOf,
  shownRows,
  since,
  sumOf,
} from './divide-places.ts';

const hamlet = (id: string, name: string, more: Partial<Hamlet> = {}): Hamlet => ({
  unit: { id, kind: 'hamlet', name, fullName: name },
  households: 100,
  leader: null,
  team: true,
  members: 4,
  intoPosition: null,
  halves: null,
  ...more,
});
const half = (position: number, name: string, memberIds: string[], intoPosition: number | null = null) => ({
  position,
  type: 'thôn',
  name,
  households: 50,
  memberIds,
  shares: [],
  intoPosition,
});
const division: Division = {
  unit: { id: 'town', kind: 'commune', name: 'Thiệu Hóa', fullName: 'Thị trấn Thiệu Hóa' },
  heirs: [
    { position: 3, fullName: 'Xã Thiệu Hóa' },
    { position: 7, fullName: 'Xã Thiệu Quang' },
  ],
  hamlets: [
    hamlet('h1', 'Thôn 1', { intoPosition: 3 }),
    hamlet('h2', 'Thôn 2', { team: false, members: 0 }),
    hamlet('h9', 'Thôn 9', { halves: [half(40, '9A', ['ke', 'an'], 3), half(44, '9B', ['lan'])] }),
  ],
};
const rows = rowsOf(division);
const places = placesOf(division);

it('shows a divided hamlet with its halves, which are what is placed', () => {
  expect(rows.map(({ name, kind }) => [name, kind])).toEqual([
    ['Thôn 1', 'hamlet'],
    ['Thôn 2', 'hamlet'],
    ['Thôn 9', 'split'],
    ['Thôn 9A', 'half'],
    ['Thôn 9B', 'half'],
  ]);
  expect(shownRows(rows, places, 'open').map(({ name }) => name)).toEqual(['Thôn 2', 'Thôn 9B']);
  expect(shownRows(rows, places, 'split').map(({ name }) => name)).toEqual(['Thôn 9', 'Thôn 9A', 'Thôn 9B']);
});

it('adds up by heir, with teams and people of halves', () => {
  expect(sumOf(rowsAt(rows, places, 3))).toEqual({ hamlets: 2, teams: 2, members: 6, households: 150 });
  expect(sumOf(rowsAt(rows, places, null))).toEqual({ hamlets: 2, teams: 1, members: 1, households: 150 });
});

it('writes what has changed and nothing else', () => {
  expect(editsOf(division, places)).toEqual([]);
  const chosen = new Map([...places, ['h1', null], ['h2', 7], ['half 44', 7]]) as typeof places;
  expect(editsOf(division, chosen)).toEqual([
    { do: 'allot', intoPosition: null, hamletIds: ['h1'] },
    { do: 'allot', intoPosition: 7, hamletIds: ['h2'] },
    { do: 'place', position: 44, intoPosition: 7 },
  ]);
});

it('leaves what was chosen while others were sent', () => {
  const chosen = new Map([
    ['h1', 7],
    ['h2', 3],
    ['half 44', 7],
  ]);
  const left = since(
    [
      { do: 'allot', intoPosition: 7, hamletIds: ['h1', 'h2'] },
      { do: 'place', position: 44, intoPosition: 7 },
    ],
    chosen,
  );
  expect([...left]).toEqual([['h2', 3]]);
});

describe('what is pasted', () => {
  const paste = (text: string, from = 0) => pasted(text, rows, division.heirs, from);

  it('is a column of digits or names from the row on', () => {
    expect(paste('2\nthiệu quang\r\n\nXã Thiệu Hoá\n').set).toEqual([
      ['h1', 7],
      ['h2', 7],
      ['half 44', 3],
    ]);
    expect(paste('1', 3).set).toEqual([['half 40', 3]]);
  });

  it('is hamlets beside where they go, in any order', () => {
    expect(paste('9B\t2\nThôn 1\tXã Thiệu Quang').set).toEqual([
      ['half 44', 7],
      ['h1', 7],
    ]);
  });

  it('names lines that say nothing clear', () => {
    expect(paste('1\nXã Xa\n3').wrong).toEqual([
      { line: 2, value: 'Xã Xa' },
      { line: 3, value: '3' },
    ]);
    expect(paste('Thôn 8\t1').wrong).toEqual([{ line: 1, value: 'Thôn 8' }]);
    expect(paste('1\n1', 4).wrong).toHaveLength(1);
  });
});
