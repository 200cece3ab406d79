/** Light or dark and the size of letters; the page's head applies the same before the first paint. */
import { signal } from '../signals.ts';
import { launch } from './host.ts';
import { read, write } from '../local.ts';

export type Theme = 'auto' | 'light' | 'dark';
export interface Look {
  theme: Theme;
  /** 0: as designed, 1: a quarter more, 2: half as much again. Earlier versions kept true for 1. */
  large: 0 | 1 | 2 | boolean;
}

export const look = signal<Look>({ theme: 'auto', large: 0, ...read<Partial<Look>>('look') });
const darkPhone = typeof matchMedia === 'function' ? matchMedia('(prefers-color-scheme: dark)') : undefined;

/** Telegram has a light of its own; undefined where the phone's counts. */
export const hostTheme = signal<'light' | 'dark' | undefined>(themeOfLaunch());

/** Known before the host's bridge is loaded, so that nothing flashes: three channels weighed as the eye does. */
function themeOfLaunch(): 'light' | 'dark' | undefined {
  const [, r, g, b] = /^#(..)(..)(..)$/.exec(launch.themeParams.bg_color ?? '') ?? [];
  if (!r || !g || !b) return undefined;
  const [red = 0, green = 0, blue = 0] = [r, g, b].map((part) => Number.parseInt(part, 16));
  return red * 0.3 + green * 0.59 + blue * 0.11 < 128 ? 'dark' : 'light';
}

export function setLook(change: Partial<Look>): void {
  look.value = { ...look.value, ...change };
  write('look', look.value);
  applyLook();
}

export function applyLook(): void {
  const { theme, large } = look.value;
  const dark =
    theme === 'dark' ||
    (theme === 'auto' && (hostTheme.value ? hostTheme.value === 'dark' : darkPhone?.matches === true));
  document.documentElement.dataset.theme = dark ? 'dark' : 'light';
  document.documentElement.dataset.text = large === 2 ? 'largest' : large ? 'large' : 'normal';
  document.querySelector('meta[name=theme-color]')?.setAttribute('content', dark ? '#17212b' : '#0b5cad');
}
darkPhone?.addEventListener?.('change', applyLook);
hostTheme.subscribe(applyLook);
