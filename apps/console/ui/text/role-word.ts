import type { useI18n } from '../../i18n/i18n.tsx';

/** "Tổ trưởng" for `leader`; a title that the server wrote in words stays as it is. */
export function roleWord({ t, has }: Pick<ReturnType<typeof useI18n>, 't' | 'has'>, role: string): string {
  const id = `role.${role}`;
  return has(id) ? t(id) : role;
}
