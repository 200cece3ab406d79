import type { keptByRuleVi } from '../words/record-kept.vi.ts';

/** For how long what is held about somebody is held, as that person reads it, on the phone and on paper: no rule's name. */
export const keptOfMineVi: Record<keyof typeof keptByRuleVi, string> = {
  'records.kept.request': 'đến khi xin xóa; số đã báo cáo ở lại, tên thì bỏ',
  'records.kept.good': 'lâu dài, như mọi hồ sơ của xã',
  'records.kept.done': 'đến khi xong việc; bỏ dở thì máy tự xóa',
  'records.kept.keepLog': 'ít nhất {least} tháng',
  'records.kept.keepInbox': 'nhiều nhất {most} tháng; xin xóa thì xóa sớm hơn',
  'records.kept.keepDeliveries': 'nhiều nhất {most} tháng',
  'records.kept.keepPhotos': 'nhiều nhất {most} tháng, rồi chỉ còn ghi là đã có ảnh; xin xóa thì xóa sớm hơn',
  'records.kept.keepLeavers':
    'khi còn ở Tổ hoặc còn giữ chức; thôi rồi thì nhiều nhất {most} tháng; xin xóa thì xóa sớm hơn',
  'records.kept.keepDrafts': 'nhiều nhất {most} ngày',
  'records.kept.keepWebhooks': 'nhiều nhất {most} ngày',
  'records.kept.keepFiles': 'nhiều nhất {most} ngày',
  'records.kept.keepAsked': '{least} đến {most} ngày làm việc',
  'records.kept.keepLists': 'nhiều nhất {most} ngày',
  'records.kept.keepUploads': 'nhiều nhất {most} ngày',
  'records.kept.keepSessions': 'nhiều nhất {most} ngày sau khi thoát',
};
