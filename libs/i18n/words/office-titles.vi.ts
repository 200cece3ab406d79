import type { AppointedRole } from '#contracts/access/office-roles';

/** The names of posts: on screens, in lists, and as they are kept when a list gives them. */
export const officeTitlesVi = {
  focal_officer: 'Cán bộ đầu mối',
  committee_member: 'Ủy viên Ban chỉ đạo',
  province_officer: 'Cán bộ tỉnh',
  district_officer: 'Cán bộ huyện',
  admin: 'Quản trị',
} as const satisfies Record<AppointedRole, string>;
