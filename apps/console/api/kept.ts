/** What a browser keeps by itself, on this machine: what is being written, what was put off. One that keeps nothing is no error. */

/** Written by an earlier version or by a stranger's hand it may be anything: who reads checks what it relies on. */
export function readKept<T>(key: string): T | null {
  try {
    return JSON.parse(localStorage.getItem(key) ?? 'null') as T | null;
  } catch {
    return null;
  }
}

/** @param value null takes it away */
export function keep(key: string, value: unknown): void {
  try {
    if (value === null) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify(value));
  } catch {
    // It is there until the page is loaded anew.
  }
}
