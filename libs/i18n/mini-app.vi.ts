/**
 * The words of the mini-app's first screen in Vietnamese, part of its first bundle; the others are in mini-app-more.
 * `{name}` is a value. Words of the screens' design are kept to the letter.
 */
import type { DoorKey } from './mini-app/door.vi.ts';
import type { DifficultyKey } from './mini-app/difficulties.vi.ts';
import type { EntryKey } from './mini-app/entry.vi.ts';
import type { InboxKey } from './mini-app/inbox.vi.ts';
import type { viMore } from './mini-app/more.vi.ts';
import type { MyDataKey } from './mini-app/my-data.vi.ts';
import type { PhotoKey } from './mini-app/photo.vi.ts';
import type { viQueue } from './mini-app/queue.vi.ts';
import type { ServiceKey } from './mini-app/service.vi.ts';
import type { TrainingKey } from './mini-app/training.vi.ts';

export const vi = {
  'app.name': 'Tổ Số',
  'tab.nav': 'Các phần',
  'tab.tasks': 'Việc',
  'tab.tasks.say': ', {n} việc cần trả lời',
  'tab.training': 'Tập huấn',
  'tab.training.say': ', {n} buổi cần trả lời',
  'tab.inbox': 'Hộp thư',
  'tab.inbox.say': ', {n} tin chưa xem',
  'tab.team': 'Tổ',
  'act.askExtension': 'Xin lùi hạn',
  'act.back': 'Quay lại',
  'act.callCommittee': 'Gọi Ban chỉ đạo xã',
  'act.complete': 'Báo hoàn thành',
  'act.report': 'Ghi kết quả',
  'act.retry': 'Thử lại',
  'date.month': 'thg {month}',
  'say.ofTarget': '{part} trên {whole}',
  'state.waitingToSend': 'Chờ gửi',
  'part.broken': 'Chưa mở được phần này',
  'state.loading': 'Đang tải',
  'sync.updated': 'Đã cập nhật {time}',
  'sync.saved': 'Việc lưu lúc {time}',
  'sync.failed': 'Chưa tải được',
  'sync.refresh': 'Bấm để tải lại',
  'net.none': 'Đang mất mạng',
  'net.none.do': 'Cứ làm tiếp. Có mạng máy sẽ tự gửi.',
  'net.weak': 'Mạng yếu, máy đang gửi dần',
  'net.weak.do': 'Cứ làm tiếp, không mất mục nào.',
  'net.sent': 'Đã gửi xong {n} mục',
  'home.noMatch': 'Không có việc nào khớp',
  'home.title': 'Việc của tôi',
  'home.team': 'Tổ công nghệ số {team}',
  'home.commune': '{name}, UBND {commune}',
  'home.switchTeam': 'Đổi Tổ',
  'home.dueFirst': 'Đến hạn trước, {left}',
  'home.left': 'Còn {n}',
  'home.withWaiting': 'Gồm {n} chờ gửi',
  'home.answer': 'Cần trả lời',
  'home.doing': 'Đang làm',
  'home.waiting': 'Chờ xác nhận',
  'home.declined': 'Đã từ chối',
  'home.thanks': 'Cảm ơn Tổ',
  'home.confirmed': 'Xã đã xác nhận',
  'home.count': '{n} việc',
  'home.more': '{n} việc nữa',
  'home.replyBy': 'Trả lời {deadline}',
  'home.due': 'Hạn: {deadline}',
  'home.returned': 'Xã trả lại: {reason}',
  'home.returned.short': 'Xã trả lại',
  'home.reply': 'Xem và trả lời',
  'home.urgent': 'Gấp: ',
  'home.doer': '{name} làm',
  'home.empty': 'Chưa có việc nào đang chờ',
  'home.empty.text': 'Khi xã giao việc, máy báo ở đây',
  'home.empty.quick': 'Gửi báo cáo nhanh',
  'home.seeDone': 'Xem việc đã xong',
  'home.unloaded': 'Chưa tải được việc mới',
  'home.unloaded.text': 'Máy chủ chưa trả lời. Đợi một lát rồi thử lại.',
  'error.stuck': 'Vẫn không được?',
  'error.tellCode.before': 'Báo mã',
  'error.tellCode.after': 'cho Ban chỉ đạo xã',
  'task.declined.next': 'Xã sẽ xem và trả lời',
  'queue.waiting': '{n} mục chờ gửi',
  'queue.toReview': '{n} mục cần xem lại',
  'store.none': 'Máy không lưu được, đừng đóng trang',
  'store.none.text': 'Bộ nhớ đầy hoặc đang mở ẩn danh. {n} mục chưa đến xã, đóng trang là mất.',
  'queue.safe': 'Đã lưu trên máy, không mất',
  'settings.title': 'Cài đặt',
} as const satisfies Record<string, string>;

/** Words that one English catalogue covers; training has its own pair. */
export type ScreenKey =
  | keyof typeof vi
  | keyof typeof viMore
  | keyof typeof viQueue
  | ServiceKey
  | EntryKey
  | InboxKey
  | DifficultyKey;
export type MiniAppKey = ScreenKey | DoorKey | TrainingKey | PhotoKey | MyDataKey;
