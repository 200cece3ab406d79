import { kindOf, namesUnit } from './report-words.ts';

describe('the words of a typed report', () => {
  it.each([
    ['lượt dịch vụ công', 'public_services'],
    ['luot dich vu cong', 'public_services'],
    ['người nghe tuyên truyền', 'communication'],
    ['hộ lên sàn', 'marketplace'],
    ['lượt thanh toán tiền điện', 'payment'],
    ['cụ cài VssID', 'health_insurance'],
  ])('"%s" names %s', (text, kind) => {
    expect(kindOf(text)).toBe(kind);
  });

  it.each(['lượt', 'con gà', 'dịch vụ', 'người đi loanh quanh', ''])('"%s" names nothing', (text) => {
    expect(kindOf(text)).toBeUndefined();
  });

  it('name the unit of a task, but not by words that every task has', () => {
    expect(namesUnit('ho so', 'hồ sơ')).toBe(true);
    expect(namesUnit('bộ hồ sơ đất', 'hồ sơ')).toBe(true);
    expect(namesUnit('lượt', 'lượt')).toBe(false);
    expect(namesUnit('hồ', 'hồ sơ')).toBe(false);
  });
});
