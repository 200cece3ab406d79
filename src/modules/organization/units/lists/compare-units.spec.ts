import { compareUnits } from './compare-units.ts';
import type { BorneName, Decision, StandingUnit } from './list-plan.ts';
import type { UnitLine } from './unit-table.ts';

const unit = (code: string, name: string, part: Partial<StandingUnit> = {}): StandingUnit => ({
  id: `id-${code}`,
  kind: 'commune',
  name,
  type: 'xã',
  code,
  parentId: 'id-397',
  fullName: `Xã ${name}`,
  ...part,
});
const root = unit('38', 'Thanh Hóa', { kind: 'province', type: 'tỉnh', parentId: null });
const district = unit('397', 'Triệu Sơn', { kind: 'district', type: 'huyện', parentId: 'id-38' });
const line = (row: number, code: string, name: string, part: Partial<UnitLine> = {}): UnitLine => ({
  row,
  code,
  name,
  type: 'xã',
  parentCode: '397',
  ...part,
});

interface Asked {
  communes?: StandingUnit[];
  borne?: BorneName[];
  decisions?: Decision[];
  take?: boolean;
}
const compare = (lines: UnitLine[], { communes = [], borne = [], decisions = [], take = false }: Asked = {}) => {
  const standing = [root, district, ...communes];
  let ids = 0;
  return compareUnits({
    lines,
    kind: 'commune',
    root,
    standing,
    borne: [...standing, ...borne],
    decisions,
    takeProposals: take,
    newId: () => `new-${++ids}`,
  });
};
const told = (plan: ReturnType<typeof compareUnits>) =>
  plan.findings.map(({ key, what, proposal, choice }) => [key, what, proposal, choice]);

describe('a list of units beside the tree', () => {
  const thoSon = unit('15667', 'Thọ Sơn');
  const thoBinh = unit('15670', 'Thọ Bình');

  it('has nothing to tell of units that are new or the same', () => {
    const plan = compare([line(2, '15667', 'Thọ Sơn'), line(3, '15999', 'Thọ Tân')], { communes: [thoSon] });
    expect(plan).toMatchObject({ findings: [], unchanged: 1, created: [{ parentId: 'id-397' }], changed: [] });
  });

  it('proposes a name that nobody bore, and asks when another unit bears it', () => {
    const lines = [line(2, '15667', 'Thọ Bình'), line(3, '15670', 'Thọ Mới')];
    const communes = [thoSon, thoBinh];
    const plan = compare(lines, { communes, take: true });
    expect(told(plan)).toEqual([
      ['r2', 'codeReused', null, null],
      ['r3', 'renamed', 'same', 'same'],
    ]);
    expect(plan.findings[0]).toMatchObject({ known: { fullName: 'Xã Thọ Sơn' }, other: { code: '15670' } });
    expect(plan.changed.map(({ id }) => id)).toEqual(['id-15670']);
    expect(told(compare(lines, { communes })).map(([, , , choice]) => choice)).toEqual([null, null]);
  });

  it('asks also when the name was borne by a unit that has ended', () => {
    const ended: BorneName = { id: 'gone', kind: 'commune', name: 'Minh Sơn', fullName: 'Xã Minh Sơn', code: '15691' };
    expect(told(compare([line(2, '15667', 'Minh Sơn')], { communes: [thoSon], borne: [ended], take: true }))).toEqual([
      ['r2', 'codeReused', null, null],
    ]);
  });

  it('ends the old unit into the new one where a code is used again, and leaves both where it is kept', () => {
    const lines = [line(2, '15667', 'Thọ Bình')];
    const decide = (choice: Decision['choice']) =>
      compare(lines, { communes: [thoSon], borne: [thoBinh], decisions: [{ key: 'r2', choice }] });
    expect(decide('new')).toMatchObject({
      created: [{ id: 'new-1' }],
      ended: [{ id: 'id-15667', intoId: 'new-1' }],
      changed: [],
    });
    expect(decide('same')).toMatchObject({ created: [], ended: [], changed: [{ id: 'id-15667' }] });
    expect(decide('keep')).toMatchObject({ created: [], ended: [], changed: [], wrong: [] });
    expect(decide('end').wrong).toEqual([{ key: 'r2', choice: 'end' }]);
  });

  it('proposes another place, and that what is not in the list stays', () => {
    const plan = compare([line(2, '15667', 'Thọ Sơn', { parentCode: '' })], {
      communes: [thoSon, thoBinh],
      take: true,
    });
    expect(told(plan)).toEqual([
      ['r2', 'moved', 'same', 'same'],
      ['uid-15670', 'missing', 'keep', 'keep'],
    ]);
    expect(plan).toMatchObject({ changed: [{ id: 'id-15667', parentId: 'id-38' }], ended: [] });
  });

  it('ends what is missing into a unit of the list or of the tree, never into nothing known', () => {
    const lines = [line(2, '15667', 'Thọ Sơn')];
    const end = (into: string) =>
      compare(lines, { communes: [thoSon, thoBinh], decisions: [{ key: 'uid-15670', choice: 'end', into }] });
    expect(end('15667').ended).toEqual([{ id: 'id-15670', intoId: 'id-15667' }]);
    expect(end('1').wrong).toHaveLength(1);
  });

  it('asks whether a unit under a new code is the one of that name', () => {
    const lines = [line(2, '16000', 'Thọ Bình')];
    const decide = (choice?: Decision['choice']) =>
      compare(lines, { communes: [thoBinh], take: true, decisions: choice ? [{ key: 'r2', choice }] : [] });
    expect(told(decide())).toContainEqual(['r2', 'nameKnown', null, null]);
    expect(decide('same')).toMatchObject({ changed: [{ id: 'id-15670' }], created: [] });
    expect(decide('new')).toMatchObject({ changed: [], created: [{ id: 'new-1' }] });
  });

  it('asks about a code twice, a ring, a parent that is missing and a second root', () => {
    const plan = compare(
      [
        line(2, '38', 'Thanh Hóa', { type: 'tỉnh', parentCode: '' }),
        line(3, '40', 'Nghệ An', { type: 'tỉnh', parentCode: '' }),
        line(4, '15667', 'Thọ Sơn'),
        line(5, '15667', 'Thọ Sơn Hai'),
        line(6, '1', 'A', { parentCode: '2' }),
        line(7, '2', 'B', { parentCode: '1' }),
        line(8, '15999', 'Thọ Tân', { parentCode: '999' }),
      ],
      { take: true },
    );
    expect(told(plan)).toEqual([
      ['r3', 'twoRoots', null, null],
      ['r5', 'codeTwice', null, null],
      ['r6', 'cycle', null, null],
      ['r7', 'cycle', null, null],
      ['r8', 'parentMissing', null, null],
    ]);
    expect(plan.created.map(({ line: one }) => one.code)).toEqual(['15667']);
  });

  it('places a list of several levels below its own lines', () => {
    const plan = compare([
      line(2, '15001', 'Thọ Tân', { parentCode: '400' }),
      line(3, '400', 'Nông Cống', { type: 'huyện', parentCode: '38' }),
    ]);
    expect(plan.created).toMatchObject([
      { id: 'new-1', kind: 'district', parentId: 'id-38' },
      { id: 'new-2', kind: 'commune', parentId: 'new-1' },
    ]);
  });

  it('tells two new units of one name', () => {
    const lines = [line(2, '15001', 'Minh Sơn'), line(3, '15002', 'Minh Sơn')];
    expect(told(compare(lines))).toEqual([['r3', 'sameName', 'both', null]]);
    expect(compare(lines, { decisions: [{ key: 'r3', choice: 'keep' }] }).created).toHaveLength(1);
  });

  it('finds nothing in the list that it has written', () => {
    const lines = [line(2, '15667', 'Thọ Sơn'), line(3, '15670', 'Thọ Bình')];
    expect(compare(lines, { communes: [thoSon, thoBinh] })).toMatchObject({ findings: [], unchanged: 2, created: [] });
  });
});
