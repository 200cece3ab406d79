/** Why a figure had better be asked about before its month is accepted. */
export const odditiesVi = {
  'oddity.ownPast.tenfold': 'Gấp {times} mức của chính xã trong {months} kỳ ({middle}). Có thể thừa một số 0.',
  'oddity.ownPast.above': 'Gấp {times} mức của chính xã trong {months} kỳ ({middle}).',
  'oddity.ownPast.tenth': 'Kém {times} lần mức của chính xã trong {months} kỳ ({middle}). Có thể thiếu một số 0.',
  'oddity.ownPast.below': 'Kém {times} lần mức của chính xã trong {months} kỳ ({middle}).',
  'oddity.peers': '{places} xã cùng cỡ thường báo từ {low} đến {high}.',
  'oddity.crossRules.products': '{value} sản phẩm OCOP có trên sàn mà xã chỉ có {other} sản phẩm.',
  'oddity.silence.teams': 'Im hẳn sau {months} kỳ có số, {teams} Tổ đều không ghi.',
  'oddity.silence': 'Im hẳn sau {months} kỳ có số.',
  'oddity.copied.run': 'Bằng đúng số {since}: {values}.',
  'oddity.copied.month': 'Bằng đúng số {since} ở {count} trên {of} chỉ tiêu của xã.',
  'oddity.roundNumbers.peers': 'Số tròn {value}, xã cùng cỡ thường báo từ {low} đến {high}.',
  'oddity.roundNumbers.own': 'Số tròn {value}, các kỳ trước xã báo từ {low} đến {high}.',
  'oddity.roundNumbers.often': 'Số tròn {times} kỳ liền, kỳ này {value}.',
  'oddity.zero.ownPast': 'Trong {months} kỳ trước xã thường báo 0.',
  'oddity.same.peers': 'Hầu hết trong {places} xã cùng cỡ báo {low}.',
  'oddity.same.roundNumbers.peers': 'Số tròn {value}, hầu hết xã cùng cỡ báo {low}.',
  'oddity.same.roundNumbers.own': 'Số tròn {value}, các kỳ trước xã báo {low}.',
  'oddity.and': ' và ',
} as const;
export type OddityWords = Record<keyof typeof odditiesVi, string>;
