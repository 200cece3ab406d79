/**
 * The bearer token and the chosen post. On a private machine they outlive the browser (localStorage), else they end with
 * its last tab: each keeps them in sessionStorage, and a new tab asks the others. No cookies anywhere.
 */
import { useSyncExternalStore } from 'react';

export interface Session {
  token: string;
  postId?: string;
}

type Word = { is: 'asked' } | { is: 'held'; session: Session } | { is: 'ended'; token: string };

const key = 'to-so.session';
/** How long a new tab waits for the others before it asks for a password. */
const PATIENCE_MS = 150;
const listeners = new Set<() => void>();
const tabs = typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel(key);
let current = read();
let asking = !current && tabs !== undefined;

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

function say(word: Word): void {
  tabs?.postMessage(word);
}

function settle(): void {
  asking = false;
  announce();
}

function hear(word: Word): void {
  if (word.is === 'asked' && current) say({ is: 'held', session: { token: current.token } });
  else if (word.is === 'held' && !current) {
    current = word.session;
    sessionStorage.setItem(key, JSON.stringify(current));
    settle();
  } else if (word.is === 'ended' && current?.token === word.token) {
    current = null;
    sessionStorage.removeItem(key);
    announce();
  }
}

tabs?.addEventListener('message', ({ data }: MessageEvent<Word>) => hear(data));
if (asking) {
  say({ is: 'asked' });
  setTimeout(settle, PATIENCE_MS);
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
    if (current) say({ is: 'ended', token: current.token });
    current = null;
    sessionStorage.removeItem(key);
    localStorage.removeItem(key);
    announce();
  },
};

function listen(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useSession(): Session | null {
  return useSyncExternalStore(listen, session.get);
}

/** True while another tab may still hand its session over. */
export function useIsAsking(): boolean {
  return useSyncExternalStore(listen, () => asking);
}
