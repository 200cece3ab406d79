import { changedTargets, isDividedTarget, isOpenTarget, targetsOf } from './flow-targets.ts';
import type { Line } from './reform-looks.ts';

const line = (position: number, kind: Line['kind'], more: Partial<Line> = {}): Line => ({
  position,
  kind,
  unit: null,
  code: null,
  type: null,
  name: null,
  parent: null,
  parentPosition: null,
  intoPosition: null,
  share: null,
  row: null,
  settled: true,
  personId: null,
  standIn: false,
  seat: null,
  ...more,
});
const unit = (id: string) => ({ id, kind: 'commune' as const, name: id, fullName: id });
const list = (...into: [string, string][]): Line[] => [
  line(1, 'create', { code: '1', type: 'xã', name: 'Triệu Sơn' }),
  line(2, 'create', { code: '2', type: 'xã', name: 'Hợp Tiến' }),
  ...into.map(([id, to], at) => line(3 + at, 'merge', { unit: unit(id), intoPosition: Number(to) })),
];

it('shows what a corrected list has otherwise, and nothing of the rest', () => {
  const before = list(['Minh Sơn', '1'], ['Hợp Lý', '2']);
  expect(changedTargets(before, list(['Hợp Lý', '2'], ['Minh Sơn', '1']))).toEqual({ targets: [], gone: 0 });
  const { targets, gone } = changedTargets(before, list(['Minh Sơn', '1'], ['Hợp Lý', '1']));
  expect(targets.map((one) => one.line.name)).toEqual(['Triệu Sơn', 'Hợp Tiến']);
  expect(gone).toBe(0);
  expect(changedTargets(before, before.slice(0, 1)).gone).toBe(1);
});

it('tells open and divided ones apart', () => {
  const [whole, empty] = targetsOf(list(['Minh Sơn', '1']));
  expect([isOpenTarget(whole!), isOpenTarget(empty!)]).toEqual([false, true]);
  const divided = targetsOf([
    line(1, 'keep', { unit: unit('A') }),
    line(2, 'part', { unit: unit('B'), intoPosition: 1 }),
  ]);
  expect(isDividedTarget(divided[0]!)).toBe(true);
});
