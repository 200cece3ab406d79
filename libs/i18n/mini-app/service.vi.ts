/** Words of the days of service; they come with the other screens' words. */
export const viService = {
  'service.month': 'Báo cáo tháng {month}',
  'service.window': 'Từ {from} đến {to}',
  'service.before': 'Tháng trước',
  'service.after': 'Tháng sau',
  'service.days': '{n} ngày',
  'service.confirmed': 'xã đã xác nhận',
  'service.waiting': 'chờ xác nhận',
  'service.sum': 'Tạm tính: {parts} = ',
  'service.sumPerson': 'Tạm tính tháng này: ',
  'service.dong': '{n} đồng',
  'service.rule': 'Theo mức của tỉnh từ {from}. Chưa phải tiền đã chi.',
  'service.byTeam': 'Tỉnh trả theo Tổ, xã chia',
  'service.byTeam.text': 'Theo mức của tỉnh từ {from}. Số ngày ở đây để xã chia cho đúng.',
  'service.each': 'Từng ngày',
  'service.notYet': 'Chờ xác nhận, chưa tính',
  'service.notCounted': 'chưa',
  'service.minutes': '{n} phút',
  'service.once': 'Một ngày được tính khi có ít nhất một kết quả xã xác nhận. Hai việc trong một ngày vẫn là 1 ngày.',
  'service.none': 'Kỳ này chưa có ngày công nào',
  'service.none.text': 'Ghi kết quả rồi xã xác nhận thì ngày đó được tính.',
  'service.missing': 'Thiếu ngày? Báo Tổ trưởng',
  'service.missingOffice': 'Thiếu ngày? Gọi UBND xã',
  'service.unloaded': 'Chưa tải được ngày công',
  'service.saved': 'Số lưu lúc {time}',
} as const satisfies Record<string, string>;

export type ServiceKey = keyof typeof viService;
