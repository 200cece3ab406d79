/** Words of the console: documents that orders and rules stand on. They load with their page. */
export const directivesVi = {
  'documents.sub': 'Căn cứ của việc giao, quy định và kỳ báo cáo',
  'documents.add': 'Vào sổ văn bản',
  'documents.kind': 'Loại',
  'documents.number': 'Số, ký hiệu',
  'documents.numberHint': '31/KH-UBND',
  'documents.date': 'Ngày',
  'documents.issuer': 'Cơ quan ban hành',
  'documents.abstract': 'Trích yếu',
  'documents.basis': 'Căn cứ',
  'documents.basisOf': '{number} ngày {date}',
  'documents.superseded': 'đã thay thế',
  'documents.supersedes': 'Thay thế văn bản',
  'documents.supersedesNote':
    'Văn bản cũ hết hiệu lực từ ngày ký văn bản này. Quy định đang dẫn văn bản cũ sẽ dẫn văn bản này.',
  'documents.find': 'Tìm số, trích yếu',
  'documents.noMatch': 'Không có văn bản nào khớp.',
  'documents.empty': 'Chưa có văn bản nào',
  'documents.emptyText': 'Giao việc cần một văn bản làm căn cứ: kế hoạch của xã, công văn của cấp trên.',
  'documents.saved': 'Đã vào sổ: {citation}.',
  'documents.correctTitle': 'Sửa văn bản {number}',
  'documents.correctNote':
    'Chỉ để sửa chỗ gõ nhầm; bản cũ, người sửa và lý do vẫn được giữ. Việc đã giao, tin và báo cáo đang soạn dẫn theo bản đã sửa; báo cáo đã gửi giữ nguyên.',
  'documents.corrected': 'Đã sửa: {citation}.',
  'documents.addShort': 'Vào sổ',
};
