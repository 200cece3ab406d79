/** For how long what is held about people is held: by the rule of that name, as officers keep to it. */
export const keptByRuleVi = {
  'records.kept.request': 'đến khi người đó xin xóa; số đã báo cáo ở lại, tên thì bỏ',
  'records.kept.good': 'theo quy định lưu trữ hồ sơ',
  'records.kept.done': 'xóa khi xong việc, bỏ dở thì theo quy định “Thời hạn lưu”',
  'records.kept.keepLog': 'theo quy định “Thời hạn lưu”, ít nhất {least} tháng',
  'records.kept.keepInbox':
    'theo quy định “Thời hạn lưu”, từ {least} đến {most} tháng; nơi đã gửi tới thì sớm hơn; người đó xin xóa thì xóa trước',
  'records.kept.keepDeliveries': 'theo quy định “Thời hạn lưu”, nhiều nhất {most} tháng',
  'records.kept.keepPhotos':
    'theo quy định “Thời hạn lưu”, từ {least} đến {most} tháng, rồi chỉ còn ghi là đã có ảnh; người đó xin xóa thì xóa trước',
  'records.kept.keepLeavers':
    'khi còn ở tổ hoặc giữ chức vụ; thôi rồi thì theo quy định “Thời hạn lưu”, nhiều nhất {most} tháng; người đó xin xóa thì xóa trước',
  'records.kept.keepDrafts': 'theo quy định “Thời hạn lưu”, nhiều nhất {most} ngày',
  'records.kept.keepWebhooks': 'theo quy định “Thời hạn lưu”, nhiều nhất {most} ngày',
  'records.kept.keepFiles': 'theo quy định “Thời hạn lưu”, nhiều nhất {most} ngày',
  'records.kept.keepAsked': 'chờ {least} đến {most} ngày làm việc',
  'records.kept.keepLists': 'theo quy định “Thời hạn lưu”, nhiều nhất {most} ngày',
  'records.kept.keepUploads': 'theo quy định “Thời hạn lưu”, nhiều nhất {most} ngày',
  'records.kept.keepSessions': 'theo quy định “Thời hạn lưu”, nhiều nhất {most} ngày sau khi thoát',
} as const;
