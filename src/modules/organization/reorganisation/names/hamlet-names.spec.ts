import { type Former, type Hamlet, namesIn, placeOfHamlet } from './hamlet-names.ts';
import { emptyLine, type ReformLine, ReformShape } from '../lines/reform-lines.ts';

const hamlet = (id: string, name: string, parentId: string): Hamlet => ({
  id,
  type: 'thôn',
  name,
  fullName: `Thôn ${name}`,
  parentId,
});
const former = (id: string, name: string, above = 'Triệu Sơn'): Former => ({ id, name, fullName: `Xã ${name}`, above });
const proposal = (unitId: string, name: string, more: Partial<ReformLine> = {}): [string, ReformLine] => [
  unitId,
  { ...emptyLine, position: 9, kind: 'name', unitId, type: 'thôn', name, ...more },
];
const formers = new Map([
  ['A', former('A', 'Minh Sơn')],
  ['B', former('B', 'Dân Lực')],
  ['C', former('C', 'Minh Sơn', 'Thọ Xuân')],
]);
const none = new Map<string, ReformLine>();
const shown = (hamlets: Hamlet[], staysIn: string | null = null) =>
  namesIn(hamlets, { formers, proposals: none, staysIn }).map(({ temporary }) => temporary);

describe('hamlets of one name in one commune', () => {
  it('are told apart by the commune that each came from', () => {
    const hamlets = [hamlet('1', '1', 'A'), hamlet('2', '1', 'B'), hamlet('3', '2', 'B')];
    expect(shown(hamlets)).toEqual(['Thôn 1 (Minh Sơn cũ)', 'Thôn 1 (Dân Lực cũ)', 'Thôn 2']);
  });

  it('and by where that stood, where two former communes have one name', () => {
    const hamlets = [hamlet('1', '1', 'A'), hamlet('2', '1', 'C'), hamlet('3', '1', 'B')];
    expect(shown(hamlets)).toEqual([
      'Thôn 1 (Minh Sơn cũ, Triệu Sơn)',
      'Thôn 1 (Minh Sơn cũ, Thọ Xuân)',
      'Thôn 1 (Dân Lực cũ)',
    ]);
  });

  it('keep their own name in a commune that goes on', () => {
    expect(shown([hamlet('1', '1', 'A'), hamlet('2', '1', 'B')], 'A')).toEqual(['Thôn 1', 'Thôn 1 (Dân Lực cũ)']);
  });
});

describe('a proposal', () => {
  const hamlets = [
    hamlet('1', '2', 'A'),
    hamlet('2', '2', 'B'),
    { ...hamlet('3', 'Tân Phong', 'B'), type: 'tổ dân phố', fullName: 'Tổ dân phố Tân Phong' },
  ];
  const named = (...proposals: [string, ReformLine][]) =>
    namesIn(hamlets, { formers, proposals: new Map(proposals), staysIn: null });

  it('is told what has the name already, whatever its kind is', () => {
    const [first, second] = named(proposal('1', 'Tân Phong'));
    expect(first).toMatchObject({ state: 'wrong', proposal: { taken: 'Tổ dân phố Tân Phong' } });
    expect(second).toMatchObject({ state: 'none', alike: 2 });
  });

  it('is told another proposal of the same name', () => {
    const [first, second] = named(proposal('1', 'Đông'), proposal('2', 'Đông'));
    expect([first?.proposal?.taken, second?.state]).toEqual(['Thôn Đông', 'wrong']);
  });

  it('frees the name that it gives up, and is decided with its day', () => {
    const day = { fromOn: '2025-09-01', directiveId: 'x' };
    const [first, second] = named(proposal('1', 'Minh Sơn 2', day), proposal('2', 'Dân Lực 2'));
    expect([first?.state, second?.state]).toEqual(['decided', 'proposed']);
  });
});

it('follows a hamlet into the unit of the day, and leaves out what is not allotted', () => {
  const line = (position: number, more: Partial<ReformLine>): ReformLine => ({
    ...emptyLine,
    position,
    kind: 'merge',
    ...more,
  });
  const shape = new ReformShape([
    line(1, { kind: 'create', type: 'xã', name: 'Triệu Sơn', unitKind: 'commune' }),
    line(2, { kind: 'keep', unitId: 'K', type: 'xã', name: 'Dân Lý', unitKind: 'commune' }),
    line(3, { unitId: 'A', intoPosition: 1 }),
    line(4, { kind: 'part', unitId: 'B', intoPosition: 1 }),
    line(5, { kind: 'part', unitId: 'B', intoPosition: 2 }),
    line(6, { kind: 'allot', unitId: 'b2', intoPosition: 2 }),
  ]);
  const at = (id: string, parentId: string) => placeOfHamlet(hamlet(id, '1', parentId), shape);
  expect([at('a1', 'A'), at('b1', 'B'), at('b2', 'B'), at('k1', 'K')]).toEqual([1, undefined, 2, 2]);
});
