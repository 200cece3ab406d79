import type { Role } from '#contracts/enums';

/** What the guidance calls a role of a team; officers and trainers are called by their post's own title. */
const roleWords: Partial<Record<Role | 'supporter', string>> = {
  leader: 'Tổ trưởng',
  deputy: 'Tổ phó',
  member: 'Thành viên',
};

export function titleOf(role: Role | 'supporter', title: string | null): string {
  return roleWords[role] ?? title ?? '';
}
