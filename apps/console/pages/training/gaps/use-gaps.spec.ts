import { type Coverage, gapsOf } from './use-gaps.ts';

const row = (name: string, members: number, trained: number[]) => ({ team: { id: name, name }, members, trained });
const coverage = {
  topics: [
    { code: 'policy', title: 'Chủ trương' },
    { code: 'it_use', title: 'Ứng dụng CNTT' },
  ],
  teams: [row('Thôn 1', 5, [5, 4]), row('Thôn 2', 4, [4, 0]), row('Thôn 11', 5, [0, 0])],
} as unknown as Coverage;

it('invites first the team in which most members lack the topic', () => {
  expect(gapsOf(coverage, 'it_use').map(({ name, trained }) => [name, trained])).toEqual([
    ['Thôn 11', 0],
    ['Thôn 2', 0],
    ['Thôn 1', 4],
  ]);
});

it('keeps the order of names while no topic is chosen', () => {
  expect(gapsOf(coverage, null).map(({ name, trained }) => [name, trained])).toEqual([
    ['Thôn 1', null],
    ['Thôn 2', null],
    ['Thôn 11', null],
  ]);
});
