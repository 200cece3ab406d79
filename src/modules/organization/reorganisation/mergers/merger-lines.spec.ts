import { mergersOf, toLines } from './merger-lines.ts';

const merger = {
  hamletIds: ['h3', 'h4'],
  type: 'thôn',
  name: 'Tân Minh',
  leaderId: 'ngan',
  leavingIds: ['hau', 'lua'],
};

it('is one new unit, two that go into it, and what was said of people', () => {
  expect(toLines(merger).map(({ position, kind, intoPosition }) => [position, kind, intoPosition])).toEqual([
    [1, 'create', null],
    [2, 'merge', 1],
    [3, 'merge', 1],
    [4, 'lead', 1],
    [5, 'leave', 1],
    [6, 'leave', 1],
  ]);
});

it('reads back what it wrote, with the unit that began', () => {
  const lines = toLines(merger);
  expect(mergersOf(lines)).toEqual([{ ...merger, intoId: null }]);
  expect(mergersOf(lines.map((line) => (line.kind === 'create' ? { ...line, unitId: 'new' } : line)))).toEqual([
    { ...merger, intoId: 'new' },
  ]);
});

it('keeps apart what goes into different units of one reform', () => {
  const other = { ...merger, hamletIds: ['h7', 'h8'], name: 'Tân Sơn', leaderId: null, leavingIds: [] };
  const lines = [
    ...toLines(merger),
    ...toLines(other).map((line) => ({
      ...line,
      position: line.position + 10,
      intoPosition: line.intoPosition && line.intoPosition + 10,
    })),
  ];
  expect(mergersOf(lines)).toEqual([merger, other].map((one) => ({ ...one, intoId: null })));
});

it('says of nobody twice that they leave, and of nobody that they lead when nobody was chosen', () => {
  const lines = toLines({ ...merger, leaderId: null, leavingIds: ['hau', 'hau'] });
  expect(lines.filter(({ personId }) => personId).map(({ kind }) => kind)).toEqual(['leave']);
});
