/**
 * The bearer token and the chosen post. On a private machine they outlive the browser (localStorage),
 * else they end with the tab (sessionStorage). No cookies anywhere.
 */
import { useSyncExternalStore } from 'react';

export interface Session {
  token: string;
  postId?: string;
}

const key = 'to-so.session';
const listeners = new Set<() => void>();
let current = read();

function read(): Session | null {
  const raw = sessionStorage.getItem(key) ?? localStorage.getItem(key);
  if (!raw) return null;
  try {
    return JSON.parse(raw) as Session;
  } catch {
    return null;
  }
}

function announce(): void {
  for (const listener of listeners) listener();
}

export const session = {
  get: () => current,
  start(next: Session, privateDevice: boolean) {
    current = next;
    (privateDevice ? localStorage : sessionStorage).setItem(key, JSON.stringify(next));
    announce();
  },
  choosePost(postId: string) {
    if (!current) return;
    current = { ...current, postId };
    (localStorage.getItem(key) ? localStorage : sessionStorage).setItem(key, JSON.stringify(current));
    announce();
  },
  end() {
    current = null;
    sessionStorage.removeItem(key);
    localStorage.removeItem(key);
    announce();
  },
};

export function useSession(): Session | null {
  return useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, session.get);
}
