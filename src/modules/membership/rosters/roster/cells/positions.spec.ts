import { isPosition, printPosition, readPosition, splitHonorific } from './positions.ts';

describe('the "Chức vụ" column', () => {
  it.each([
    ['Tổ trưởng - TT', 'leader', 'Trưởng thôn', 'hamlet_head'],
    ['Tổ trưởng - BT, TT', 'leader', 'Bí thư chi bộ - Trưởng thôn', 'hamlet_head'],
    ['Tổ trưởng - BT chi bộ - TT', 'leader', 'Bí thư chi bộ - Trưởng thôn', 'hamlet_head'],
    ['Tổ phó - BT chi đoàn', 'deputy', 'Bí thư Chi đoàn', 'youth_union'],
    ['Tổ phó - BTĐ', 'deputy', 'Bí thư Đoàn', 'youth_union'],
    ['Tổ phó (BTĐ)', 'deputy', 'Bí thư Đoàn', 'youth_union'],
    ['CHT PN', null, 'Chi hội trưởng Phụ nữ', 'women_union'],
    ['CHT CCB', null, 'Chi hội trưởng Cựu chiến binh', 'veterans'],
    ['Thành viên, CHT ND', 'member', 'Chi hội trưởng Nông dân', 'farmers_union'],
    ['CAV', null, 'Công an viên', 'police'],
    ['TV', 'member', null, undefined],
    ['Thành viên', 'member', null, undefined],
    ['TP', 'deputy', null, undefined],
    ['Tổ Trưởng - trưởng thôn', 'leader', 'Trưởng thôn', 'hamlet_head'],
    ['Trưởng thôn kiêm Bí thư chi bộ', null, 'Trưởng thôn - Bí thư chi bộ', 'hamlet_head'],
    ['TB CTMT', null, 'Trưởng ban Công tác Mặt trận', 'front'],
    ['Tổ trưởng / Trưởng thôn', 'leader', 'Trưởng thôn', 'hamlet_head'],
    ['', null, null, undefined],
  ])('reads %j', (text, role, position, affiliation) => {
    const reading = readPosition(text);
    expect([reading.role, reading.position, reading.affiliations[0]]).toEqual([role, position, affiliation]);
    expect(reading.unknown).toEqual([]);
  });

  it('says which abbreviation it spelled out', () => {
    expect(readPosition('Tổ phó - BTĐ').aliases).toEqual([{ from: 'BTĐ', to: 'Bí thư Đoàn' }]);
    expect(readPosition('Tổ trưởng - Trưởng thôn').aliases).toEqual([]);
  });

  it('keeps text that it does not know', () => {
    expect(readPosition('Thành viên - Thợ điện')).toMatchObject({
      role: 'member',
      position: 'Thợ điện',
      affiliations: [],
      unknown: ['Thợ điện'],
    });
  });

  it('does not guess what TT alone means', () => {
    expect(readPosition('TT')).toMatchObject({ role: null, position: null, ambiguous: true });
  });

  it('prints role and post together', () => {
    expect(printPosition('leader', 'Bí thư chi bộ - Trưởng thôn')).toBe('Tổ trưởng - Bí thư chi bộ - Trưởng thôn');
    expect(printPosition('member', null)).toBe('Thành viên');
  });

  it.each([
    ['Trưởng thôn', true],
    ['Bí thư chi bộ', true],
    ['Thợ điện', false],
    ['Lê Văn A', false],
  ])('tells a post from other text: %s', (text, is) => {
    expect(isPosition(text)).toBe(is);
  });

  it.each([
    ['Đ/c Lê Hồng Phượng', 'Đ/c', 'Lê Hồng Phượng'],
    ['Ông Lê Văn Thịnh', 'Ông', 'Lê Văn Thịnh'],
    ['Bà: Bùi Thị Ổn', 'Bà', 'Bùi Thị Ổn'],
    ['Ô. Lê Văn Thịnh', 'Ô', 'Lê Văn Thịnh'],
    ['Đồng chí Ông Lê An', 'Đồng chí', 'Lê An'],
    ['Lê Bà Anh', null, 'Lê Bà Anh'],
    ['Chị Lê Thị Hợi', 'Chị', 'Lê Thị Hợi'],
    ['Ôn Thị Bé', null, 'Ôn Thị Bé'],
  ])('takes the honorific off %s', (text, found, rest) => {
    expect(splitHonorific(text)).toEqual({ honorific: found, rest });
  });
});
