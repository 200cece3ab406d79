/**
 * Keys that earlier sign-ins gave this browser, of whoever uses it: they open nothing, and let the server tell it from
 * strangers who try the same login. Without storage it is a stranger each time.
 */
import { keep, readKept } from '../../api/kept.ts';

const key = 'to-so.device-keys';
const MOST = 8;

export function deviceKeys(): string[] {
  const kept = readKept<unknown>(key);
  return Array.isArray(kept) ? kept.filter((one) => typeof one === 'string').slice(0, MOST) : [];
}

export function keepDeviceKey(fresh: string | undefined): void {
  if (fresh) keep(key, [fresh, ...deviceKeys()].slice(0, MOST));
}
