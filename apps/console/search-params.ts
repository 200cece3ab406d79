/** What an address says behind its question mark: the named words as text, all others left out. */
const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : typeof value === 'number' ? String(value) : undefined;
export const pick =
  <K extends string>(keys: readonly K[]) =>
  (search: Record<string, unknown>): Partial<Record<K, string>> =>
    Object.fromEntries(
      keys.map((key) => [key, text(search[key])]).filter(([, value]) => value !== undefined),
    ) as Partial<Record<K, string>>;
