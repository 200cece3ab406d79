/**
 * Zalo as a host. The SDK's own checks are not enough: outside Zalo it answers with empty values or never, and what it
 * rejects with is no Error. So each call has a time limit and ends as "unsupported" or "refused". What needs the larger
 * half of the SDK (titles, sharing, kept values) is a chunk of its own; signing in does not wait for it.
 */
import { closeApp, events, Events, getAccessToken, getPhoneNumber, getUserID, scanQRCode } from 'zmp-sdk/apis';
import type { HostEvent, HostInfo, MiniAppHost } from './mini-app-host.ts';
import { listenToPage, pickFiles, REFUSED, sharePage, UNSUPPORTED } from './page.ts';

const ANSWER_MS = 8_000;
/** A person reads and decides. */
const PERSON_MS = 120_000;
/** Refused now, for good, earlier, or by not giving what the call needs. */
const NO = new Set([-201, -202, -1401, -2002, -2003]);

const more = () => import('./zalo-more.ts');

export function zaloHost(window: Window): MiniAppHost {
  const { document, navigator } = window;
  return {
    kind: 'zalo',
    ready: () => infoOf(window),
    credential: async () => {
      const token = await answer(() => getAccessToken(), ANSWER_MS);
      return { scheme: 'zalo', value: typeof token === 'string' && token ? token : null };
    },
    ...asking,
    location: async () => UNSUPPORTED,
    // The SDK's own picker is a hidden field of this page too.
    pickImages: ({ multiple }) => pickFiles(document, multiple),
    storage: {
      get: async (key) => (await more()).kept.get(await named(key)),
      set: async (key, value) => (await more()).kept.set(await named(key), value),
      remove: async (key) => (await more()).kept.remove(await named(key)),
    },
    share: async (content) => {
      const done = await answer(async () => (await more()).share(content), PERSON_MS);
      if (done === REFUSED) return 'refused';
      return failed(done) ? sharePage(navigator, content) : 'shared';
    },
    openChat: (target) => withMore(({ open }) => open(target)),
    openExternal: (url) => withMore(({ open }) => open(url)),
    closeApp: () => void answer(() => closeApp({}), ANSWER_MS),
    // Zalo hands the whole question to the page and then closes nothing by itself; what is unsent is kept anyway.
    confirmOnExit: () => {},
    titleBar: 'titled',
    // Back is the host's own and goes through the page's history.
    backButton: { show: () => {}, hide: () => {}, onClick: () => () => {} },
    setTitle: (title) => {
      document.title = title;
      withMore(({ setTitle }) => setTitle(title));
    },
    paint: ({ header }) => withMore(({ paint }) => paint(header)),
    on: (event, handler) => listen(window, event, handler),
  };
}

/** What a person is asked by Zalo itself. */
const asking: Pick<MiniAppHost, 'requestPhone' | 'scanQr'> = {
  requestPhone: async () => {
    const found = await answer(() => getPhoneNumber({}), PERSON_MS);
    if (failed(found)) return found;
    return found.token ? { scheme: 'zalo', token: found.token } : UNSUPPORTED;
  },
  scanQr: async () => {
    const found = await answer(() => scanQRCode({}), PERSON_MS);
    if (failed(found)) return found;
    return found.content ? { text: found.content } : REFUSED;
  },
};

function withMore(work: (half: typeof import('./zalo-more.ts')) => void): void {
  void more().then(work, () => {});
}

let account: Promise<string | null> | undefined;
/** Two Zalo accounts may take turns on one phone: what is kept carries the account. */
function currentAccount(): Promise<string | null> {
  account ??= answer(() => getUserID(), ANSWER_MS).then((id) => (typeof id === 'string' && id ? `zalo:${id}` : null));
  return account;
}
const named = async (key: string) => `to-so.${(await currentAccount()) ?? 'zalo'}.${key}`;

async function infoOf(window: Window): Promise<HostInfo> {
  const agent = window.navigator.userAgent;
  return {
    version: /zalo[^/]*\/([\d.]+)/i.exec(agent)?.[1] ?? '',
    platform: /android/i.test(agent) ? 'android' : /iphone|ipad/i.test(agent) ? 'ios' : 'other',
    account: await currentAccount(),
    theme: window.matchMedia?.('(prefers-color-scheme: dark)').matches ? 'dark' : 'light',
    colors: null,
    language: window.navigator.language,
    insets: { top: 0, right: 0, bottom: 0, left: 0 },
    height: null,
  };
}

const failed = (value: unknown): value is typeof REFUSED | typeof UNSUPPORTED =>
  value === REFUSED || value === UNSUPPORTED;

/** What the SDK answered; refused by the person, or unsupported: too old, not granted, silent, or outside Zalo. */
function answer<T>(call: () => PromiseLike<T>, ms: number): Promise<T | typeof REFUSED | typeof UNSUPPORTED> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(UNSUPPORTED), ms);
    const end = (value: T | typeof REFUSED | typeof UNSUPPORTED) => {
      clearTimeout(timer);
      resolve(value);
    };
    const fail = (error: unknown) =>
      end(NO.has(Number((error as { code?: unknown } | null)?.code)) ? REFUSED : UNSUPPORTED);
    try {
      call().then(end, fail);
    } catch (error) {
      fail(error);
    }
  });
}

const EVENTS: Partial<Record<HostEvent, Events>> = {
  resume: Events.AppResumed,
  pause: Events.AppPaused,
  network: Events.NetworkChanged,
};

/** Zalo's own signs besides the page's: its web view is not always told that it is hidden. */
function listen(window: Window, event: HostEvent, handler: () => void): () => void {
  const off = listenToPage(window, event, handler);
  const name = EVENTS[event];
  if (!name) return off;
  try {
    events.on(name, handler);
  } catch {
    return off;
  }
  return () => {
    events.off(name, handler);
    off();
  };
}
