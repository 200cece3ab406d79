import { shortGroupName } from './gmf-name.ts';

describe('a short group name', () => {
  it('keeps what fits', () => {
    expect(shortGroupName('CNS-Thôn 1-Xã Minh Sơn', 30)).toBe('CNS-Thôn 1-Xã Minh Sơn');
  });

  it('drops the district first', () => {
    expect(shortGroupName('CNS-Thôn 1-Xã Minh Sơn- huyện Triệu Sơn', 30)).toBe('CNS-Thôn 1-Xã Minh Sơn');
    expect(shortGroupName('CNS-Xã Minh Sơn-huyện Triệu Sơn', 30)).toBe('CNS-Xã Minh Sơn');
  });

  it('then shortens the kinds of units, and cuts only at last', () => {
    expect(shortGroupName('CNS-Tổ dân phố Đoàn Kết - Thị trấn Triệu Sơn-huyện Triệu Sơn', 30)).toBe(
      'CNS-TDP.Đoàn Kết-TT.Triệu Sơn',
    );
    expect(shortGroupName('CNS-Thôn Một Hai Ba Bốn Năm-Xã Minh Sơn Thượng Hạ', 30)).toHaveLength(30);
  });

  it('counts letters, not bytes, and gives the same name again', () => {
    const decomposed = 'CNS-Thôn 1-Xã Minh Sơn'.normalize('NFD');
    expect(shortGroupName(decomposed, 30)).toBe('CNS-Thôn 1-Xã Minh Sơn');
  });
});
