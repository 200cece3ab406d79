/** How each figure is counted that stands on more than one screen: one sentence each. They load with those screens. */
export const howVi = {
  'how.title': 'Cách tính',
  'how.sent':
    'Đã nộp: báo cáo đang có hiệu lực, kể cả nộp trễ. Bị trả lại mà chưa nộp lại thì chưa tính là đã nộp. Tính mọi xã phải nộp của kỳ, cả xã nay đã sắp xếp lại.',
  'how.onTime': 'Đúng hạn hay trễ: theo ngày nộp lần đầu.',
  'how.missing': 'Chưa nộp: đã quá hạn mà chưa nộp lần nào.',
  'how.active': 'Tổ có hoạt động: trong kỳ có ít nhất một kết quả xã đã xác nhận. Tháng đã nộp thì lấy số đã nộp.',
  'how.silent':
    'Tổ im lặng: có đường nhận tin mà quá {silentDays} ngày không có bản ghi nào, tính từ bản ghi gần nhất hoặc từ ngày tổ có trong hệ thống. Tổ trưởng, Tổ phó đều chưa vào ứng dụng, chưa nối Zalo, Telegram và không có thư thì tổ chưa có đường nhận tin, không tính là im lặng; Tổ trưởng hoặc Tổ phó đã báo bận thì trong những ngày ấy cũng không.',
  'how.unanswered':
    'Im lặng: tổ đã nhận được tin mà chưa trả lời, và không báo bận. Tổ chưa nhận được tin đứng riêng, phải gọi điện.',
  'how.reach':
    'Mức đạt kế hoạch: mỗi chỉ tiêu lấy lũy kế năm chia kế hoạch năm, nhiều nhất 100%; trụ cột là trung bình các chỉ tiêu có kế hoạch. Tính các xã đã nộp báo cáo tháng, theo số đã nộp.',
  'how.likely':
    'Có thể nộp trễ: trong {days} ngày trước hạn, xã chưa viết gì, chưa nộp, và đã trễ từ một nửa số kỳ trở lên (ít nhất {times}) trong {months} kỳ trước.',
  'rb.past': 'trễ {n} trong {of} kỳ trước',
};
