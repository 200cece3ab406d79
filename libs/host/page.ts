/** What every host leaves to the page itself: the phone's picker of pictures, the share sheet, the page's own events. */
import type { HostEvent } from './mini-app-host.ts';

/** Opens the phone's own picker; an empty list when it is closed. */
export function pickFiles(document: Document, multiple: boolean): Promise<File[]> {
  return new Promise((resolve) => {
    const input = document.createElement('input');
    Object.assign(input, { type: 'file', accept: 'image/*', multiple, hidden: true });
    const done = () => {
      resolve([...(input.files ?? [])]);
      input.remove();
    };
    input.addEventListener('change', done, { once: true });
    input.addEventListener('cancel', done, { once: true });
    document.body.append(input);
    input.click();
  });
}

export async function sharePage(
  navigator: Navigator,
  { text, url }: { text: string; url?: string },
): Promise<'shared' | 'copied' | 'refused'> {
  try {
    if (navigator.share) {
      await navigator.share({ text, ...(url && { url }) });
      return 'shared';
    }
    await navigator.clipboard.writeText(url ? `${text}\n${url}` : text);
    return 'copied';
  } catch {
    return 'refused';
  }
}

/** The page's own signs of coming back, going away, network and light. Returns what ends it. */
export function listenToPage(window: Window, event: HostEvent, handler: () => void): () => void {
  const off: (() => void)[] = [];
  const add = (target: EventTarget, name: string, wanted: () => boolean = () => true) => {
    const call = () => wanted() && handler();
    target.addEventListener(name, call);
    off.push(() => target.removeEventListener(name, call));
  };
  const hidden = () => window.document.visibilityState === 'hidden';
  if (event === 'resume') add(window.document, 'visibilitychange', () => !hidden());
  if (event === 'pause') add(window.document, 'visibilitychange', hidden);
  if (event === 'network') ['online', 'offline'].forEach((name) => add(window, name));
  if (event === 'theme' && window.matchMedia) add(window.matchMedia('(prefers-color-scheme: dark)'), 'change');
  return () => off.forEach((end) => end());
}

export const UNSUPPORTED = { unsupported: true } as const;
export const REFUSED = { refused: true } as const;

/** The answer, or undefined when none came in time or the call failed: a host's silence must not hold a screen. */
export function inTime<T>(ms: number, call: () => PromiseLike<T>): Promise<T | undefined> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(undefined), ms);
    const done = (value: T | undefined) => {
      clearTimeout(timer);
      resolve(value);
    };
    try {
      call().then(done, () => done(undefined));
    } catch {
      done(undefined);
    }
  });
}

export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
