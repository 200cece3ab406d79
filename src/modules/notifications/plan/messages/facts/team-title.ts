/** "Tổ Thôn 1"; a name that begins so, as that of "Tổ dân phố 3", stays as it is. */
export function teamTitle(name: string): string {
  // No \b: to a regular expression "ổ" is no letter.
  return /^tổ(?=\s|$)/iu.test(name) ? name : `Tổ ${name}`;
}
