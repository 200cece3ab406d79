import type { NamedUnit } from '#modules/organization';
import { compareOfficers } from './compare-officers.ts';
import type { HeldPost, Known, KnownOfficer } from './known-officers.ts';
import { type OfficerLine, readLines } from './officer-lines.ts';
import { readOfficerTable } from './officer-table.ts';

const unit = (id: string, name: string, part: Partial<NamedUnit> = {}): NamedUnit => ({
  id,
  kind: 'commune',
  name,
  fullName: `Xã ${name}`,
  code: id,
  parent: 'Tỉnh Thanh Hóa',
  former: null,
  ...part,
});
const units = [
  unit('38', 'Thanh Hóa', { kind: 'province', fullName: 'Tỉnh Thanh Hóa' }),
  unit('15124', 'Minh Sơn', { former: 'Huyện Ngọc Lặc' }),
  unit('15691', 'Minh Sơn', { former: 'Huyện Triệu Sơn' }),
  unit('15667', 'Thọ Bình'),
  unit('01670', 'Thọ Tiến'),
];
const row = (n: number, part: Partial<OfficerLine> = {}): OfficerLine => ({
  row: n,
  fullName: 'Lê Quang Hải',
  phone: '0510 000 001',
  email: '',
  post: 'Cán bộ đầu mối',
  unit: '15667',
  standIn: '',
  ...part,
});
const person = (part: Partial<KnownOfficer> = {}): KnownOfficer => ({
  id: 'hai',
  fullName: 'Lê Quang Hải',
  phones: ['+84510000001'],
  emails: [],
  ...part,
});
const post = (part: Partial<HeldPost> = {}): HeldPost => ({
  id: 'p1',
  personId: 'hai',
  unitId: '01670',
  role: 'committee_member',
  from: '2026-01-01',
  ...part,
});

async function planOf(lines: OfficerLine[], known: Partial<Known> = {}) {
  const from = '2026-12-01';
  let made = 0;
  return compareOfficers({
    lines: await readLines(lines, units, from),
    known: { people: [], posts: [], focal: [], ...known },
    unitNames: new Map(units.map(({ id, fullName }) => [id, fullName])),
    from,
    newId: () => `new-${++made}`,
  });
}
const codes = async (...asked: Parameters<typeof planOf>) => {
  const { findings } = await planOf(...asked);
  return findings.map(({ row: n, code }) => `${n} ${code}`);
};

describe('the table of a list of officers', () => {
  it('is found below a title, by its headings in any order', async () => {
    const table = readOfficerTable([
      ['DANH SÁCH CÁN BỘ'],
      ['Stt', 'Chức vụ *', 'Đơn vị (mã hoặc tên)', 'Họ và tên', 'SĐT', 'Email'],
      ['1', 'Cán bộ đầu mối', '15667', ' Lê  Quang Hải ', '0510000001', ''],
      ['2', '', '', '', '', ''],
    ]);
    expect(table).toEqual([row(3, { phone: '0510000001' })]);
    expect(readOfficerTable([['Họ tên', 'Chức vụ']])).toBeUndefined();
  });
});

describe('a row of a list of officers', () => {
  it('says what is wrong with each of its cells', async () => {
    const wrong = row(5, { fullName: '?', phone: '12', email: 'hai@', post: 'Trưởng phòng', unit: 'Xã Lạ' });
    expect(await codes([wrong])).toEqual([
      '5 nameMissing',
      '5 phoneBad',
      '5 emailBad',
      '5 postUnknown',
      '5 unitUnknown',
    ]);
    expect(await codes([row(5, { phone: '', unit: '', post: '' })])).toEqual([
      '5 contactMissing',
      '5 postMissing',
      '5 unitMissing',
    ]);
    expect(await codes([row(5, { unit: 'Tỉnh Thanh Hóa' })])).toEqual(['5 postNotHere']);
  });

  it('means a unit by code, lost zeros too, or by name; of two with one name by where it was before', async () => {
    const meant = async (unitText: string) => {
      const { ready, findings } = await planOf([row(2, { unit: unitText })]);
      return ready[0]?.unitId ?? findings[0]?.units.map(({ id }) => id);
    };
    expect(await meant('1670')).toBe('01670');
    expect(await meant('X. Thọ Bình')).toBe('15667');
    expect(await meant('xã thọ bình')).toBe('15667');
    expect(await meant('Tho Binh')).toEqual(['15667']);
    expect(await meant('Xã Minh Sơn')).toEqual(['15124', '15691']);
    expect(await meant('Minh Sơn (huyện Triệu Sơn cũ)')).toBe('15691');
    expect(await meant('Minh Sơn, Ngọc Lặc')).toBe('15124');
    expect((await planOf([row(2, { unit: 'Minh Sơn', unitId: '15124' })])).ready[0]?.unitId).toBe('15124');
  });

  it('takes a stand-in with a last day, for a focal officer only', async () => {
    const [standIn] = (await planOf([row(2, { standIn: '26/12/2026' })])).ready;
    expect(standIn?.lastDay).toBe('2026-12-26');
    expect(await codes([row(2, { standIn: 'x' })])).toEqual(['2 standInNoDay']);
    expect(await codes([row(2, { standIn: '30/11/2026' })])).toEqual(['2 standInOver']);
    expect(await codes([row(2, { standIn: '2026-12-26', post: 'Ủy viên' })])).toEqual(['2 standInNotFocal']);
    const focal = [{ unitId: '15667', personId: 'x', name: 'Hà Thị Xuân' }];
    expect(await codes([row(2, { standIn: '26/12/2026' })], { focal })).toEqual([]);
    expect(await codes([row(2)], { focal })).toEqual(['2 postTaken']);
  });
});

describe('people of a list', () => {
  it('are known by number and name, whatever the marks of the name, and keep their numbers', async () => {
    const { ready, newPeople, findings } = await planOf([row(2, { email: 'hai@xa.example' })], { people: [person()] });
    expect(ready).toMatchObject([{ personId: 'hai' }]);
    expect(newPeople.size).toBe(0);
    expect(findings).toMatchObject([{ code: 'contactKept', open: false }]);
  });

  it('are asked for when a number is another one’s', async () => {
    const people = [person({ fullName: 'Vũ Minh Châu' })];
    expect((await planOf([row(2)], { people })).findings).toMatchObject([
      { code: 'phoneOfOther', params: { name: 'Vũ Minh Châu' }, choices: ['same', 'new'] },
    ]);
    expect((await planOf([row(2, { person: 'same' })], { people })).ready).toMatchObject([{ personId: 'hai' }]);
    expect((await planOf([row(2, { person: 'new' })], { people })).ready).toMatchObject([{ personId: 'new-1' }]);
    expect(await codes([row(2), row(3, { fullName: 'Hà Thị Xuân', unit: '1670' })])).toEqual(['3 phoneTwice']);
  });

  it('who hold a post elsewhere, by the register or by the list, wait for a choice', async () => {
    const known = { people: [person()], posts: [post()] };
    expect((await planOf([row(2)], known)).findings).toMatchObject([
      { code: 'elsewhere', params: { units: 'Xã Thọ Tiến' }, choices: ['both', 'end'] },
    ]);
    expect((await planOf([row(2, { elsewhere: 'end' })], known)).ready).toMatchObject([{ endPostIds: ['p1'] }]);
    const admin = { ...known, posts: [post({ role: 'admin' })] };
    expect((await planOf([row(2, { elsewhere: 'end' })], admin)).findings).toMatchObject([{ choices: ['both'] }]);
    const twice = await planOf([row(2), row(3, { unit: '1670' })]);
    expect(twice.findings).toMatchObject([{ row: 3, code: 'elsewhere', params: { units: 'Xã Thọ Bình' } }]);
    const both = await planOf([row(2), row(3, { unit: '1670', elsewhere: 'both' })]);
    expect(both.ready.map(({ personId }) => personId)).toEqual(['new-1', 'new-1']);
    expect(both.newPeople.size).toBe(1);
  });

  it('are told apart from rows that say the same twice, and from posts that are held already', async () => {
    expect(await codes([row(2), row(3)])).toEqual(['3 rowTwice']);
    expect(await codes([row(2), row(3, { fullName: 'Hà Thị Xuân', phone: '0510 000 002' })])).toEqual(['3 postTwice']);
    const held = { people: [person()], posts: [post({ unitId: '15667', role: 'focal_officer' })] };
    expect(await planOf([row(2)], held)).toMatchObject({ already: 1, ready: [], findings: [] });
    expect((await planOf([row(2), row(3, { post: 'Ủy viên Ban chỉ đạo' })])).ready).toHaveLength(2);
  });
});
