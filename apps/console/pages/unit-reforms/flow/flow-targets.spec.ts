import { buildLine as line, communeRef as unit } from '../../../testing/reform-lines.ts';
import { isDividedTarget, isOpenTarget, targetsOf } from './flow-targets.ts';
import type { Line } from '../reform-looks.ts';

const list = (...into: [string, string][]): Line[] => [
  line(1, 'create', { code: '1', type: 'xã', name: 'Triệu Sơn' }),
  line(2, 'create', { code: '2', type: 'xã', name: 'Hợp Tiến' }),
  ...into.map(([id, to], at) => line(3 + at, 'merge', { unit: unit(id), intoPosition: Number(to) })),
];

it('tells open and divided ones apart', () => {
  const [whole, empty] = targetsOf(list(['Minh Sơn', '1']));
  expect([isOpenTarget(whole!), isOpenTarget(empty!)]).toEqual([false, true]);
  const divided = targetsOf([
    line(1, 'keep', { unit: unit('A') }),
    line(2, 'part', { unit: unit('B'), intoPosition: 1 }),
  ]);
  expect(isDividedTarget(divided[0]!)).toBe(true);
});
