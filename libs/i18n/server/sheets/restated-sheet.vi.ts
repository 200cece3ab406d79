/** Words of a month in the units of today, as a workbook. */
export const restatedSheetVi = {
  file: 'Số liệu theo đơn vị hiện nay - {unit} - {month}',
  tab: 'Đơn vị hiện nay',
  title: 'SỐ LIỆU THÁNG {month} THEO ĐƠN VỊ HIỆN NAY: {unit}',
  since: 'Theo đơn vị từ {since}',
  window: 'Kỳ {from} đến {to} · số đã nộp không sửa, chỉ cộng lại · lấy lúc {time} ngày {day}',
  unit: 'Đơn vị hiện nay',
  parts: 'Đơn vị lúc đó',
  unknown: 'chưa biết',
  atLeast: 'chưa biết, ít nhất {value}',
  undivided: 'Chưa chia được',
  total: 'Cộng {unit}',
  counted: '{n} đơn vị lúc đó',
  equal: 'Bằng tổng theo đơn vị lúc đó, mọi cột. “chưa biết” khác “–” (chưa báo) và khác 0.',
  differs: 'Khác tổng theo đơn vị lúc đó ở: {codes}. Có đơn vị đến từ nơi khác hoặc sang nơi khác.',
};
export type RestatedSheetWords = Record<keyof typeof restatedSheetVi, string>;
