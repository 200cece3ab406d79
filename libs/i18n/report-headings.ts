/** Headings of a monthly report, in Vietnamese whatever language the screen is in: the editor and the print share them. */
export const reportParts = {
  organization: 'Công tác chỉ đạo, tổ chức',
  results: 'Kết quả',
  review: 'Đánh giá',
  next_month: 'Nhiệm vụ tháng tới',
  /** Of a campaign. */
  next_days: 'Nhiệm vụ thời gian tới',
  proposals: 'Kiến nghị, đề xuất',
} as const;

export const reportHeadings = {
  communication: 'Tuyên truyền',
  digital_government: 'Chính quyền số',
  digital_economy: 'Kinh tế số',
  digital_society: 'Xã hội số',
  strengths: 'Mặt được',
  difficulties: 'Khó khăn, vướng mắc',
  causes: 'Nguyên nhân',
} as const;
