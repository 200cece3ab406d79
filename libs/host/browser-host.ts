/** The plain browser as a host; also the reference that tests run against. */
import type { HostEvent, HostInfo, MiniAppHost } from './index.ts';

const nothing = () => {};
const unsupported = async () => ({ unsupported: true }) as const;

export function browserHost(window: Window): MiniAppHost {
  const { document, navigator } = window;
  return {
    kind: 'browser',
    ready: async () => infoOf(window),
    credential: async () => ({ scheme: 'session', value: null }),
    requestPhone: unsupported,
    location: unsupported,
    scanQr: unsupported,
    pickImages: ({ multiple }) => pickImages(document, multiple),
    storage: {
      get: async (key) => window.localStorage.getItem(key),
      set: async (key, value) => window.localStorage.setItem(key, value),
      remove: async (key) => window.localStorage.removeItem(key),
    },
    share: (content) => share(navigator, content),
    openChat: (target) => void window.open(target, '_blank', 'noopener'),
    openExternal: (url) => void window.open(url, '_blank', 'noopener'),
    closeApp: nothing,
    confirmOnExit: exitGuard(window),
    ownsAppBar: false,
    backButton: { show: nothing, hide: nothing, onClick: () => nothing },
    setTitle: (title) => void (document.title = title),
    on: (event, handler) => listen(window, event, handler),
  };
}

function infoOf(window: Window): HostInfo {
  return {
    version: '',
    platform: 'browser',
    theme: window.matchMedia?.('(prefers-color-scheme: dark)').matches ? 'dark' : 'light',
    language: window.navigator.language,
    insets: { top: 0, right: 0, bottom: 0, left: 0 },
    startParam: null,
  };
}

/** Opens the phone's own picker; an empty list when it is closed. */
function pickImages(document: Document, multiple: boolean): Promise<File[]> {
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

async function share(
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

function exitGuard(window: Window): (on: boolean) => void {
  const ask = (event: BeforeUnloadEvent) => event.preventDefault();
  return (on) => (on ? window.addEventListener('beforeunload', ask) : window.removeEventListener('beforeunload', ask));
}

function listen(window: Window, event: HostEvent, handler: () => void): () => void {
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
