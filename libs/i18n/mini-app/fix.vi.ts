/** Words of what came back to be mended. */
export const viFix = {
  'fix.entryOf': 'Lần ghi ngày {day}',
  'fix.which': 'Bấm vào lần ghi cần sửa',
  'fix.noMore': 'Không cộng thêm',
  'fix.until': 'Gửi lại chậm nhất {deadline}',
  'fix.photos': 'Ảnh đã gửi',
  'fix.keep': 'Giữ nguyên',
  'fix.hasIt': 'Xã đã có, không gửi lại',
  'fix.sameTotal': 'Thay lần ghi ngày {day}, tổng vẫn là {ratio}',
  'fix.newTotal': 'Thay lần ghi ngày {day}, tổng thành {ratio}',
  'fix.periodSent': 'Kỳ này đã nộp. Gửi để xã sửa ở tháng sau',
  'fix.send': 'Gửi lại {n} {unit}',
};
