import { splitLines, splitsOf } from './split-lines.ts';

const halves = [
  {
    type: 'tiểu khu',
    name: '9A',
    households: 120,
    memberIds: ['ke', 'an', 'ke'],
    shares: [{ taskId: 't', target: 7 }],
  },
  { type: 'tiểu khu', name: '9B', households: 118, memberIds: ['binh'], shares: [{ taskId: 't', target: 3 }] },
];

it('is two halves with their people and what was said of tasks', () => {
  expect(
    splitLines('h9', halves, { first: 4 }).map(({ position, kind, intoPosition }) => [position, kind, intoPosition]),
  ).toEqual([
    [4, 'split', null],
    [5, 'member', 4],
    [6, 'member', 4],
    [7, 'share', 4],
    [8, 'split', null],
    [9, 'member', 8],
    [10, 'share', 8],
  ]);
});

it('reads back what it wrote, each hamlet by itself', () => {
  const placed = halves.map((half, at) => ({ ...half, intoPosition: at + 1 }));
  const lines = [
    ...splitLines('h9', placed, { first: 3, parentId: 'town' }),
    ...splitLines('h2', halves, { first: 20 }),
  ];
  const [one, two] = splitsOf(lines);
  expect(one).toMatchObject({
    hamletId: 'h9',
    parentId: 'town',
    halves: [
      { name: '9A', households: 120, memberIds: ['ke', 'an'], shares: [{ taskId: 't', target: 7 }], intoPosition: 1 },
      { name: '9B', memberIds: ['binh'], intoPosition: 2, position: 7 },
    ],
  });
  expect(two).toMatchObject({ hamletId: 'h2', parentId: null, halves: [{ position: 20 }, { intoPosition: null }] });
});
