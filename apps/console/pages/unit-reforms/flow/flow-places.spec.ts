import { buildLine, communeRef, districtRef } from '../../../testing/reform-lines.ts';
import {
  countOld,
  drawingOf,
  heirsByUnit,
  isBig,
  placeNameOf,
  placesOf,
  targetsIn,
  targetsNamed,
} from './flow-places.ts';
import { isDividedTarget, isOpenTarget, targetsOf } from './flow-targets.ts';
import type { Line } from '../reform-looks.ts';

const PROVINCE = 'province';
const DISTRICTS = 27;
const DIVIDED = 10;

/** 547 communes of 27 districts into 166, ten of them divided between two districts: all of it invented, in the shape of Thanh Hóa. */
function province(): Line[] {
  const lines: Line[] = [];
  const parent = { id: PROVINCE, kind: 'province' as const, name: 'Thanh Hóa', fullName: 'Tỉnh Thanh Hóa' };
  const firstOf: number[] = [];
  for (let d = 0; d < DISTRICTS; d++) {
    firstOf.push(lines.length + 1);
    for (let n = 0; n < (d < 4 ? 7 : 6); n++)
      lines.push(
        buildLine(lines.length + 1, 'create', { code: `9${d}${n}`, type: 'xã', name: `Mới ${d}.${n}`, parent }),
      );
  }
  const part = (d: number, n: number, intoPosition: number, kind: 'merge' | 'part') => {
    const unit = communeRef(`Cũ ${d}.${n}`);
    lines.push(buildLine(lines.length + 1, kind, { unit, stands: districtRef(`H${d}`), intoPosition }));
  };
  for (let d = 0; d < DISTRICTS; d++) {
    const [first = 0, targets, communes] = [firstOf[d], d < 4 ? 7 : 6, d < 7 ? 21 : 20];
    for (let n = 0; n < communes; n++) {
      const isDivided = d < DIVIDED && n === communes - 1;
      part(d, n, first + (n % targets), isDivided ? 'part' : 'merge');
      if (isDivided) part(d, n, firstOf[d + 1] ?? 0, 'part');
    }
  }
  return lines;
}

const all = targetsOf(province());

it('has a place for each district, with what is not clear first', () => {
  expect([all.length, countOld(all), all.filter(isDividedTarget).length]).toEqual([166, 547, 20]);
  expect(isBig(all)).toBe(true);
  const settled = placesOf(all, PROVINCE);
  expect(settled).toHaveLength(DISTRICTS);
  expect(settled.every(({ open }) => open === 0)).toBe(true);
  expect(settled.slice(0, 3).map(({ name }) => name)).toEqual(['Huyện H0', 'Huyện H1', 'Huyện H2']);
  const lines = province();
  const unclear = lines.findIndex(({ unit }) => unit?.id === 'Cũ 20.3');
  lines[unclear] = { ...lines[unclear]!, unit: null, stands: null, code: '15741', name: 'Thọ Dân' };
  expect(placesOf(targetsOf(lines), PROVINCE)[0]).toMatchObject({ id: 'H20', open: 1, targets: 6 });
});

it('says in which province two districts of one name are', () => {
  const chau = (id: string, standsIn: string, position: number) => [
    buildLine(position, 'create', { type: 'xã', name: `Mới ${id}` }),
    buildLine(position + 1, 'merge', {
      unit: communeRef(`Cũ ${id}`),
      stands: { ...districtRef(id), fullName: 'Huyện Châu Thành' },
      standsIn,
      intoPosition: position,
    }),
  ];
  const alone = buildLine(5, 'keep', {
    unit: communeRef('A'),
    stands: districtRef('X'),
    standsIn: 'Tỉnh An Giang',
    name: 'A',
  });
  const lines = [...chau('1', 'Tỉnh An Giang', 1), ...chau('2', 'Tỉnh Bến Tre', 3), alone];
  const places = placesOf(targetsOf(lines), PROVINCE);
  expect(placeNameOf(targetsOf(lines)[1]!, places)).toBe('Huyện Châu Thành (Tỉnh Bến Tre)');
  expect(places.map(({ name }) => name).sort()).toEqual([
    'Huyện Châu Thành (Tỉnh An Giang)',
    'Huyện Châu Thành (Tỉnh Bến Tre)',
    'Huyện X',
  ]);
});

it('draws a place with the other branch of what reaches into another one, and none of what lies in it', () => {
  const within = targetsIn(all, 'H3', PROVINCE);
  // Its own seven, and the first of the next district, which takes part of its last commune.
  expect(within).toHaveLength(8);
  const heirs = heirsByUnit(all);
  const drawn = (targets: typeof all, name: string) => {
    const target = targets.find(({ line }) => line.name === name)!;
    return drawingOf(target, heirs, new Set(targets.map(({ line }) => line.position)));
  };
  const first = drawn(within, 'Mới 3.0');
  expect(first.others.map(({ line }) => line.name)).toEqual(['Mới 2.6']);
  expect(first.others.map((target) => placeNameOf(target, placesOf(all, PROVINCE)))).toEqual(['Huyện H2']);
  expect(first.forks).toEqual([
    { row: first.rows.findIndex(({ unit }) => unit?.id === 'Cũ 2.20'), to: first.others[0] },
  ]);
  expect(drawn(within, 'Mới 4.0').others).toEqual([]);
  expect(drawn(all, 'Mới 3.0').forks).toEqual([]);
});

it('shows what a divided unit that goes on gives away', () => {
  const lines = [
    buildLine(1, 'keep', { unit: communeRef('A'), stands: districtRef('X'), type: 'xã', name: 'A' }),
    buildLine(2, 'create', { type: 'xã', name: 'B' }),
    buildLine(3, 'part', { unit: communeRef('A'), stands: districtRef('X'), intoPosition: 2 }),
  ];
  const targets = targetsOf(lines);
  const { rows, gives, others } = drawingOf(targets[0]!, heirsByUnit(targets), new Set([1]));
  expect(gives).toBe(true);
  expect([rows.map(({ position }) => position), others.map(({ line }) => line.position)]).toEqual([[1], [2]]);
});

it('finds units of before and of the day by name without marks, or by code', () => {
  expect(targetsNamed(all, 'moi 5.').map(({ line }) => line.name)).toHaveLength(6);
  expect(targetsNamed(all, 'xa cu 12.7').map(({ line }) => line.name)).toEqual(['Mới 12.1']);
  expect(targetsNamed(all, '9263').map(({ line }) => line.name)).toEqual(['Mới 26.3']);
  expect(targetsNamed(all, 'không có')).toEqual([]);
  expect(isOpenTarget(all[0]!)).toBe(false);
});

it('leaves a small one whole, and gives what stands nowhere a place of its own', () => {
  const few = targetsOf(province().slice(0, 60));
  expect(isBig(few)).toBe(false);
  expect(isBig(targetsOf(province().slice(0, 61)))).toBe(true);
  const unknown = targetsOf([buildLine(1, 'create', { type: 'xã', name: 'A' })]);
  expect(placesOf([...all, ...unknown], PROVINCE)[0]).toMatchObject({ id: '-', open: 1 });
  expect(targetsIn([...all, ...unknown], '-', PROVINCE)).toEqual(unknown);
});

it('draws a unit that goes on from itself, alone or with what it takes', () => {
  const lines = [
    buildLine(1, 'keep', { unit: communeRef('A'), type: 'phường', name: 'A' }),
    buildLine(2, 'keep', { unit: communeRef('B'), type: 'xã', name: 'B' }),
    buildLine(3, 'merge', { unit: communeRef('C'), intoPosition: 2 }),
  ];
  const targets = targetsOf(lines);
  const drawn = targets.map((target) => drawingOf(target, heirsByUnit(targets), new Set([1, 2])));
  expect(drawn.map(({ rows, gives }) => [rows.map(({ position }) => position), gives])).toEqual([
    [[1], false],
    [[2, 3], false],
  ]);
});
