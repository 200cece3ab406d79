/**
 * The bridge between the mini-app and the app that shows it. Detected once; each host is its own lazy chunk,
 * so a browser never loads a platform's SDK. Nothing here throws: what a host cannot do says so.
 */
export type HostKind = 'telegram' | 'zalo' | 'browser';
export type HostEvent = 'resume' | 'pause' | 'theme' | 'insets' | 'network';

export interface HostColors {
  page: string;
  surface: string;
  text: string;
}

export interface HostInfo {
  version: string;
  platform: string;
  /** The platform's account on this phone ("telegram:…", "zalo:…"): names what is kept, proves nothing. */
  account: string | null;
  theme: 'light' | 'dark';
  /** The host's own ground and text, where they are readable with our colours. */
  colors: HostColors | null;
  language: string;
  /** Pixels that the host covers at each side; CSS takes the larger of these and env(safe-area-inset-*). */
  insets: { top: number; right: number; bottom: number; left: number };
  /** Pixels that stay visible while the host's sheet is moved; null where the window says it. */
  height: number | null;
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
  /** Small and durable, apart for each account of the platform. */
  storage: AsyncKV;
  share(content: { text: string; url?: string }): Promise<'shared' | 'copied' | 'refused'>;
  openChat(target: string): void;
  openExternal(url: string): void;
  closeApp(): void;
  /** Ask before the app is closed while something is unsaved. */
  confirmOnExit(on: boolean): void;
  /**
   * Who draws the bar above the screen: `ours` with our back button; `titled`: the host draws back and our title;
   * `named`: the host draws back and its own name, so that our title stands below it.
   */
  titleBar: 'ours' | 'titled' | 'named';
  backButton: { show(): void; hide(): void; onClick(handler: () => void): () => void };
  primaryButton?: { set(text: string | null): void; onClick(handler: () => void): () => void };
  setTitle(title: string): void;
  /** Colours of the host's own bars, so that they match ours. Hex. */
  paint(colors: { header: string; page: string; bottom: string }): void;
  on(event: HostEvent, handler: () => void): () => void;
}
