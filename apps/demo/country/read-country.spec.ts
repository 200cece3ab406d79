import { listOf } from './read-country.ts';

it('sends districts to their province, but those that became special zones where the list of communes says', () => {
  const of = { province: '51', newProvince: '51', part: false };
  const text = listOf({
    provinces: [{ code: '51', fullName: 'Tỉnh Quảng Ngãi', above: '' }],
    districts: [
      { code: '536', fullName: 'Huyện Lý Sơn', above: '51' },
      { code: '522', fullName: 'Huyện Bình Sơn', above: '51' },
    ],
    mapping: [
      { ...of, oldCode: '536', oldName: 'Huyện Lý Sơn', newCode: '21548', newName: 'Đặc khu Lý Sơn' },
      { ...of, oldCode: '21016', oldName: 'Xã Bình Thuận', newCode: '21040', newName: 'Xã Bình Sơn' },
    ],
  });
  expect(text.split('\n').filter((row) => row.startsWith('536'))).toEqual([
    '536,Huyện Lý Sơn,21548,Đặc khu Lý Sơn,whole,51',
  ]);
  expect(text).toContain('522,Huyện Bình Sơn,51,Tỉnh Quảng Ngãi,whole,');
});
