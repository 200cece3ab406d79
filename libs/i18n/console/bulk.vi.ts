/** Before one act on many: who is told and how, who is left alone and why. */
export const bulkVi = {
  'bulk.told': 'Báo cho {n} người',
  'bulk.by': '{route}: {n}',
  'bulk.standIn': 'người thay',
  'bulk.left': 'Để yên {n} nơi',
  'bulk.why.sent': 'đã nộp',
  'bulk.why.today': 'đã nhắc hôm nay',
  'bulk.why.nobody': 'chưa có người viết báo cáo',
  'bulk.nobodyLeft': 'Không còn ai để báo: tất cả đã nộp hoặc đã được nhắc hôm nay.',
  'bulk.noRoute': '{n} người không có đường nào, phải gọi điện.',
  'bulk.goesNow': 'Tin đi ngay và không thu hồi được. Mỗi nơi được nhắc tay một lần mỗi ngày.',
} as const;
