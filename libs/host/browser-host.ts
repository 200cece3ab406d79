/** The plain browser as a host; also the reference that tests run against. */
import { openPage } from './open-page.ts';
import type { HostInfo, MiniAppHost } from './mini-app-host.ts';
import { listenToPage, pickFiles, sharePage, UNSUPPORTED } from './page.ts';

const nothing = () => {};
const unsupported = async () => UNSUPPORTED;

export function browserHost(window: Window): MiniAppHost {
  const { document, navigator } = window;
  return {
    kind: 'browser',
    ready: async () => infoOf(window),
    credential: async () => ({ scheme: 'session', value: null }),
    requestPhone: unsupported,
    location: unsupported,
    scanQr: unsupported,
    pickImages: ({ multiple }) => pickFiles(document, multiple),
    storage: {
      get: async (key) => window.localStorage.getItem(key),
      set: async (key, value) => window.localStorage.setItem(key, value),
      remove: async (key) => window.localStorage.removeItem(key),
    },
    share: (content) => sharePage(navigator, content),
    openChat: (target) => openPage(window, target),
    openExternal: (url) => openPage(window, url),
    closeApp: nothing,
    confirmOnExit: exitGuard(window),
    titleBar: 'ours',
    backButton: { show: nothing, hide: nothing, onClick: () => nothing },
    setTitle: (title) => void (document.title = title),
    paint: nothing,
    on: (event, handler) => listenToPage(window, event, handler),
  };
}

function infoOf(window: Window): HostInfo {
  return {
    version: '',
    platform: 'browser',
    account: null,
    theme: window.matchMedia?.('(prefers-color-scheme: dark)').matches ? 'dark' : 'light',
    colors: null,
    language: window.navigator.language,
    insets: { top: 0, right: 0, bottom: 0, left: 0 },
    height: null,
  };
}

function exitGuard(window: Window): (on: boolean) => void {
  const ask = (event: BeforeUnloadEvent) => event.preventDefault();
  return (on) => (on ? window.addEventListener('beforeunload', ask) : window.removeEventListener('beforeunload', ask));
}
