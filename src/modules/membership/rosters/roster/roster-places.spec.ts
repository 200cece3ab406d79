/** Whose list it is, and whose people: another commune, and a team without a name, are never passed over. */
import type { Merge, Sheet } from '#documents';
import { minhSon, read, three, tidyTeam, type Row } from '../../../../../test/support/files/plain-sheets.ts';
import { found, header, lead, names, team } from '../../../../../test/support/files/rosters.ts';
import { canConfirm } from './parse-roster.ts';
import { hamletKey } from './cells/unit-names.ts';

describe('another commune', () => {
  it.each([
    ['a letterhead in full', [['ỦY BAN NHÂN DÂN XÃ DÂN LỰC']]],
    ['a letterhead over two lines', [['ỦY BAN NHÂN DÂN\nXÃ DÂN LỰC']]],
    ['a letterhead over two rows', [['ỦY BAN NHÂN DÂN'], ['XÃ DÂN LỰC']]],
    ['a letterhead with the district', [['UBND XÃ DÂN LỰC - HUYỆN TRIỆU SƠN']]],
    ['a title', [['DANH SÁCH TỔ CÔNG NGHỆ SỐ CỘNG ĐỒNG XÃ DÂN LỰC']]],
  ] as [string, Row[]][])('in %s stops the list until the officer says that it is right', (_what, above) => {
    const roster = read([...above, header, ...tidyTeam], {}, minhSon);
    const finding = found(roster, 'unit.other')!;
    expect(finding).toMatchObject({ severity: 'must_fix', params: { commune: 'xã Minh Sơn' } });
    expect(canConfirm(roster)).toBe(false);
    const taken = read([...above, header, ...tidyTeam], {}, minhSon, { [finding.key]: { act: 'take' } });
    expect(canConfirm(taken)).toBe(true);
  });

  it('in a signature stops it too; the own commune does not, nor a sentence without a name', () => {
    expect(
      found(read([header, ...tidyTeam, [null, null, null, null, 'TM. UBND XÃ DÂN LỰC']], {}, minhSon), 'unit.other')
        ?.cell,
    ).toBe('E5');
    for (const text of ['TM. UBND XÃ MINH SƠN', 'TM. UBND XÃ', 'UBND xã.....', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'])
      expect(
        found(read([[text], header, ...tidyTeam, [null, null, null, null, text]], {}, minhSon), 'unit.other'),
      ).toBeUndefined();
  });

  it('in the name of a team is asked about', () => {
    const rows: Row[] = [header, ...(team({ B1: 'Thôn 1 (xã Dân Lực)' }) as Row[])];
    const finding = found(read(rows, {}, minhSon), 'team.otherCommune')!;
    expect(finding).toMatchObject({ cell: 'B2', severity: 'must_fix', params: { file: 'Dân Lực' } });
    const former = { commune: { name: 'xã Minh Sơn', formerCommunes: ['xã Dân Lực'] } };
    expect(found(read(rows, {}, former), 'team.otherCommune')).toBeUndefined();
  });

  it('of before a merger has its teams kept apart, list by list', () => {
    const commune = { commune: { name: 'xã Triệu Sơn', formerCommunes: ['xã Minh Sơn', 'xã Dân Lực'] } };
    const roster = read(
      [['UBND XÃ MINH SƠN'], header, ...tidyTeam, ['UBND XÃ DÂN LỰC'], header, ...three('Thôn 1', 1)],
      {},
      commune,
    );
    expect(roster.teams.map(({ hamletKey, members }) => [hamletKey, members.length])).toEqual([
      [hamletKey('Thôn 1 (Minh Sơn)'), 3],
      [hamletKey('Thôn 1 (Dân Lực)'), 3],
    ]);
  });
});

describe('a team without a name', () => {
  const nameless = (more: Partial<Sheet>, at: Row): Row[] | [Row[], Partial<Sheet>] => [
    [header, ...tidyTeam, at, [null, null, null, 'Vi Thị Ấm', lead[1]!, '0512345612']],
    more,
  ];
  it.each<[string, Row, Merge[]]>([
    ['a new number', [2, null, null, 'Bùi Thị Ổn', lead[0]!, '0512345611'], []],
    ['a new count', [null, null, 2, 'Bùi Thị Ổn', lead[0]!, '0512345611'], []],
    [
      'a merged cell of its own',
      [null, null, null, 'Bùi Thị Ổn', lead[0]!, '0512345611'],
      [{ top: 4, left: 1, bottom: 5, right: 1 }],
    ],
  ])('by %s does not join the team above', (_what, row, merges) => {
    const [rows] = nameless({}, row) as [Row[], Partial<Sheet>];
    const roster = read(rows, { merges });
    expect(names(roster)).toEqual([['Thôn 1', 'Lê Văn Thịnh', 'Nguyễn Thị Hương', 'Trịnh Đình Cường']]);
    expect(roster.findings.filter(({ code }) => code === 'team.missing').map(({ cell }) => cell)).toEqual(['B5', 'B6']);
    expect(canConfirm(roster)).toBe(false);
    const typed = read(rows, { merges }, {}, { 'Sheet1!B5#team.missing': { act: 'type', value: 'Thôn 2' } });
    expect(names(typed)[1]).toEqual(['Thôn 2', 'Bùi Thị Ổn', 'Vi Thị Ấm']);
  });
});
