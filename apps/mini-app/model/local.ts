/** Small things that this phone remembers; a full or forbidden storage is not an error. */
export const PREFIX = 'to-so.';

export function read<T>(key: string): T | undefined {
  try {
    const text = localStorage.getItem(PREFIX + key);
    return text === null ? undefined : (JSON.parse(text) as T);
  } catch {
    return undefined;
  }
}

export function write(key: string, value: unknown): void {
  try {
    if (value === undefined) localStorage.removeItem(PREFIX + key);
    else localStorage.setItem(PREFIX + key, JSON.stringify(value));
  } catch {
    // The app works without: what matters is in the queue's own store.
  }
}

/** Drops everything whose key starts so, for instance the snapshots of a person who signs out. */
export function forget(start: string): void {
  try {
    for (const key of Object.keys(localStorage)) if (key.startsWith(PREFIX + start)) localStorage.removeItem(key);
  } catch {
    // Nothing to forget.
  }
}
