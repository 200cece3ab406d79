/** Why a figure had better be asked about before its month is accepted. */
export const odditiesVi = {
  'oddity.ownPast.tenfold': 'Gấp {times} mức của chính xã trong {months} kỳ ({middle}). Có thể thừa một số 0.',
  'oddity.ownPast.above': 'Gấp {times} mức của chính xã trong {months} kỳ ({middle}).',
  'oddity.ownPast.tenth': 'Kém {times} lần mức của chính xã trong {months} kỳ ({middle}). Có thể thiếu một số 0.',
  'oddity.ownPast.below': 'Kém {times} lần mức của chính xã trong {months} kỳ ({middle}).',
  'oddity.peers': 'Khác {places} xã cùng cỡ: {low}–{high}.',
  'oddity.crossRules.products': '{value} sản phẩm OCOP có trên sàn mà xã chỉ có {other} sản phẩm.',
  'oddity.silence.teams': 'Im hẳn sau {months} kỳ có số, {teams} Tổ đều không ghi.',
  'oddity.silence': 'Im hẳn sau {months} kỳ có số.',
  'oddity.copied.run': 'Bằng đúng số {since}: {values}.',
  'oddity.copied.month': 'Bằng đúng số {since} ở {count} trên {of} chỉ tiêu của xã.',
  'oddity.roundNumbers.peers': 'Số tròn {value}, xã cùng cỡ {low}–{high}.',
  'oddity.roundNumbers.own': 'Số tròn {value}, chính xã thường {low}–{high}.',
  'oddity.roundNumbers.often': 'Số tròn {times} kỳ liền, kỳ này {value}.',
  'oddity.and': ' và ',
} as const;
export type OddityWords = Record<keyof typeof odditiesVi, string>;
