/**
 * The bridge between the mini-app and the app that shows it. Detected once; each host is its own lazy chunk,
 * so a browser never loads a platform's SDK. Nothing here throws: what a host cannot do says so.
 */
export type HostKind = 'telegram' | 'zalo' | 'browser';
export type HostEvent = 'resume' | 'pause' | 'theme' | 'insets' | 'network';

export interface HostInfo {
  version: string;
  platform: string;
  theme: 'light' | 'dark';
  language: string;
  /** Pixels that the host covers at each side; CSS takes the larger of these and env(safe-area-inset-*). */
  insets: { top: number; right: number; bottom: number; left: number };
  /** What the link that opened the app carried, for instance an invite's code. */
  startParam: string | null;
}

export interface Unsupported {
  unsupported: true;
}
export interface Refused {
  refused: true;
}

export interface AsyncKV {
  get(key: string): Promise<string | null>;
  set(key: string, value: string): Promise<void>;
  remove(key: string): Promise<void>;
}

export interface MiniAppHost {
  kind: HostKind;
  ready(): Promise<HostInfo>;
  /** Raw signed launch data or token; `session` means that the device's own session is all there is. */
  credential(): Promise<{ scheme: 'tma' | 'zalo' | 'session'; value: string | null }>;
  requestPhone(): Promise<{ scheme: string; token: string } | Refused | Unsupported>;
  location(): Promise<{ coords: { latitude: number; longitude: number } } | { token: string } | Refused | Unsupported>;
  scanQr(): Promise<{ text: string } | Refused | Unsupported>;
  pickImages(options: { multiple: boolean }): Promise<File[]>;
  storage: AsyncKV;
  share(content: { text: string; url?: string }): Promise<'shared' | 'copied' | 'refused'>;
  openChat(target: string): void;
  openExternal(url: string): void;
  closeApp(): void;
  /** Ask before the app is closed while something is unsaved. */
  confirmOnExit(on: boolean): void;
  /** True when the host draws its own title bar with a back button. */
  ownsAppBar: boolean;
  backButton: { show(): void; hide(): void; onClick(handler: () => void): () => void };
  primaryButton?: { set(text: string | null): void; onClick(handler: () => void): () => void };
  setTitle(title: string): void;
  on(event: HostEvent, handler: () => void): () => void;
}

/** Telegram puts launch data into the hash, Zalo serves under its own host; everything else is a browser. */
export function detectHost(location: Pick<Location, 'hash' | 'hostname' | 'pathname'>): HostKind {
  if (/[#&?]tgWebAppData=/.test(location.hash)) return 'telegram';
  if (location.hostname === 'h5.zdn.vn' && location.pathname.startsWith('/zapps/')) return 'zalo';
  return 'browser';
}

/** Hosts without a bridge of their own yet run as a browser: nothing is promised that is not there. */
export async function loadHost(_kind: HostKind): Promise<MiniAppHost> {
  const { browserHost } = await import('./browser-host.ts');
  return browserHost(window);
}
