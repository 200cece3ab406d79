/** Words of what leaves the screen: the calendar, the sheet at the door, the certificate. */
export const papersVi = {
  'calendar.name': 'Tập huấn Tổ Số',
  'calendar.trainer': 'Giảng viên: {trainer} ({provider})',
  'calendar.bring': 'Mang theo: {bring}',
  'calendar.materials': 'Tài liệu: {materials}',
  'calendar.online': 'Học trực tuyến: {url}',
  'calendar.open': 'Xem trong Tổ Số: {url}',
  'calendar.moved': 'Đã đổi giờ hoặc địa điểm.',
  'calendar.cancelled': 'Buổi này đã hủy. Lý do: {reason}',
  'calendar.invited': 'Chưa trả lời: mở Tổ Số để nhận chỗ.',
  'calendar.waiting': 'Đang trong danh sách chờ, chưa có chỗ.',
} as const;
export type PaperWords = Record<keyof typeof papersVi, string>;
