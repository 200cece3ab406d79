/**
 * Keys that earlier sign-ins gave this browser, of whoever uses it: they open nothing, and let the server tell it from
 * strangers who try the same login. Without storage it is a stranger each time.
 */
const key = 'to-so.device-keys';
const MOST = 8;

export function deviceKeys(): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? '[]');
    return Array.isArray(kept) ? kept.filter((one) => typeof one === 'string').slice(0, MOST) : [];
  } catch {
    return [];
  }
}

export function keepDeviceKey(fresh: string | undefined): void {
  if (!fresh) return;
  try {
    localStorage.setItem(key, JSON.stringify([fresh, ...deviceKeys()].slice(0, MOST)));
  } catch {
    // A browser that keeps nothing is asked for nothing.
  }
}
