import type { ReturnReason } from '#contracts/enums';

/** Why the commune gave a result back, as the server writes it into a task's row. */
export const returnReasonsVi: Record<ReturnReason, string> = {
  codes_do_not_match: 'mã hồ sơ chưa khớp',
  photo_unclear: 'ảnh không rõ việc đã làm',
  figure_repeats: 'số liệu trùng lần trước',
  link_missing: 'thiếu đường dẫn',
  other: 'lý do khác',
};
