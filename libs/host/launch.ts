/**
 * How the app was opened, known before anything is drawn and without a platform's SDK. Telegram writes its launch data
 * into the hash, where our routes live: it is taken out, kept for reloads, and the route of the link is put in its place.
 */
import type { HostKind } from './mini-app-host.ts';
import { routeOfStartParam } from './start-param.ts';

export interface Launch {
  kind: HostKind;
  /** Telegram: "telegram:<user id>". Not proven here: it keeps two accounts of one phone apart. */
  account: string | null;
  /** Telegram's signed data as it came, for the server to check; null elsewhere. */
  initData: string | null;
  version: string;
  platform: string;
  themeParams: Record<string, string>;
}

const KEPT = 'to-so.launch';
const DATA = /(?:^|[#&?])(tgWebApp\w+=.*)$/;

/** Telegram puts launch data into the hash, Zalo serves under its own host; everything else is a browser. */
export function detectHost(location: Pick<Location, 'hash' | 'hostname' | 'pathname'>): HostKind {
  if (/[#&?]tgWebAppData=/.test(location.hash)) return 'telegram';
  if (location.hostname === 'h5.zdn.vn' && location.pathname.startsWith('/zapps/')) return 'zalo';
  return 'browser';
}

/** Reads and tidies the address; to be called once, before the router looks at it. */
export function takeLaunch(window: Window): Launch {
  const { location, history } = window;
  const fresh = detectHost(location);
  const raw = fresh === 'telegram' ? (DATA.exec(location.hash)?.[1] ?? '') : fresh === 'zalo' ? '' : keptBy(window);
  if (fresh === 'telegram') keep(window, raw);
  const params = new URLSearchParams(raw);
  const kind = fresh === 'browser' && raw ? 'telegram' : fresh;
  const wanted = wantedRoute(location, kind, fresh === 'telegram' ? params : new URLSearchParams());
  if (fresh === 'telegram' || wanted)
    history.replaceState(null, '', `${pathKept(location, kind)}#/${(wanted ?? []).map(encodeURIComponent).join('/')}`);
  const initData = params.get('tgWebAppData');
  return {
    kind,
    account: initData ? accountOf(initData) : null,
    initData,
    version: params.get('tgWebAppVersion') ?? '',
    platform: params.get('tgWebAppPlatform') ?? '',
    themeParams: jsonOf(params.get('tgWebAppThemeParams')),
  };
}

/** Zalo's address is Zalo's: only the hash is ours. Elsewhere the query has said what it had to say. */
const pathKept = (location: Location, kind: HostKind) => location.pathname + (kind === 'zalo' ? location.search : '');

/** Undefined after a reload: then the route in the hash is where the person was. */
function wantedRoute(location: Location, kind: HostKind, params: URLSearchParams): string[] | undefined {
  if (kind === 'zalo' && location.hash.startsWith('#/')) return undefined;
  const query = new URLSearchParams(location.search);
  const param =
    query.get('startapp') ??
    query.get('tgWebAppStartParam') ??
    params.get('tgWebAppStartParam') ??
    new URLSearchParams(params.get('tgWebAppData') ?? '').get('start_param');
  if (kind !== 'zalo' || param) return routeOfStartParam(param);
  const path = location.pathname.split('/').slice(3).filter(Boolean);
  return path.length > 0 && path.every((part) => /^[\w-]+$/.test(part)) ? path : undefined;
}

function accountOf(initData: string): string | null {
  const user = jsonOf(new URLSearchParams(initData).get('user')) as { id?: unknown };
  return user.id === undefined ? null : `telegram:${String(user.id)}`;
}

function jsonOf(text: string | null): Record<string, string> {
  try {
    const value: unknown = JSON.parse(text ?? '{}');
    return value && typeof value === 'object' ? (value as Record<string, string>) : {};
  } catch {
    return {};
  }
}

function keptBy(window: Window): string {
  try {
    return window.sessionStorage.getItem(KEPT) ?? '';
  } catch {
    return '';
  }
}
function keep(window: Window, raw: string): void {
  try {
    window.sessionStorage.setItem(KEPT, raw);
  } catch {
    // A reload then needs the host to open the app again.
  }
}
