/**
 * Telegram as a host, over its bridge of events: no script of Telegram's servers is loaded. Every call has a version gate
 * and a time limit; a client that answers nothing counts as one that cannot.
 */
import { isWeb, openPage } from './open-page.ts';
import { on, request, supports } from '@tma.js/bridge';
import type { HostEvent, HostInfo, MiniAppHost } from './mini-app-host.ts';
import type { Launch } from './launch.ts';
import { inTime, listenToPage, pause, pickFiles, REFUSED, sharePage, UNSUPPORTED } from './page.ts';
import { type Bridge, bridgeOf } from './telegram-bridge.ts';
import { callCustom, telegramStorage } from './telegram-storage.ts';
import { themeOfTelegram } from './theme.ts';

const ANSWER_MS = 3_000;
/** A person reads and decides. */
const PERSON_MS = 120_000;
const CONTACT_TRIES = 12;

export function telegramHost(window: Window, launch: Launch): MiniAppHost {
  const bridge = bridgeOf(launch);
  const appearance = watchAppearance(bridge, launch);
  return {
    kind: 'telegram',
    ready: () => appearance.ready(),
    credential: async () => ({ scheme: 'tma', value: launch.initData }),
    requestPhone: () => requestPhone(bridge),
    location: async () => UNSUPPORTED,
    scanQr: () => scanQr(bridge),
    pickImages: ({ multiple }) => pickFiles(window.document, multiple),
    storage: telegramStorage(bridge, launch.account ?? 'telegram', window.localStorage),
    share: (content) => share(bridge, window.navigator, content),
    openChat: (target) => openLink(bridge, window, target),
    openExternal: (url) => openLink(bridge, window, url),
    closeApp: () => void bridge.tell('web_app_close'),
    confirmOnExit: (need_confirmation) => void bridge.tell('web_app_setup_closing_behavior', { need_confirmation }),
    titleBar: bridge.can('web_app_setup_back_button') ? 'named' : 'ours',
    backButton: {
      show: () => void bridge.tell('web_app_setup_back_button', { is_visible: true }),
      hide: () => void bridge.tell('web_app_setup_back_button', { is_visible: false }),
      onClick: (handler) => on('back_button_pressed', handler),
    },
    setTitle: (title) => void (window.document.title = title),
    paint: ({ header, page, bottom }) => {
      bridge.tell('web_app_set_header_color', paintable(bridge) ? { color: hex(header) } : { color_key: 'bg_color' });
      bridge.tell('web_app_set_background_color', { color: hex(page) });
      bridge.tell('web_app_set_bottom_bar_color', { color: hex(bottom) });
    },
    on: (event, handler) => appearance.on(event, handler) ?? listenToPage(window, event, handler),
  };
}

const hex = (color: string) => color as `#${string}`;
const paintable = ({ version }: Bridge) => supports('web_app_set_header_color', 'color', version);

/** Theme and covered edges, kept current by the client's events. */
function watchAppearance(bridge: Bridge, launch: Launch) {
  const none = { top: 0, right: 0, bottom: 0, left: 0 };
  let device = none;
  let content = none;
  let height: number | null = null;
  let params = launch.themeParams;
  const hearers = new Map<HostEvent, Set<() => void>>();
  const tell = (event: HostEvent) => hearers.get(event)?.forEach((hear) => hear());
  on('safe_area_changed', (area) => ((device = area), tell('insets')));
  on('content_safe_area_changed', (area) => ((content = area), tell('insets')));
  on('viewport_changed', (view) => view.is_state_stable && ((height = view.height), tell('insets')));
  on('theme_changed', ({ theme_params }) => ((params = theme_params as Record<string, string>), tell('theme')));
  const info = (): HostInfo => {
    const { theme, colors } = themeOfTelegram(params);
    const both = (side: keyof typeof none) => Math.max(0, device[side] + content[side]);
    return {
      version: bridge.version,
      platform: launch.platform,
      account: launch.account,
      theme: theme ?? 'light',
      colors,
      language: navigator.language,
      insets: { top: both('top'), right: both('right'), bottom: both('bottom'), left: both('left') },
      height,
    };
  };
  let greeted = false;
  const greet = () => {
    greeted = true;
    bridge.tell('web_app_ready');
    bridge.tell('web_app_expand');
    // Scrolling a list must not close the app.
    bridge.tell('web_app_setup_swipe_behavior', { allow_vertical_swipe: false });
    bridge.tell('web_app_request_viewport');
    bridge.tell('web_app_request_safe_area');
    bridge.tell('web_app_request_content_safe_area');
  };
  return {
    ready: async () => {
      if (!greeted) greet();
      return info();
    },
    /** Undefined for what the page itself says. */
    on: (event: HostEvent, handler: () => void): (() => void) | undefined => {
      if (event !== 'theme' && event !== 'insets') return undefined;
      const list = hearers.get(event) ?? new Set();
      hearers.set(event, list.add(handler));
      return () => list.delete(handler);
    },
  };
}

/** The client asks the person, then the signed card is fetched: it comes a moment after the consent. */
async function requestPhone(bridge: Bridge): ReturnType<MiniAppHost['requestPhone']> {
  if (!bridge.can('web_app_request_phone')) return UNSUPPORTED;
  const answer = await inTime(PERSON_MS, () => request('web_app_request_phone', 'phone_requested'));
  if (!answer) return UNSUPPORTED;
  if (answer.status !== 'sent') return REFUSED;
  for (let tries = 0; tries < CONTACT_TRIES; tries++) {
    const card = await callCustom(bridge, 'getRequestedContact', {}, ANSWER_MS);
    if (typeof card === 'string' && card) return { scheme: 'tma', token: card };
    await pause(300);
  }
  return UNSUPPORTED;
}

/** The popup says nothing when the camera is denied: after a minute it is closed and counts as refused. */
function scanQr(bridge: Bridge): ReturnType<MiniAppHost['scanQr']> {
  if (!bridge.can('web_app_open_scan_qr_popup')) return Promise.resolve(UNSUPPORTED);
  return new Promise((resolve) => {
    const off: (() => void)[] = [];
    const end = (result: { text: string } | typeof REFUSED | typeof UNSUPPORTED) => {
      off.forEach((stop) => stop());
      resolve(result);
    };
    const timer = setTimeout(() => {
      bridge.tell('web_app_close_scan_qr_popup');
      end(REFUSED);
    }, 60_000);
    off.push(
      () => clearTimeout(timer),
      on('scan_qr_popup_closed', () => end(REFUSED)),
      on('qr_text_received', ({ data }) => {
        bridge.tell('web_app_close_scan_qr_popup');
        end({ text: data });
      }),
    );
    if (!bridge.tell('web_app_open_scan_qr_popup', {})) end(UNSUPPORTED);
  });
}

async function share(bridge: Bridge, navigator: Navigator, content: { text: string; url?: string }) {
  if (!content.url) return sharePage(navigator, content);
  const query = `url=${encodeURIComponent(content.url)}&text=${encodeURIComponent(content.text)}`;
  return bridge.tell('web_app_open_tg_link', { path_full: `/share/url?${query}` })
    ? ('shared' as const)
    : sharePage(navigator, content);
}

/** Telegram's own links stay inside; others open in the phone's browser. */
function openLink(bridge: Bridge, window: Window, url: string): void {
  if (!isWeb(url)) return;
  const inside = /^https:\/\/t\.me(\/.+)$/.exec(url)?.[1];
  const opened = inside
    ? bridge.tell('web_app_open_tg_link', { path_full: inside })
    : bridge.tell('web_app_open_link', { url });
  if (!opened) openPage(window, url);
}
