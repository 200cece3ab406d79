import { foldMarks } from '#i18n/fold';

/** Initials of a commune's name without marks: "Minh Sơn" gives "MS". Numbers are unique inside the commune only. */
export function receiptPrefix(communeName: string): string {
  const initials = foldMarks(communeName)
    .split(/[^a-z0-9]+/)
    .filter(Boolean)
    .map((word) => word[0])
    .join('');
  return initials.slice(0, 4).toUpperCase() || 'X';
}
