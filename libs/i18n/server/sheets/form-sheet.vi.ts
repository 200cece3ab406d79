/** Words of a form's answers as a workbook. */
export const formSheetVi = {
  file: '{title} - {unit}',
  tab: 'Trả lời',
  asked: '{unit} hỏi, hạn hết ngày {due}. Đã có {answered}/{units} đơn vị trả lời, lấy ngày {on}.',
  apart: 'Dòng cộng chưa kể {count} ô đang hỏi lại.',
  unit: 'Xã, phường',
  standing: 'Tình trạng',
  yes: 'Có',
  no: 'Không',
  total: 'Cộng',
  'standing.on_time': 'đúng hạn',
  'standing.late': 'trả lời trễ',
  'standing.returned': 'đang sửa lại',
  'standing.missing': 'quá hạn, chưa trả lời',
  'standing.not_due': 'chưa trả lời',
};
export type FormSheetWords = Record<keyof typeof formSheetVi, string>;
