import { isPersonLine, recipientKey, recipientName } from './recipient-names.ts';

it.each([
  ['- Sở Khoa học và Công nghệ (để b/c);', 'Sở Khoa học và Công nghệ'],
  ['Phòng VH-XH  (p/h), ', 'Phòng VH-XH'],
  ['UBMTTQ xã.', 'UBMTTQ xã'],
])('%s names %s', (line, name) => {
  expect(recipientName(line)).toBe(name);
});

it('knows an office however its line is spelt', () => {
  expect(recipientKey('SỞ KHOA HỌC VÀ CÔNG NGHỆ;')).toBe(recipientKey('- Sở Khoa học và Công nghệ (để b/c)'));
  expect(recipientKey('Phòng VH-XH')).toBe(recipientKey('Phòng VH - XH'));
  expect(recipientKey('Sở Tài chính')).not.toBe(recipientKey('Sở Tư pháp'));
});

it.each([
  ['Chủ tịch, các PCT UBND xã (để b/c)', true],
  ['CT, PCT UBND xã', true],
  ['Đ/c Bí thư Đảng ủy', true],
  ['Thường trực Đảng ủy', false],
  ['Bảo hiểm xã hội xã', false],
  ['Bưu điện xã', false],
  ['Công an xã', false],
])('%s: a person %s', (line, isPerson) => {
  expect(isPersonLine(line)).toBe(isPerson);
});
