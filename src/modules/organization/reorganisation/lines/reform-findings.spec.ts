import { editLines, type Edit } from '../drafts/edit-lines.ts';
import { matchList } from '../drafts/match-list.ts';
import { codesOf } from './code-findings.ts';
import { reformFindings, type ReformFacts } from './reform-findings.ts';
import { type ReformLine, ReformShape, type ReformUnit } from './reform-lines.ts';
import { readReformTable } from '../drafts/reform-table.ts';

const unit = (
  id: string,
  kind: ReformUnit['kind'],
  type: string,
  name: string,
  parentId: string | null,
): ReformUnit => ({
  id,
  kind,
  type,
  name,
  fullName: `${type.charAt(0).toUpperCase()}${type.slice(1)} ${name}`,
  code: id.slice(1),
  parentId,
  from: '2022-01-01',
  to: null,
  changedOn: '2022-01-01',
});
const standing = [
  unit('p38', 'province', 'tỉnh', 'Thanh Hóa', null),
  unit('d397', 'district', 'huyện', 'Triệu Sơn', 'p38'),
  unit('c1', 'commune', 'xã', 'Minh Sơn', 'd397'),
  unit('c2', 'commune', 'xã', 'Hợp Lý', 'd397'),
  unit('c3', 'commune', 'xã', 'Hợp Thắng', 'd397'),
  unit('c4', 'commune', 'xã', 'Thọ Cường', 'd397'),
];
const hamlets = ['h1', 'h2'].map((id) => ({ id, kind: 'hamlet' as const, fullName: `Thôn ${id.slice(1)}` }));
const facts = (changes: Partial<ReformFacts> = {}): ReformFacts => ({
  onDate: '2025-07-01',
  units: new Map(standing.map((one) => [one.id, one])),
  below: new Map([['c3', hamlets]]),
  splits: new Map(),
  hasDirective: true,
  otherReforms: [],
  codesElsewhere: [],
  told: [],
  ...changes,
});
const head = 'old_code,old_name,new_code,new_name,relation,new_province_code';
const list = (...rows: string[]): ReformLine[] =>
  matchList(readReformTable([head, ...rows].map((row) => row.split(',')))?.rows ?? [], standing);
const whole = [
  '1,Xã Minh Sơn,1,Xã Minh Sơn,whole,38',
  '2,Xã Hợp Lý,1,Xã Minh Sơn,whole,38',
  '3,Xã Hợp Thắng,1,Xã Minh Sơn,part,38',
  '3,Xã Hợp Thắng,4,Xã Thọ Ngọc,part,38',
  '4,Xã Thọ Cường,4,Xã Thọ Ngọc,whole,38',
];
const blocks = (lines: readonly ReformLine[], changes: Partial<ReformFacts> = {}) =>
  reformFindings(lines, facts(changes))
    .filter((finding) => finding.blocks)
    .map(({ code, unit: about }) => (about ? `${code} ${about.id}` : code));
const edited = (lines: readonly ReformLine[], ...edits: Edit[]) => editLines(lines, edits, facts().units);
const at = (lines: readonly ReformLine[], name: string) => lines.find((line) => line.name === name)?.position ?? 0;

it('takes a unit of the same code and name for the same, and asks about a code under another name', () => {
  const lines = list(...whole);
  expect(lines.find(({ name }) => name === 'Minh Sơn')).toMatchObject({ kind: 'keep', unitId: 'c1', parentId: 'p38' });
  expect(blocks(lines)).toEqual(['notAllotted c3', 'codeReused c4']);
  const asNew = edited(lines, { do: 'answer', positions: [at(lines, 'Thọ Ngọc')], as: 'new' });
  expect(blocks(asNew)).toEqual(['notAllotted c3']);
  const asSame = edited(lines, { do: 'answer', positions: [at(lines, 'Thọ Ngọc')], as: 'same' });
  expect(asSame.find(({ name }) => name === 'Thọ Ngọc')).toMatchObject({ kind: 'keep', unitId: 'c4' });
  expect(asSame.some(({ kind, unitId }) => kind === 'merge' && unitId === 'c4')).toBe(false);
});

it('is settled when each hamlet of a divided unit goes to one of its heirs', () => {
  const lines = list(...whole);
  const [kept, made] = [at(lines, 'Minh Sơn'), at(lines, 'Thọ Ngọc')];
  const settled = edited(
    lines,
    { do: 'answer', positions: [made], as: 'new' },
    { do: 'allot', hamletIds: ['h1'], intoPosition: kept },
    { do: 'allot', hamletIds: ['h2'], intoPosition: made },
  );
  expect(blocks(settled)).toEqual([]);
  const again = edited(settled, { do: 'allot', hamletIds: ['h1'], intoPosition: made });
  expect(again.filter(({ unitId }) => unitId === 'h1')).toMatchObject([{ kind: 'allot', intoPosition: made }]);
  expect(reformFindings(settled, facts()).map(({ code }) => code)).toEqual([
    'noFocalOfficer',
    'noStandIn',
    'noOffice',
    'registerUnknown',
    'parentEmpty',
  ]);
  expect(() => edited(settled, { do: 'allot', hamletIds: ['h1'], intoPosition: 99 })).toThrow('edits.0.intoPosition');
});

it('names what a list forgot, what it calls otherwise, and what it says twice', () => {
  const [first, second, , , last] = whole as [string, string, string, string, string];
  expect(blocks(list(first, second, last))).toContain('unitNotTaken c3');
  // One of four is no list of all.
  expect(blocks(list('2,Xã Hợp Lý,7,Xã Hợp Tiến,whole,38')).filter((code) => code.startsWith('unitNotTaken'))).toEqual(
    [],
  );
  const misread = list(first, '2,Xã Hợp Lí Cũ,1,Xã Minh Sơn,whole,38', ...whole.slice(2));
  const [finding] = reformFindings(misread, facts());
  expect(finding).toMatchObject({ code: 'unknownUnit', row: 3, near: [{ id: 'c2' }] });
  const meant = edited(misread, { do: 'part', position: finding?.position ?? 0, unitId: 'c2', whole: true });
  expect(blocks(meant)).not.toContain('unknownUnit');
  const [kept] = [at(meant, 'Minh Sơn')];
  const twice = edited(meant, { do: 'part', unitId: 'c2', intoPosition: kept, whole: false, share: 40 });
  expect(blocks(twice)).toEqual(expect.arrayContaining(['unitTwice c2', 'sharesNot100 c2']));
});

it('refuses units that ended or change later, empty ones, loops of places and what others take hold of', () => {
  const lines = list(...whole);
  const other = (id: string, changes: Partial<ReformUnit>) => {
    const units = new Map(facts().units);
    units.set(id, { ...units.get(id)!, ...changes });
    return { units };
  };
  expect(blocks(lines, other('c2', { to: '2025-01-01' }))).toContain('unitEnded c2');
  expect(blocks(lines, other('c2', { from: '2025-07-01' }))).toContain('unitNotYet c2');
  expect(blocks(lines, other('c2', { changedOn: '2025-08-01' }))).toContain('unitChangedLater c2');
  const otherReforms = [{ unitId: 'c2', id: 'r', title: 'Nhập xã', on: '2025-07-01', reach: 'units' as const }];
  expect(blocks(lines, { otherReforms, hasDirective: false })).toEqual(
    expect.arrayContaining(['noDirective', 'otherReform c2']),
  );
  const empty = edited(lines, { do: 'unit', type: 'xã', name: 'Thọ Bình', code: '77', parentId: 'p38' });
  expect(blocks(empty)).toContain('noParts');
  const made = at(empty, 'Thọ Bình');
  const looped = edited(empty, { do: 'unit', position: made, type: 'xã', name: 'Thọ Bình', parentPosition: made });
  expect(blocks(looped)).toContain('cycle');
  const below = edited(empty, { do: 'unit', position: made, type: 'xã', name: 'Thọ Bình', parentId: 'c1' });
  expect(blocks(below)).toContain('wrongParent');
  expect(blocks([])).toEqual(['noLines']);
});

it('asks about a code that is typed by hand only where a unit bears it, and again when it is another one', () => {
  const made: Edit = { do: 'unit', type: 'xã', name: 'Tân Dân', parentId: 'p38' };
  const byHand = edited([], made, { do: 'part', unitId: 'c2', intoPosition: 1, whole: false, share: 40 });
  expect(byHand).toMatchObject([
    { kind: 'create', settled: true },
    { kind: 'part', share: 0.4 },
  ]);
  expect(edited(byHand, { do: 'part', position: 2, unitId: 'c2', whole: true })[1]).toMatchObject({
    kind: 'merge',
    share: null,
  });
  const borne = edited(byHand, { ...made, position: 1, code: '2' });
  expect(blocks(borne)).toContain('codeReused c2');
  const answered = edited(borne, { do: 'answer', positions: [1], as: 'new' });
  const renamed = edited(answered, { ...made, position: 1, code: '2', name: 'Tân Lý' });
  expect(blocks(renamed)).not.toContain('codeReused c2');
  expect(blocks(edited(renamed, { ...made, position: 1, code: '4' }))).toContain('codeReused c4');
});

it('refuses a code that goes on elsewhere in the country, or that another reform gives, where its row is written', () => {
  const elsewhere = (key: string, by: { id: string; title: string; on: string } | null = null) => ({
    codesElsewhere: [{ key, name: 'Xã Đông Sơn (Tỉnh Nghệ An)', by }],
  });
  const lines = list('2,Xã Hợp Lý,77,Xã Tân Dân,whole,38', '4,Xã Thọ Cường,4,Xã Thọ Cường,whole,38');
  const codes = (of: readonly ReformLine[], changes?: Partial<ReformFacts>) =>
    blocks(of, changes).filter((found) => found.startsWith('code'));
  expect(codes(lines)).toEqual([]);
  expect(codes(lines, elsewhere('commune:77'))).toEqual(['codeElsewhere']);
  expect(codes(lines, elsewhere('commune:77', { id: 'r', title: 'Sắp xếp', on: '2025-08-01' }))).toEqual([
    'codeClaimed',
  ]);
  expect(codes(lines, elsewhere('province:77'))).toEqual([]);
  expect(codesOf(new ReformShape(lines), facts().units)).toEqual(['commune:77', 'commune:4']);
  // Of a unit that goes on with the code it has, where nothing says another.
  const own = lines.map((line) => (line.kind === 'keep' ? { ...line, code: null, parentId: null } : line));
  expect(codesOf(new ReformShape(own), facts().units)).toEqual(['commune:77']);
  const twice = own.map((line) => (line.kind === 'create' ? { ...line, code: '4' } : line));
  expect(codes(twice)).toContain('codeTwice');
});

it('lets a district of islands become a special zone, and no district a commune', () => {
  const into = (name: string) => [
    `397,Huyện Triệu Sơn,9,${name},whole,38`,
    ...['1,Xã Minh Sơn', '2,Xã Hợp Lý', '3,Xã Hợp Thắng', '4,Xã Thọ Cường'].map((unit) => `${unit},9,${name},whole,38`),
  ];
  expect(blocks(list(...into('Đặc khu Triệu Sơn')))).toEqual([]);
  expect(blocks(list(...into('Xã Triệu Sơn')))).toEqual(['kindDiffers d397']);
});

it('finds what may be meant of twenty thousand unknown codes while somebody waits', () => {
  const many = Array.from({ length: 10_000 }, (_, n) =>
    unit(`c${10_000 + n}`, 'commune', 'xã', `Tân Sơn ${n}`, 'd397'),
  );
  const units = new Map([...standing, ...many].map((one) => [one.id, one]));
  const lines = list(
    ...Array.from({ length: 20_000 }, (_, n) => `${500_000 + n},Xã Tân Sơn ${n},9,Xã Triệu Sơn,whole,38`),
  );
  const from = process.cpuUsage();
  const found = reformFindings(lines, facts({ units }));
  expect(process.cpuUsage(from).user / 1e6).toBeLessThan(5);
  const unknown = found.filter(({ code }) => code === 'unknownUnit');
  expect(unknown).toHaveLength(20_000);
  expect(unknown[7]?.near).toMatchObject([{ fullName: 'Xã Tân Sơn 7' }]);
});
