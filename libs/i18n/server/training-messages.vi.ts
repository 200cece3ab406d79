/** What people read of training: invitations, moves, reminders, and what trainer and commune tell each other. */
export const trainingMessagesVi = {
  'trainingProposed.title': 'Đề xuất tập huấn: {title}',
  'trainingProposed.body':
    '{provider} đề xuất buổi tập huấn {when}, {where}. Giảng viên: {trainer}.\n\nXã xác nhận để mời bà con, hoặc đề nghị giờ khác, chỗ khác.',
  'trainingNudged.title': 'Nhắc xác nhận tập huấn: {title}',
  'trainingNudged.body':
    'Buổi tập huấn {when}, {where} của {provider} đang chờ xã xác nhận. Xác nhận sớm thì bà con kịp sắp xếp.',
  'trainingConfirmed.title': 'Xã đã xác nhận: {title}',
  'trainingConfirmed.body': 'Buổi tập huấn {when}, {where} đã được công bố. Tin mời đang gửi đến các tổ.',
  'trainingChangeAsked.title': 'Xã đề nghị đổi: {title}',
  'trainingChangeAsked.body':
    'Xã đề nghị {wished} thay cho {when}, {where}.\n\nLý do: {reason}\n\nĐồng ý thì buổi được công bố ngay với giờ và chỗ ấy.',
  'trainingRefused.title': 'Xã không nhận buổi: {title}',
  'trainingRefused.body': 'Buổi {when}, {where} không được xác nhận.\n\nLý do: {reason}\n\nCó thể đổi rồi đề xuất lại.',
  'trainingInvited.title': 'Mời tập huấn: {title}',
  'trainingInvited.body':
    '{when}, {where}. Giảng viên: {trainer}, {provider}.\n\n{held}\n\n{bring}\n\nTrả lời giúp: tham dự hay không đi được đều được.',
  'trainingMoved.title': '{change}: {title}',
  'trainingMoved.body': 'Nay học {when}, {where}.\n\nTrước đó: {before}.\n\nLý do: {reason}\n\n{seat}',
  'trainingCancelled.title': 'Hủy buổi tập huấn: {title}',
  'trainingCancelled.body': 'Buổi {when}, {where} không diễn ra.\n\nLý do: {reason}',
  'trainingReminded.title': 'Nhắc trả lời: tập huấn {title}',
  'trainingReminded.body':
    '{when}, {where}. Mình chưa trả lời.\n\n{held}\n\nTrả lời giúp: tham dự hay không đi được đều được.',
  'trainingSoon.title': 'Hai giờ nữa: tập huấn {title}',
  'trainingSoon.body':
    '{when}, {where}.\n\n{bring}\n\nĐến nơi, đưa mã điểm danh cho giảng viên quét. Mất mạng vẫn dùng được.',
  'seatPromoted.title': 'Đã có chỗ: tập huấn {title}',
  'seatPromoted.body':
    'Mình được chuyển từ danh sách chờ vào lớp. {when}, {where}.\n\n{bring}\n\nKhông đi được thì hủy chỗ để người sau vào.',
  'trainingFinished.title': 'Buổi tập huấn thế nào: {title}',
  'trainingFinished.body': 'Chấm giúp ba cái để buổi sau tốt hơn. Chưa đến nửa phút.',
  'certificateIssued.title': 'Giấy chứng nhận: {title}',
  'certificateIssued.body': '{provider} đã cấp giấy chứng nhận cho buổi {day}. Mở buổi tập huấn để xem và tải về.',
  'session.at': 'tại {place}',
  'session.online': 'học trực tuyến',
  'session.held': 'Mỗi tổ được giữ {count} chỗ đến hết ngày {day}.',
  'session.bring': 'Mang theo: {what}',
  'session.seat': 'Chỗ của mình vẫn giữ. Mở ra bấm “Tôi đã biết”; giờ này không đi được thì hủy chỗ.',
  'session.movedTime': 'Đổi giờ: {new} thay cho {old}',
  'session.movedDay': 'Đổi ngày: {new} thay cho {old}',
  'session.movedPlace': 'Đổi chỗ học',
  'session.movedEnd': 'Đổi giờ kết thúc: {new} thay cho {old}',
  'action.attend': 'Tôi sẽ tham dự',
  'action.skip': 'Không đi được',
  'action.know': 'Tôi đã biết',
  'frame.openSession': 'Mở buổi tập huấn',
  'frame.openPlan': 'Mở lịch tập huấn',
  'frame.mandatorySeat': 'Tin này không tắt được vì bạn đang giữ chỗ.',
  'frame.replyAttend': 'Trả lời THAM DỰ để lấy chỗ, hoặc KHÔNG ĐI ĐƯỢC.',
} as const;
